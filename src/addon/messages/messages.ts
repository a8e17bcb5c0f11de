import { en } from './en.ts';
import { ja } from './ja.ts';

/** Every sentence the add-on says. A function where a value stands in the sentence; values come in unescaped and plain. */
export type Messages = typeof en;

/** The user's language by Gmail's locale (`ja-JP`), English where we have no table. */
export function messagesFor(locale: string | undefined): Messages {
  return tables[(locale ?? '').toLowerCase().split(/[-_]/)[0] ?? ''] ?? en;
}

const tables: Record<string, Messages> = { en, ja };
