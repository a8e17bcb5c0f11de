import { acquaintanceAnswer, contactAnswer, contactSummary, historyValue } from '../answers.ts';
import { deleteContact } from '../commands/delete-contact.ts';
import { exportSubject } from '../commands/export-subject.ts';
import { mergeContacts } from '../commands/merge-contacts.ts';
import { unmergeContacts } from '../commands/unmerge-contacts.ts';
import { updateContact } from '../commands/update-contact.ts';
import { filterFrom } from '../contact-filter.ts';
import type { Context } from '../context.ts';
import { cursorAt, readHistoryCursor, readSortedCursor, sortedCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { listContacts } from '../sql/contact-list.ts';
import { mergesInto } from '../sql/contact-merges.ts';
import { pageOfValues } from '../sql/contact-values.ts';
import { type ContactRecord, contactsById, findContact } from '../sql/contacts.ts';
import { listAcquaintances } from '../sql/encounters.ts';
import type { Handlers } from './handlers.ts';

export const contacts: Handlers<
  | 'listContacts'
  | 'getContact'
  | 'updateContact'
  | 'deleteContact'
  | 'exportSubject'
  | 'mergeContacts'
  | 'unmergeContacts'
  | 'getContactHistory'
  | 'listAcquaintances'
  | 'listMerges'
> = {
  async listContacts({ db, tenant }, { query: { limit, cursor, ...query } }) {
    const after = readSortedCursor(cursor, query.sort);
    const found = await listContacts(db, tenant.id, {
      ...filterFrom(query),
      sort: query.sort,
      after,
      limit: limit + 1,
    });
    const { page, ...next } = pageOf(found, limit, ({ place }) => sortedCursorAt(query.sort, place.key, place.id));
    return { items: page.map(contactSummary), ...next };
  },

  async getContact(context, { params: { contactId } }) {
    return contactAnswer(await getPresent(context, contactId));
  },

  async listAcquaintances(context, { params: { contactId } }) {
    const { id } = await getPresent(context, contactId);
    const found = await listAcquaintances(context.db, context.tenant.id, id, mostAcquaintances);
    return { items: found.map(acquaintanceAnswer) };
  },

  async listMerges(context, { params: { contactId } }) {
    const { db, tenant } = context;
    const { id } = await getPresent(context, contactId);
    const merges = await mergesInto(db, tenant.id, id);
    const others = await contactsById(
      db,
      tenant.id,
      merges.map(({ mergedId }) => mergedId),
    );
    return {
      items: merges.flatMap(({ mergedId, mergedAt, mergedBy }) => {
        const other = others.get(mergedId);
        return other ? [{ other: contactSummary(other), mergedAt: mergedAt.toISOString(), mergedBy }] : [];
      }),
    };
  },

  updateContact: (context, { params, body }) => updateContact(context, params.contactId, body),

  deleteContact: (context, { params, query }) => deleteContact(context, params.contactId, query),

  exportSubject: (context, { params }) => exportSubject(context, params.contactId),

  mergeContacts: (context, { params, body }) => mergeContacts(context, params.contactId, body),

  unmergeContacts: (context, { params, body }) => unmergeContacts(context, params.contactId, body.other),

  async getContactHistory(context, { params: { contactId }, query: { state, limit, cursor } }) {
    const contact = await getPresent(context, contactId);
    const after = readHistoryCursor(cursor);
    const found = await pageOfValues(context.db, context.tenant.id, contact.id, { state, after, limit: limit + 1 });
    const { page, ...next } = pageOf(found, limit, ({ setAt, setRevision, id }) =>
      cursorAt(setAt.getTime(), setRevision, id),
    );
    return { items: page.map(historyValue), ...next };
  },
};

async function getPresent({ db, tenant }: Context, id: string): Promise<ContactRecord> {
  const contact = await findContact(db, tenant.id, id);
  if (!contact) throw new Problem('contact-not-found', `There is no contact ${id}`);
  return contact;
}

const mostAcquaintances = 100;
