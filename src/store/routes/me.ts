import { viewMe } from '../commands/view-user.ts';
import { currentQuota } from '../quota.ts';
import type { Handlers } from './handlers.ts';

export const me: Handlers<'getMe' | 'getQuota'> = {
  getMe: (context) => viewMe(context),
  getQuota: (context) => currentQuota(context),
};
