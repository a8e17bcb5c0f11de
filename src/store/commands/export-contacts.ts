import type { z } from 'zod';
import type { ContactExport } from '../../api/schemas.ts';
import { contactCsvHead, contactCsvRow } from '../../contact/csv.ts';
import { vcardFrom } from '../../contact/vcard.ts';
import { filterFrom } from '../contact-filter.ts';
import type { Context } from '../context.ts';
import type { FileAnswer, Step } from '../routes/handlers.ts';
import { type ContactPlace, type ListedContact, listContacts } from '../sql/contact-list.ts';
import type { ContactRecord } from '../sql/contacts.ts';
import { recordAct } from './record-act.ts';

type Query = z.output<typeof ContactExport>;

/**
 * Contacts as a file, page by page in the order of their ids: each that is there throughout stands in it once, whatever is
 * changed meanwhile. The audit log tells of the export before anything leaves.
 */
export function exportContacts(step: Step, format: Query['format'], query: Omit<Query, 'format'>): FileAnswer {
  const { type, name, head, row } = formats[format];
  return { type, name, pieces: pieces() };

  async function* pieces() {
    yield await step(async (context) => {
      await recordAct(context, { act: 'contact.export', details: { format } });
      return head();
    });
    let after: ContactPlace | undefined;
    for (;;) {
      const page = await step((context) => pageAfter(context, query, after));
      yield page.map(row).join('');
      if (page.length < pageSize) return;
      after = page.at(-1)?.place;
    }
  }
}

const pageSize = 500;

function pageAfter(
  { db, tenant }: Context,
  query: Omit<Query, 'format'>,
  after: ContactPlace | undefined,
): Promise<ListedContact[]> {
  return listContacts(db, tenant.id, { ...filterFrom(query), sort: 'id', after, limit: pageSize });
}

const vcardRow = (version: '3.0' | '4.0') => (contact: ContactRecord) =>
  vcardFrom(contact.card, { ...beside(contact), version, uid: contact.id });

const beside = ({ tags, notes, updatedAt }: ContactRecord) => ({ tags, notes, rev: updatedAt.toISOString() });

interface Format {
  type: string;
  name: string;
  head: () => string;
  row: (contact: ContactRecord) => string;
}

const formats: Record<Query['format'], Format> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    name: 'contacts.csv',
    head: contactCsvHead,
    row: (contact) => contactCsvRow(contact.card, { ...beside(contact), uid: contact.id, owner: contact.owner }),
  },
  vcard: { type: 'text/vcard; charset=utf-8', name: 'contacts.vcf', head: () => '', row: vcardRow('4.0') },
  vcard3: { type: 'text/vcard; charset=utf-8', name: 'contacts.vcf', head: () => '', row: vcardRow('3.0') },
};
