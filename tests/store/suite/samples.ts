import { randomUUID } from 'node:crypto';
import type { OperationId } from '../../../src/api/routes.ts';
import { keyFileOf } from '../fake-provider.ts';
import { type CallInput, cardOf, suggestionOf } from '../support.ts';

/** Input that the schemas of the operation accept. Ids are of nothing. */
export function sampleInput<Id extends OperationId>(id: Id): CallInput<Id> {
  const samples: { [Id in OperationId]: () => CallInput<Id> } = {
    getMe: () => ({}),
    getQuota: () => ({}),
    lookupSender: () => ({ body: { email: 'ana@example.com', name: 'Ana Ruiz', messageId: 'm1@example.com' } }),
    createSuggestion: () => ({ body: { ...suggestionOf(fullCard), signature: [{ line: 3, text: 'Ana Ruiz' }] } }),
    listSuggestions: () => ({
      query: { status: 'pending', q: 'ana', since: '2026-11-01T00:00:00.000Z', way: 'on-demand', limit: 5 },
    }),
    getSuggestion: () => ({ params: { suggestionId: randomUUID() }, query: { contactId: randomUUID() } }),
    acceptSuggestion: () => ({
      params: { suggestionId: randomUUID() },
      body: { card: cardOf(fullCard), override: true },
    }),
    dismissSuggestion: () => ({ params: { suggestionId: randomUUID() }, query: { as: 'person' } }),
    acceptSuggestions: () => ({ body: { ids: [randomUUID(), randomUUID()], override: true } }),
    dismissSuggestions: () => ({ body: { ids: [randomUUID()], as: 'domain' } }),
    listSuppressions: () => ({ query: { limit: 5 } }),
    removeSuppression: () => ({ params: { suppressionId: randomUUID() } }),
    addSuppression: () => ({ body: { domain: 'spam.example' } }),
    listContacts: () => ({ query: { q: 'ana', limit: 5 } }),
    exportContacts: () => ({ query: { q: 'ana', format: 'csv' } }),
    previewImport: () => ({ body: { format: 'csv', file: base64('Name,Email\nAna Ruiz,ana@example.com') } }),
    importContacts: () => ({ body: { contacts: [{ card: cardOf(fullCard), tags: ['fair'], notes: 'Met in Osaka' }] } }),
    listAcquaintances: () => ({ params: { contactId: randomUUID() } }),
    listCompanies: () => ({ query: { q: 'example', limit: 5 } }),
    getContact: () => ({ params: { contactId: randomUUID() } }),
    updateContact: () => ({
      params: { contactId: randomUUID() },
      body: { revision: 1, card: cardOf(fullCard), tags: ['customer'], notes: 'Met in Osaka', owner: null },
    }),
    deleteContact: () => ({ params: { contactId: randomUUID() }, query: { revision: 1, block: 'mine' } }),
    getContactHistory: () => ({ params: { contactId: randomUUID() }, query: { state: 'current', limit: 5 } }),
    exportSubject: () => ({ params: { contactId: randomUUID() } }),
    mergeContacts: () => ({
      params: { contactId: randomUUID() },
      body: { other: randomUUID(), revision: 1, otherRevision: 1, choose: { title: 'other', fn: 'this' } },
    }),
    listMerges: () => ({ params: { contactId: randomUUID() } }),
    unmergeContacts: () => ({ params: { contactId: randomUUID() }, body: { other: randomUUID() } }),
    listUndos: () => ({ query: { limit: 5 } }),
    undo: () => ({ params: { undoId: randomUUID() } }),
    getRoster: () => ({ query: { q: 'a', limit: 5 } }),
    changeRoster: () => ({
      body: { baseRevision: 1, revision: 2, enable: ['new@example.com'], disable: ['old@example.com'] },
    }),
    replaceRoster: () => ({ body: { revision: 3, users: ['new@example.com'] } }),
    getSettings: () => ({}),
    changeSettings: () => ({
      body: {
        revision: 0,
        enabled: true,
        helpContact: 'it@example.com',
        internalDomains: ['example.net'],
        roleNames: ['madoguchi'],
        undoHours: 2,
      },
    }),
    getQuotaHistory: () => ({}),
    listWebhooks: () => ({}),
    createWebhook: () => ({ body: { url: 'https://crm.example.com/hook', events: ['contact.created'] } }),
    changeWebhook: () => ({
      params: { webhookId: randomUUID() },
      body: { url: 'https://crm.example.com/other', events: ['contact.deleted'], enabled: false },
    }),
    deleteWebhook: () => ({ params: { webhookId: randomUUID() } }),
    testWebhook: () => ({ params: { webhookId: randomUUID() } }),
    listWebhookDeliveries: () => ({ params: { webhookId: randomUUID() }, query: { status: 'dead', limit: 5 } }),
    replayWebhook: () => ({ params: { webhookId: randomUUID() }, body: { deliveryId: randomUUID() } }),
    getGoogle: () => ({}),
    setServiceAccount: () => ({ body: { keyFile: keyFileOf('robot@fake.example') } }),
    deleteServiceAccount: () => ({}),
    changeGoogle: () => ({ body: { revision: 0, settings: { backfillDays: 3, labels: ['Customers'], after: null } } }),
    listLinkages: () => ({ query: { q: 'a', status: 'active', lang: 'ja', limit: 5 } }),
    getLinkage: () => ({ params: { email: nobody() }, query: { lang: 'en' } }),
    startLinkages: () => ({ body: { emails: ['ana@example.com'] } }),
    retryLinkages: () => ({ body: { all: { q: 'a', status: 'unauthorized' } } }),
    disableLinkages: () => ({ body: { emails: ['ana@example.com'] } }),
    tryLinkage: () => ({ params: { email: nobody() }, body: { days: 3, lang: 'en' } }),
    listDirectory: () => ({ query: { q: 'a', orgUnit: '/Tokyo' } }),
    listDirectoryGroups: () => ({}),
    listOutgoingMails: () => ({}),
    nameUsers: () => ({ body: { names: [{ email: 'new@example.com', name: 'Noa Abe' }] } }),
    listAudit: () => ({ query: { act: 'roster.change', q: 'a', limit: 5 } }),
  };
  return samples[id]();
}

/** An address that nobody has. */
const nobody = () => `${randomUUID()}@example.com`;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const fullCard = {
  fn: 'Ana Ruiz',
  n: { family: 'Ruiz', given: 'Ana' },
  phonetic: { given: 'Ana', script: 'latin' as const },
  org: { name: 'Example Ltd', units: ['Sales'] },
  title: 'Buyer',
  email: ['ana@example.com'],
  tel: [{ text: '(212) 555-0142', e164: '+12125550142', type: 'work' as const, ext: '7' }],
  adr: { label: '1 Example Street', country: 'US' },
  url: ['https://example.com/'],
  social: [{ service: 'linkedin', url: 'https://linkedin.example/in/ana' }],
};
