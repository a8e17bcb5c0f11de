import { acceptSuggestion } from './actions/accept-suggestion.ts';
import { checkAgain, givePermission, showAccess } from './actions/access.ts';
import { listContacts, openContact, searchContacts } from './actions/contacts.ts';
import { askDelete, cancel, deleteContact, editContact, saveContact } from './actions/edit-contact.ts';
import { acceptSelected, dismissSelected, listSuggestions } from './actions/queue.ts';
import {
  disableUser,
  enableUser,
  enableUsers,
  openSettings,
  replaceStoreRoster,
  searchUsers,
  sendRoster,
  takeStoreRoster,
  turnUsersPage,
} from './actions/settings.ts';
import { start } from './actions/start.ts';
import { suggestContact } from './actions/suggest.ts';
import { chooseContact, dismissSuggestion, keepSuggestion, openSuggestion } from './actions/suggestions.ts';
import { listSuppressions, takeSuppressionBack } from './actions/suppressions.ts';
import { listUndos, undo } from './actions/undo.ts';
import type { Call } from './call.ts';

/** What a button can do. A card names one with `callAction`; `onAction` looks it up here. */
export const actions = {
  acceptSelected,
  acceptSuggestion,
  askDelete,
  cancel,
  checkAgain,
  chooseContact,
  deleteContact,
  disableUser,
  dismissSelected,
  dismissSuggestion,
  editContact,
  enableUser,
  enableUsers,
  givePermission,
  keepSuggestion,
  listContacts,
  listSuggestions,
  listSuppressions,
  listUndos,
  openContact,
  openSettings,
  openSuggestion,
  replaceStoreRoster,
  saveContact,
  searchContacts,
  searchUsers,
  sendRoster,
  showAccess,
  start,
  suggestContact,
  takeStoreRoster,
  takeSuppressionBack,
  turnUsersPage,
  undo,
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
export type Action = (call: Call) => GoogleAppsScript.Card_Service.ActionResponse;

export const isAction = (name: string | undefined): name is ActionName => Object.keys(actions).includes(name ?? '');
