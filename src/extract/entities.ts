import { entityNamed } from './data/entities.ts';

/**
 * A text of HTML with its character references as the characters they stand for; white space among them as a blank. What
 * names no character stays as it is written.
 */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,31})(?=;)|(nbsp|amp|lt|gt|quot));?/g,
        (written, decimal?: string, hex?: string, name?: string, bareName?: string) =>
          (name || bareName
            ? entityNamed(name ?? bareName ?? '')
            : characterOf(Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16))
          )?.replace(/[\t\n\f\r]/, ' ') ?? written,
      )
    : text;

/** As HTML says: what nothing stands for is U+FFFD, and 128 to 159 are Windows' characters, not controls. */
function characterOf(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return windows1252[code - 0x80] ?? String.fromCodePoint(code);
}

const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
