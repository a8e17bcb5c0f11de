import { registrableOf } from '../../contact/registrable-domain.ts';
import { cursorAt, readAddressCursor } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { listCompanies } from '../sql/companies.ts';
import type { Handlers } from './handlers.ts';

export const companies: Handlers<'listCompanies'> = {
  async listCompanies({ db, tenant }, { query: { q, domain, limit, cursor } }) {
    const found = await listCompanies(db, tenant.id, {
      beginning: q?.toLowerCase(),
      domain: domain && registrableOf(domain),
      after: readAddressCursor(cursor),
      limit: limit + 1,
    });
    const { page, ...next } = pageOf(found, limit, (last) => cursorAt(last.domain));
    return { items: page, ...next };
  },
};
