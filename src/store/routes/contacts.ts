import { emailKey } from '../../contact/normalize.ts';
import { companySortKey } from '../../contact/sort-keys.ts';
import { contactAnswer, contactSummary, historyValue } from '../answers.ts';
import { deleteContact } from '../commands/delete-contact.ts';
import { updateContact } from '../commands/update-contact.ts';
import { readSortedCursor, readTimeCursor, sortedCursorAt, timeCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { listContacts } from '../sql/contact-list.ts';
import { pageOfValues } from '../sql/contact-values.ts';
import { findContact } from '../sql/contacts.ts';
import type { Handlers } from './handlers.ts';

export const contacts: Handlers<
  'listContacts' | 'getContact' | 'updateContact' | 'deleteContact' | 'getContactHistory'
> = {
  async listContacts({ db, tenant }, { query: { limit, cursor, ...query } }) {
    const { owner, company, changedSince } = query;
    const filter = {
      ...query,
      owner: owner && emailKey(owner),
      company: company && companySortKey(company),
      changedSince: changedSince === undefined ? undefined : new Date(changedSince),
    };
    const after = readSortedCursor(cursor, query.sort);
    const found = await listContacts(db, tenant.id, { ...filter, after, limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, ({ place }) => sortedCursorAt(query.sort, place.key, place.id));
    return { items: page.map(contactSummary), ...next };
  },

  async getContact({ db, tenant }, { params: { contactId } }) {
    const contact = await findContact(db, tenant.id, contactId);
    if (!contact) throw new Problem('contact-not-found', `There is no contact ${contactId}`);
    return contactAnswer(contact);
  },

  updateContact: (context, { params, body }) => updateContact(context, params.contactId, body),

  deleteContact: (context, { params, query }) => deleteContact(context, params.contactId, query),

  async getContactHistory({ db, tenant }, { params: { contactId }, query: { state, limit, cursor } }) {
    const contact = await findContact(db, tenant.id, contactId);
    if (!contact) throw new Problem('contact-not-found', `There is no contact ${contactId}`);
    const after = readTimeCursor(cursor);
    const found = await pageOfValues(db, tenant.id, contact.id, { state, after, limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, (last) => timeCursorAt(last.setAt, last.id));
    return { items: page.map(historyValue), ...next };
  },
};
