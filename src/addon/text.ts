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

/** Text as it is put into an input and read from it: whole, but without control and direction-changing characters. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, '');
}

/** C0 and C1 controls but tab and line feed; the bidirectional controls of Unicode (UAX #9); the byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = isHighSurrogate(text.charCodeAt(max - 2)) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
