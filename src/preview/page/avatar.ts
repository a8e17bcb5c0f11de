import { h } from './dom.ts';
import { avatarColor } from './format.ts';

/** A coloured disc with the first letter of a name. */
export function avatar(name: string, email: string): HTMLElement {
  const [letter = '?'] = name || email;
  return h('span', { class: `avatar ${avatarColor(email)}`, 'aria-hidden': 'true' }, letter.toUpperCase());
}
