import { acceptSuggestion } from './actions/accept-suggestion.ts';
import { checkAgain, givePermission, showAccess } from './actions/access.ts';
import { listContacts, openContact, openEarlier, searchContacts } from './actions/contacts.ts';
import { enableAllPeople, enablePeople, openDirectory, openPeople } from './actions/directory.ts';
import { askDelete, cancel, deleteContact, editContact, saveContact } from './actions/edit-contact.ts';
import {
  askDeleteKey,
  deleteKey,
  openGoogle,
  openKey,
  openScan,
  openSwitches,
  saveScan,
  saveSwitches,
  setFunctions,
  setKey,
} from './actions/google.ts';
import {
  askDisableChosen,
  askDisableUser,
  disableLinkages,
  openLinkage,
  openLinkages,
  retryChosen,
  retryUser,
  searchLinkages,
  startChosen,
  startUser,
  tryUser,
  turnLinkages,
} from './actions/linkages.ts';
import { askSeparate, compareMerge, mergeContacts, openMerge, separateContacts } from './actions/merge-contacts.ts';
import { acceptSelected, dismissSelected, listSuggestions } from './actions/queue.ts';
import { askSwitchOff, openSettings, switchOff, switchOn } from './actions/settings.ts';
import { start } from './actions/start.ts';
import { suggestContact } from './actions/suggest.ts';
import { chooseContact, dismissSuggestion, keepSuggestion, openSuggestion } from './actions/suggestions.ts';
import { listSuppressions, takeSuppressionBack } from './actions/suppressions.ts';
import { listUndos, undo } from './actions/undo.ts';
import {
  disableUser,
  enableUser,
  enableUsers,
  openUsers,
  replaceStoreRoster,
  searchUsers,
  sendRoster,
  takeStoreRoster,
  turnUsersPage,
} from './actions/users.ts';
import type { Call } from './call.ts';

/** What a button can do. A card names one with `callAction`; `onAction` looks it up here. */
export const actions = {
  acceptSelected,
  acceptSuggestion,
  askDelete,
  askDeleteKey,
  askDisableChosen,
  askDisableUser,
  askSeparate,
  askSwitchOff,
  cancel,
  checkAgain,
  chooseContact,
  compareMerge,
  deleteContact,
  deleteKey,
  disableLinkages,
  disableUser,
  dismissSelected,
  dismissSuggestion,
  editContact,
  enableAllPeople,
  enablePeople,
  enableUser,
  enableUsers,
  givePermission,
  keepSuggestion,
  listContacts,
  listSuggestions,
  listSuppressions,
  listUndos,
  mergeContacts,
  openContact,
  openDirectory,
  openEarlier,
  openGoogle,
  openKey,
  openLinkage,
  openLinkages,
  openMerge,
  openPeople,
  openScan,
  openSettings,
  openSuggestion,
  openSwitches,
  openUsers,
  replaceStoreRoster,
  retryChosen,
  retryUser,
  saveContact,
  saveScan,
  saveSwitches,
  searchContacts,
  searchLinkages,
  searchUsers,
  sendRoster,
  separateContacts,
  setFunctions,
  setKey,
  showAccess,
  start,
  startChosen,
  startUser,
  suggestContact,
  switchOff,
  switchOn,
  takeStoreRoster,
  takeSuppressionBack,
  tryUser,
  turnLinkages,
  turnUsersPage,
  undo,
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
export type Action = (call: Call) => GoogleAppsScript.Card_Service.ActionResponse;

export const isAction = (name: string | undefined): name is ActionName => Object.keys(actions).includes(name ?? '');
