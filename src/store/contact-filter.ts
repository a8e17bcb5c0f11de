import type { z } from 'zod';
import type { ContactExport } from '../api/schemas.ts';
import { emailKey } from '../contact/normalize.ts';
import { registrableOf } from '../contact/registrable-domain.ts';
import { companySortKey } from '../contact/sort-keys.ts';
import type { ContactFilter } from './sql/contact-list.ts';

type Asked = Omit<z.output<typeof ContactExport>, 'format'>;

/** What a list or an export is asked for, as contacts are compared with it. */
export const filterFrom = ({ q, tag, owner, company, domain, changedSince }: Asked): ContactFilter => ({
  q,
  tag,
  owner: owner && emailKey(owner),
  company: company && companySortKey(company),
  domain: domain && registrableOf(domain),
  changedSince: changedSince === undefined ? undefined : new Date(changedSince),
});
