import { decodeBase64, encodeBase64 } from './base64.ts';
import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';
import { bytes, checked, type Kind, optional, string } from './signature.ts';

const contents = new WeakMap<object, string>();

/** Base64 of a string in UTF-8 or US-ASCII. */
export const encodeText = (text: string, charset = 'UTF_8'): string => callHost('Text', 'encode', [text, charset]);

/** @param charset as in HTTP: `UTF-8`, `Shift_JIS` … */
export const decodeText = (base64: string, charset = 'UTF-8'): string => callHost('Text', 'decode', [base64, charset]);

/** A blob of base64 content. */
export function newBlob(base64: string, contentType: string | null, name: string | null): object {
  const signature = (method: string): string => `Blob.${method}`;
  const blob: object = serviceObject('Blob', {
    getBytes: checked(signature('getBytes'), [], () => decodeBase64(blobContent(blob)) as number[]),
    getDataAsString: checked(signature('getDataAsString'), [optional(string)], (charset) =>
      decodeText(blobContent(blob), charset),
    ),
    getContentType: checked(signature('getContentType'), [], () => contentType),
    getName: checked(signature('getName'), [], () => name),
    copyBlob: checked(signature('copyBlob'), [], (): object => newBlob(blobContent(blob), contentType, name)),
    setBytes: checked(signature('setBytes'), [bytes], (data): object => {
      contents.set(blob, encodeBase64(data));
      return blob;
    }),
    setDataFromString: checked(signature('setDataFromString'), [string], (data): object => {
      contents.set(blob, encodeText(data));
      return blob;
    }),
    setContentType: checked(signature('setContentType'), [string], (type): object => {
      contentType = type;
      return blob;
    }),
    setName: checked(signature('setName'), [string], (newName): object => {
      name = newName;
      return blob;
    }),
  });
  contents.set(blob, base64);
  return blob;
}

/** Accepts a blob and reads its content. */
export const blobKind: Kind<{ base64: string; contentType: string | null }> = {
  accepts: (value) => contents.has(value as object),
  read: (value) => ({
    base64: blobContent(value as object),
    contentType: (value as { getContentType(): string | null }).getContentType(),
  }),
};

const blobContent = (blob: object): string => contents.get(blob) as string;
