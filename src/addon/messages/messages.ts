import { en } from './en.ts';
import { ja } from './ja.ts';

/** Every sentence the add-on says. A function where a value stands in the sentence; values come in unescaped and plain. */
export type Messages = typeof en;

/** The language of Gmail's locale, which is as `ja-JP`. */
export const languageOf = (locale: string | undefined): string => (locale ?? '').toLowerCase().split(/[-_]/)[0] ?? '';

/** The user's language by Gmail's locale, English where we have no table. */
export const messagesFor = (locale: string | undefined): Messages => tables[languageOf(locale)] ?? en;

const tables: Record<string, Messages> = { en, ja };
