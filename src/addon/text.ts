import { clean } from '../contact/clean.ts';

export { clean };

/**
 * Text for places where Google reads HTML (text paragraphs, decorated text): nothing in it is markup, and nothing in it can
 * turn the line around. `max` counts UTF-16 units.
 */
export function escapeHtml(text: string, max = 200): string {
  return shown(text, max).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for places where Google reads plain text (labels, hints, headers, notifications), cut to fit. */
export function shown(text: string, max = 200): string {
  return cut(clean(text).trim(), max);
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = isHighSurrogate(text.charCodeAt(max - 2)) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
