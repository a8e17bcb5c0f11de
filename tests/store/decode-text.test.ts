import { decodeText } from '../../src/store/decode-text.ts';

const sakura = '森';
test.each([
  ['UTF-8', [0xe6, 0xa3, 0xae]],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xe6, 0xa3, 0xae]],
  ['Shift_JIS', [0x90, 0x58]],
  ['UTF-16, little end first', [0xff, 0xfe, 0xee, 0x68]],
  ['UTF-16, big end first', [0xfe, 0xff, 0x68, 0xee]],
])('%s', (_, bytes) => expect(decodeText(Uint8Array.from(bytes))).toBe(sakura));

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x00]],
  ['bytes of no encoding', [0xff, 0xff, 0x80]],
])('%s is no text', (_, bytes) => expect(decodeText(Uint8Array.from(bytes))).toBeUndefined());
