import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** What admins set for their organisation. */
export const settings = {
  getSettings: {
    summary: 'The settings of the organisation',
    access: 'admin',
    write: false,
    response: s.Settings,
  },
  changeSettings: {
    summary: 'Change settings of the organisation',
    access: 'admin',
    write: true,
    body: s.SettingsChange,
    response: s.Settings,
    problems: ['settings-outdated'],
  },
  getQuotaHistory: {
    summary: 'Contacts added in each month',
    access: 'admin',
    write: false,
    response: s.QuotaHistory,
  },
} as const satisfies Record<string, Operation>;
