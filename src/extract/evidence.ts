import type { ContactDraft, Finding } from '../contact/draft.ts';
import type { SignatureLine } from './extraction.ts';

/**
 * The lines that values were read from, of each what a card could show. Others stay where the mail is: a postscript or a
 * disclaimer below the name counts as signature too. A company and its units are one value, of the company's line; the lines
 * that name the units belong to it.
 */
export function evidenceOf(draft: ContactDraft, lines: SignatureLine[]): SignatureLine[] {
  const read = new Set(
    Object.values(draft)
      .flat()
      .map((finding: Finding<unknown> | undefined) => finding?.line),
  );
  for (const unit of draft.org?.value.units ?? []) {
    const named = lines.filter(({ text }) => text.includes(unit));
    if (named[0] && !named.some(({ line }) => read.has(line))) read.add(named[0].line);
  }
  return lines.filter(({ line }) => read.has(line)).map(({ line, text }) => ({ line, text: text.slice(0, 300) }));
}
