import { decodeBase64, encodeBase64 } from './base64.ts';
import { encodeText, newBlob } from './blob.ts';
import { callHost } from './bridge.ts';
import { Enumeration } from './enumeration.ts';
import { Exception } from './exception.ts';
import { serviceObject } from './service-object.ts';
import { bytes, checked, date, integer, oneOf, optional, string } from './signature.ts';

const Charset = new Enumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']);
const DigestAlgorithm = new Enumeration('Utilities.DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);

const data = oneOf(string, bytes);
const charset = optional(Charset.kind);

const base64Of = (value: string | number[], inCharset?: string): string =>
  typeof value === 'string' ? encodeText(value, inCharset) : encodeBase64(value);
const bytesOf = (base64: string): number[] => {
  const decoded = decodeBase64(base64);
  if (!decoded) throw new Exception('Could not decode string.');
  return decoded;
};
const webSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');

export const Utilities = serviceObject('Utilities', {
  Charset: Charset.values,
  DigestAlgorithm: DigestAlgorithm.values,
  base64Encode: checked('Utilities.base64Encode', [data, charset], base64Of),
  base64EncodeWebSafe: checked('Utilities.base64EncodeWebSafe', [data, charset], (value, inCharset) =>
    webSafe(base64Of(value, inCharset)),
  ),
  base64Decode: checked('Utilities.base64Decode', [string, charset], bytesOf),
  base64DecodeWebSafe: checked('Utilities.base64DecodeWebSafe', [string, charset], bytesOf),
  newBlob: checked('Utilities.newBlob', [data, optional(string), optional(string)], (value, contentType, name) =>
    newBlob(base64Of(value), contentType ?? (typeof value === 'string' ? 'text/plain' : null), name ?? null),
  ),
  getUuid: checked('Utilities.getUuid', [], () => callHost<string>('Utilities', 'getUuid')),
  computeDigest: checked(
    'Utilities.computeDigest',
    [DigestAlgorithm.kind, data, charset],
    (algorithm, value, inCharset) =>
      bytesOf(callHost('Utilities', 'computeDigest', [algorithm, base64Of(value, inCharset)], algorithm)),
  ),
  computeHmacSha256Signature: checked(
    'Utilities.computeHmacSha256Signature',
    [data, data, charset],
    (value, key, inCharset) =>
      bytesOf(
        callHost('Utilities', 'computeHmacSha256Signature', [base64Of(value, inCharset), base64Of(key, inCharset)]),
      ),
  ),
  sleep: checked('Utilities.sleep', [integer], (milliseconds) => {
    callHost('Utilities', 'sleep', [milliseconds], String(milliseconds));
  }),
  formatDate: checked('Utilities.formatDate', [date, string, string], (time, timeZone, format) =>
    callHost<string>('Utilities', 'formatDate', [time.getTime(), timeZone, format], format),
  ),
});
