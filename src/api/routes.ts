/** Method and path of every operation of the store. */
export const routes = {
  getMe: { method: 'GET', path: '/v1/me' },
  getQuota: { method: 'GET', path: '/v1/quota' },
  lookupSender: { method: 'POST', path: '/v1/senders/lookup' },
  createSuggestion: { method: 'POST', path: '/v1/suggestions' },
  listSuggestions: { method: 'GET', path: '/v1/suggestions' },
  getSuggestion: { method: 'GET', path: '/v1/suggestions/{suggestionId}' },
  acceptSuggestion: { method: 'POST', path: '/v1/suggestions/{suggestionId}/accept' },
  dismissSuggestion: { method: 'POST', path: '/v1/suggestions/{suggestionId}/dismiss' },
  listContacts: { method: 'GET', path: '/v1/contacts' },
  exportContacts: { method: 'GET', path: '/v1/contacts/export' },
  getContact: { method: 'GET', path: '/v1/contacts/{contactId}' },
  updateContact: { method: 'PATCH', path: '/v1/contacts/{contactId}' },
  deleteContact: { method: 'DELETE', path: '/v1/contacts/{contactId}' },
  getContactHistory: { method: 'GET', path: '/v1/contacts/{contactId}/history' },
  mergeContacts: { method: 'POST', path: '/v1/contacts/{contactId}/merge' },
  unmergeContacts: { method: 'POST', path: '/v1/contacts/{contactId}/unmerge' },
  listUndos: { method: 'GET', path: '/v1/undo' },
  listAcquaintances: { method: 'GET', path: '/v1/contacts/{contactId}/acquaintances' },
  listCompanies: { method: 'GET', path: '/v1/companies' },
  undo: { method: 'POST', path: '/v1/undo/{undoId}' },
  getRoster: { method: 'GET', path: '/v1/admin/roster' },
  changeRoster: { method: 'PATCH', path: '/v1/admin/roster' },
  replaceRoster: { method: 'PUT', path: '/v1/admin/roster' },
  listAudit: { method: 'GET', path: '/v1/admin/audit' },
} as const;

export type OperationId = keyof typeof routes;
