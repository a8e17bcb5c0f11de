import type { Quota } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { row } from './widgets.ts';

/** How many contacts are left in this period; undefined where there is no limit. */
export function quotaRow(
  t: Messages,
  { used, allowed, policy }: Quota,
): GoogleAppsScript.Card_Service.DecoratedText | undefined {
  if (allowed === null) return undefined;
  const over = used < allowed ? undefined : policy === 'block' ? t.common.quotaUsedUp : t.common.quotaOver;
  return row({ label: t.common.quota, text: t.common.quotaLeft(used, allowed), below: over });
}

/** Worth a word before anything is saved: nine tenths used. */
export const quotaIsShort = ({ used, allowed }: Quota): boolean => allowed !== null && used >= allowed * 0.9;
