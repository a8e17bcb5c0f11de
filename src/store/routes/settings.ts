import { changeSettings, settingsAnswer } from '../commands/change-settings.ts';
import { usedByPeriod } from '../sql/quotas.ts';
import type { Handlers } from './handlers.ts';

export const settings: Handlers<'getSettings' | 'changeSettings' | 'getQuotaHistory'> = {
  getSettings: async (context) => settingsAnswer(context),

  changeSettings: (context, { body }) => changeSettings(context, body),

  getQuotaHistory: async ({ db, tenant }) => ({ ...tenant.quota, periods: await usedByPeriod(db, tenant.id) }),
};
