import type { ContactDraft } from '../contact/draft.ts';
import { readAdr } from './fields/adr.ts';
import { readEmails } from './fields/email.ts';
import { readName } from './fields/name.ts';
import { readOccupation } from './fields/occupation.ts';
import { readTels } from './fields/tel.ts';
import { readUrls } from './fields/url.ts';
import type { Reader, Sheet } from './sheet.ts';

/** The readers in the order they take their values off the sheet; what is left is the person and their occupation. */
const readers: Reader[] = [readEmails, readUrls, readTels, readAdr, readName, readOccupation];

/** What the readers find on a sheet that nobody has read yet. It follows from the sheet alone. */
export function readFields(fresh: Omit<Sheet, 'found'>): ContactDraft {
  const draft: ContactDraft = { email: [], tel: [], url: [], social: [] };
  let sheet: Sheet = { ...fresh, found: draft };
  for (const read of readers) {
    const { found, rest } = read(sheet);
    Object.assign(draft, defined(found));
    sheet = { ...sheet, lines: rest };
  }
  return draft;
}

/** Without the keys that a reader had nothing for, which would erase what is there. */
export function defined(found: Partial<ContactDraft>): Partial<ContactDraft> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(found) as (keyof ContactDraft)[]) if (found[key] !== undefined) kept[key] = found[key];
  return kept;
}
