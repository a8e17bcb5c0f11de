import type { ContactCard } from './card.ts';
import { companyKey } from './company-key.ts';
import { fold } from './normalize.ts';

/**
 * What lists are sorted by, in the order of code points: the name as it is read (kana comes in the order of the fifty
 * sounds), family name first; the company without its legal form. At most 60 characters each, '' when there is nothing.
 */
export function sortKeys({ fn, n, phonetic, org }: ContactCard): { name: string; company: string } {
  const read = phonetic?.script === 'kana' ? together(phonetic) : '';
  return { name: bounded(read || together(n) || fold(fn)), company: companySortKey(org?.name ?? '') };
}

export const companySortKey = (name: string): string => bounded(companyKey(name) ?? fold(name));

const together = (name: { family?: string; given?: string } = {}): string =>
  fold(`${name.family ?? ''} ${name.given ?? ''}`);

const bounded = (text: string): string => [...text].slice(0, 60).join('');
