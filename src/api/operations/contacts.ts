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
  getContact: {
    summary: 'One contact',
    access: 'enabled',
    write: false,
    params: z.object({ contactId: z.uuid() }),
    response: s.Contact,
    problems: ['contact-not-found'],
  },
} as const satisfies Record<string, Operation>;
