import { z } from '@hono/zod-openapi';
import { cursor, limit, page } from './page.ts';
import { host, line, text } from './values.ts';

/** People with addresses at one registrable domain. `name`: the company's as most of them have it. */
export const Company = z
  .object({ domain: host, name: text.optional(), people: z.number().int().min(1) })
  .openapi('Company');

/** By domain: all, those whose domain begins with `q`, or the one of `domain`. A mail provider is no company. */
export const CompanyList = page(Company).openapi('CompanyList');
export const CompanyFilter = z.object({ q: line(253).optional(), domain: host.optional(), limit, cursor });
