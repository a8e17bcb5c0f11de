import type { CountryCode } from 'libphonenumber-js/core';
import { bodyLines } from '../../src/extract/body-lines.ts';
import { senderOf } from '../../src/extract/sender.ts';
import type { Sheet } from '../../src/extract/sheet.ts';

interface Signed {
  from?: string;
  region?: CountryCode;
}

/** A sheet with these lines as the signature, as a reader gets it. */
export function signed(lines: string | string[], { from = '', region }: Signed = {}): Sheet {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  return { lines: [...bodyLines({ headers: { from }, text, html: null })], sender: senderOf(from), region, found: {} };
}

/** A body of 20,000 letters in one line: what a reader must get over quickly. */
export const endless = (piece: string): string => piece.repeat(Math.ceil(20_000 / piece.length));
