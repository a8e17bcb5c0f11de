import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** Who the caller is and what they may use. */
export const me = {
  getMe: {
    summary: 'Who am I: role, whether I am enabled, whom to ask',
    access: 'tenant',
    write: false,
    response: s.Me,
  },
  getQuota: { summary: 'Contacts added in this period', access: 'enabled', write: false, response: s.Quota },
} as const satisfies Record<string, Operation>;
