import { z } from '@hono/zod-openapi';

/** A line of text as a person would type or a signature would hold; no control characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'holds control characters');
export const text = line(300);
/** Text of several paragraphs. */
export const longText = line(10_000);
export const emailAddress = line(320).regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'is not an email address');
/** A host name, in any case and script. */
export const host = line(253).regex(/^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)+\.?$/u, 'is not a domain');
export const id = z.uuid();
/** Counts changes of a roster; what a 32-bit integer holds. */
export const revision = z.number().int().min(0).max(2_147_483_647);
export const instant = z.iso.datetime().openapi({ example: '2026-11-22T09:30:00.000Z' });
