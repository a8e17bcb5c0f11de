import { contactAnswer, contactSummary } from '../answers.ts';
import { readTimeCursor, timeCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { findContact, listContacts } from '../sql/contacts.ts';
import type { Handlers } from './handlers.ts';

export const contacts: Handlers<'listContacts' | 'getContact'> = {
  async listContacts({ db, tenant }, { query: { q, limit, cursor } }) {
    const found = await listContacts(db, tenant.id, { q, after: readTimeCursor(cursor), limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, (last) => timeCursorAt(last.updatedAt, last.id));
    return { items: page.map(contactSummary), ...next };
  },

  async getContact({ db, tenant }, { params: { contactId } }) {
    const contact = await findContact(db, tenant.id, contactId);
    if (!contact) throw new Problem('contact-not-found', `There is no contact ${contactId}`);
    return contactAnswer(contact);
  },
};
