import type { routes as all, OperationId } from '../../api/routes.ts';

/** Method and path of what the add-on calls: those rows of the store's table alone are in its bundle. */
export const routes = {
  getMe: { method: 'GET', path: '/v1/me' },
  lookupSender: { method: 'POST', path: '/v1/senders/lookup' },
  createSuggestion: { method: 'POST', path: '/v1/suggestions' },
  listSuggestions: { method: 'GET', path: '/v1/suggestions' },
  getSuggestion: { method: 'GET', path: '/v1/suggestions/{suggestionId}' },
  acceptSuggestion: { method: 'POST', path: '/v1/suggestions/{suggestionId}/accept' },
  dismissSuggestion: { method: 'POST', path: '/v1/suggestions/{suggestionId}/dismiss' },
  acceptSuggestions: { method: 'POST', path: '/v1/suggestions/bulk-accept' },
  dismissSuggestions: { method: 'POST', path: '/v1/suggestions/bulk-dismiss' },
  listSuppressions: { method: 'GET', path: '/v1/suppressions' },
  removeSuppression: { method: 'DELETE', path: '/v1/suppressions/{suppressionId}' },
  listContacts: { method: 'GET', path: '/v1/contacts' },
  getContact: { method: 'GET', path: '/v1/contacts/{contactId}' },
  getContactHistory: { method: 'GET', path: '/v1/contacts/{contactId}/history' },
  listAcquaintances: { method: 'GET', path: '/v1/contacts/{contactId}/acquaintances' },
  updateContact: { method: 'PATCH', path: '/v1/contacts/{contactId}' },
  deleteContact: { method: 'DELETE', path: '/v1/contacts/{contactId}' },
  listUndos: { method: 'GET', path: '/v1/undo' },
  undo: { method: 'POST', path: '/v1/undo/{undoId}' },
  getRoster: { method: 'GET', path: '/v1/admin/roster' },
  changeRoster: { method: 'PATCH', path: '/v1/admin/roster' },
  replaceRoster: { method: 'PUT', path: '/v1/admin/roster' },
} as const satisfies { readonly [Id in OperationId]?: (typeof all)[Id] };

export type CalledOperation = keyof typeof routes;
