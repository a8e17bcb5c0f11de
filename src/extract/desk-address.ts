import { roleNames, rolesAlone } from '../contact/data/role-names.ts';
import { machineWords } from './data/machine-words.ts';
import { squash, wordsOf } from './fold.ts';

/** Whether the part before the `@` is a desk's rather than a person's: `info`, `sales`, `order-tokyo`. */
export function isRole(local: string): boolean {
  const [first = ''] = wordsOf(local);
  return roleNames().has(first) || rolesAlone().has(local.toLowerCase());
}

/** Whether `ana.ruiz` before the `@` may be a name: none of its words is a desk's or program's. */
export const isPersonalAddress = (local: string): boolean =>
  !rolesAlone().has(local.toLowerCase()) &&
  !wordsOf(local).some((word) => machineWords().has(word) || roleNames().has(word));

/** Whether a display name has a word of programs and desks: `Notify Bot`, `ACME Support`. */
export const namesMachine = (display: string): boolean => wordsOf(display).some((word) => machineWords().has(word));

/** Whether the part before the `@` has one of the words. */
export const sharesWord = (words: readonly string[], local: string): boolean => {
  const flat = squash(local);
  return words.some((word) => word.length > 2 && flat.includes(word));
};
