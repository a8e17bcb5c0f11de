import { extractContact } from '../../src/extract/extract-contact.ts';
import { places, shapes } from './hostile-shapes.ts';

// How the time grows is `npm run bench:hostile`'s question; a rule of more than linear time shows here as minutes.
const length = 250_000;

/** More than any person signs with; a card and a request stay small. */
const most = { lines: 100, lineLength: 1_000, values: 100 };

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  const text = shape(length);
  test.each(Object.entries(places))('in %s', (_, messageWith) => {
    const { contact, signature, lines, reason } = extractContact(messageWith(text));
    expect(typeof reason).toBe('string');
    expect(lines.length).toBeLessThan(most.lines);
    expect(Math.max(0, ...lines.map((line) => line.text.length))).toBeLessThanOrEqual(most.lineLength);
    if (signature) expect(signature.first).toBeLessThanOrEqual(signature.last);
    if (!contact) return;
    const values = [...contact.email, ...contact.tel, ...contact.url, ...contact.social];
    expect(values.length).toBeLessThan(most.values);
    expect(JSON.stringify(contact).length).toBeLessThan(50_000);
  });
});
