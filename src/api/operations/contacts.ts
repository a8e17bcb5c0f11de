import { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** The contacts of the organisation. */
export const contacts = {
  listContacts: {
    summary: 'Search the contacts of the organisation',
    access: 'enabled',
    write: false,
    query: s.ContactFilter,
    response: s.ContactList,
  },
  exportContacts: {
    summary: 'Contacts as a file: all, or those that a search finds',
    access: 'enabled',
    write: false,
    query: s.ContactExport,
    response: z.string(),
    produces: ['text/csv', 'text/vcard'],
  },
  getContact: {
    summary: 'One contact',
    access: 'enabled',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    response: s.Contact,
    problems: ['contact-not-found'],
  },
  listAcquaintances: {
    summary: 'Who in the organisation knows a contact, strongest first',
    access: 'enabled',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    response: s.Acquaintances,
    problems: ['contact-not-found'],
  },
  updateContact: {
    summary: 'Change values, tags, notes or owner of a contact; what is left out stays',
    access: 'enabled',
    write: true,
    params: z.object({ contactId: z.uuid() }),
    body: s.ContactChange,
    response: s.ContactChanged,
    problems: ['contact-not-found', 'contact-outdated', 'contact-incomplete', 'address-taken'],
  },
  deleteContact: {
    summary:
      'Delete a contact, so that the person never comes back if asked; its data is removed for good when undo has expired',
    access: 'enabled',
    write: true,
    params: z.object({ contactId: z.uuid() }),
    query: s.Deletion,
    response: s.ContactDeleted,
    problems: ['contact-not-found', 'contact-outdated', 'admin-only'],
  },
  exportSubject: {
    summary: 'Everything that is kept about one person, for an answer to that person',
    access: 'admin',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    response: s.SubjectExport,
    problems: ['contact-not-found'],
  },
  mergeContacts: {
    summary: 'Merge another contact into this one; nothing is lost',
    access: 'enabled',
    write: true,
    params: z.object({ contactId: z.uuid() }),
    body: s.ContactMerge,
    response: s.ContactMerged,
    problems: ['contact-not-found', 'contact-outdated'],
  },
  listMerges: {
    summary: 'What was merged into a contact, the last one first: the one to be separated first',
    access: 'enabled',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    response: s.ContactMerges,
    problems: ['contact-not-found'],
  },
  unmergeContacts: {
    summary: 'Make two of a merged contact again, each as it was; matching keeps them apart from then on',
    access: 'enabled',
    write: true,
    params: z.object({ contactId: z.uuid() }),
    body: s.ContactUnmerge,
    response: s.ContactUnmerged,
    problems: ['contact-not-found', 'contact-not-merged', 'merged-later'],
  },
  getContactHistory: {
    summary:
      'Every value the contact has or had, newest first: who set it, from which mail, when it was last confirmed',
    access: 'enabled',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    query: s.HistoryFilter,
    response: s.ContactHistory,
    problems: ['contact-not-found'],
  },
} as const satisfies Record<string, Operation>;
