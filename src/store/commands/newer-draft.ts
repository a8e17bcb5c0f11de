import type { SuggestionRecord } from '../sql/suggestions.ts';

type Read = Pick<SuggestionRecord, 'draft' | 'signature' | 'source'>;

/** What was read from the later of two mails of a person; of two without a date from the one that came later. */
export function newerOf(before: Read, later: Read | undefined): Read {
  const { draft, signature, source } = later && !isOlder(later, before) ? later : before;
  return { draft, signature, source };
}

const isOlder = (a: Read, b: Read): boolean =>
  a.source.date !== undefined && b.source.date !== undefined && Date.parse(a.source.date) < Date.parse(b.source.date);
