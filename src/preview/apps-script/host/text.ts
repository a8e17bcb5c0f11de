import { TextDecoder } from 'node:util';
import { ScriptError } from '../script-error.ts';
import type { Service } from './run-context.ts';

/** Strings and bytes, which the script's side has no means for: bytes travel as base64. Not a service of the platform. */
export const textService: Service = {
  encode: (_run, text: string, charset: string) =>
    (charset === 'US_ASCII' ? Buffer.from(text.replace(/[^\0-\x7f]/g, '?'), 'latin1') : Buffer.from(text)).toString(
      'base64',
    ),
  decode: (_run, bytes: string, charset: string) => decoderOf(charset).decode(Buffer.from(bytes, 'base64')),
};

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new ScriptError(`Invalid argument: charset: ${charset}`);
  }
}
