import { ScanSettings as Schema } from '../api/schemas.ts';
import type { ScanSettings } from '../api/types.ts';
import { oneOf } from './one-of.ts';

/** The options of a command line that say which mails are read. */
export interface SettingsOptions {
  'backfill-days'?: string | undefined;
  'sent-mail'?: string | undefined;
  promotions?: string | undefined;
  label?: string[] | undefined;
  after?: string | undefined;
}

/** What is said, and nothing else. Throws an Error that names the wrong option. */
export function settingsIn(values: SettingsOptions): Partial<ScanSettings> {
  const { label, after, promotions } = values;
  const [days, sent] = [values['backfill-days'], values['sent-mail']];
  const settings = {
    ...(days !== undefined && { backfillDays: days === '' ? Number.NaN : Number(days) }),
    ...(sent !== undefined && { sentMail: oneOf(['on', 'off'], sent, '--sent-mail') === 'on' }),
    ...(promotions !== undefined && { skipPromotions: oneOf(['on', 'off'], promotions, '--promotions') === 'off' }),
    ...(label !== undefined && { labels: label.map((one) => one.trim()).filter(Boolean) }),
    ...(after !== undefined && { after: after === 'none' ? null : `${after}T00:00:00.000Z` }),
  };
  const read = Schema.partial().safeParse(settings);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path }) => optionOf[path[0] as keyof ScanSettings]);
  throw new Error(`${[...new Set(wrong)].join(', ')} cannot be so; google --help says more`);
}

const optionOf: Record<keyof ScanSettings, string> = {
  backfillDays: '--backfill-days',
  sentMail: '--sent-mail',
  labels: '--label',
  after: '--after',
  skipPromotions: '--promotions',
};
