import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** Companies, as the addresses of contacts show them; `listContacts` with `domain` lists their people. */
export const companies = {
  listCompanies: {
    summary: 'The companies of the contacts, by domain',
    access: 'enabled',
    write: false,
    query: s.CompanyFilter,
    response: s.CompanyList,
  },
} as const satisfies Record<string, Operation>;
