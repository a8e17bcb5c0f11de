import type { FetchRequest, FetchResponse } from '../host/url-fetch.ts';
import { decodeBase64 } from './base64.ts';
import { blobKind, decodeText, encodeText, newBlob } from './blob.ts';
import { callHost } from './bridge.ts';
import { Exception } from './exception.ts';
import { serviceObject } from './service-object.ts';
import { boolean, checked, type Kind, number, object, oneOf, optional, string, stringMap } from './signature.ts';

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** Every parameter that UrlFetchApp knows; any other is refused rather than ignored. */
const parameters: Record<string, Kind<unknown>> = {
  method: string,
  headers: stringMap,
  payload: oneOf(string, oneOf(blobKind, object)),
  contentType: string,
  muteHttpExceptions: boolean,
  followRedirects: boolean,
  validateHttpsCertificates: boolean,
  escaping: boolean,
  timeoutSeconds: number,
};

export const UrlFetchApp = serviceObject('UrlFetchApp', {
  fetch: checked('UrlFetchApp.fetch', [string, optional(object)], (url, params) =>
    httpResponse(callHost('UrlFetchApp', 'fetch', [requestOf(url, params ?? {})], url)),
  ),
  fetchAll: checked('UrlFetchApp.fetchAll', [requestList()], (requests) =>
    callHost<FetchResponse[]>('UrlFetchApp', 'fetchAll', [requests], requests.map(({ url }) => url).join(', ')).map(
      httpResponse,
    ),
  ),
});

function requestList(): Kind<FetchRequest[]> {
  const isRequest = (value: unknown): boolean =>
    typeof value === 'string' || (object.accepts(value) && typeof (value as { url?: unknown }).url === 'string');
  return {
    accepts: (value) => Array.isArray(value) && value.every(isRequest),
    read: (value) =>
      (value as (string | (Record<string, unknown> & { url: string }))[]).map((request) => {
        if (typeof request === 'string') return requestOf(request, {});
        const { url, ...params } = request;
        return requestOf(url, params);
      }),
  };
}

function requestOf(url: string, params: Record<string, unknown>): FetchRequest {
  for (const [name, value] of Object.entries(params)) {
    if (!parameters[name]?.accepts(value)) throw new Exception(`Attribute provided with invalid value: ${name}`);
  }
  const payload = payloadOf(params.payload);
  const method = ((params.method as string | undefined) ?? (payload ? 'post' : 'get')).toLowerCase();
  if (!methods.has(method)) throw new Exception('Attribute provided with invalid value: method');
  if (payload && method === 'get') throw new Exception('Attribute provided with invalid value: payload');
  const headers = { ...(params.headers as Record<string, string> | undefined) };
  const contentType = (params.contentType as string | undefined) ?? payload?.contentType;
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  if (payload && contentType && !named) headers['Content-Type'] = contentType;
  return {
    url,
    method: method.toUpperCase(),
    headers,
    payload: payload?.base64,
    muteHttpExceptions: (params.muteHttpExceptions as boolean | undefined) ?? false,
    followRedirects: (params.followRedirects as boolean | undefined) ?? true,
    timeoutSeconds: (params.timeoutSeconds as number | undefined) ?? 360,
  };
}

/** A string or a form's fields go out as `application/x-www-form-urlencoded` unless contentType says otherwise. */
function payloadOf(payload: unknown): { base64: string; contentType: string } | undefined {
  const form = 'application/x-www-form-urlencoded';
  if (payload === undefined) return undefined;
  if (blobKind.accepts(payload)) {
    const { base64, contentType } = blobKind.read(payload);
    return { base64, contentType: contentType ?? form };
  }
  if (typeof payload === 'string') return { base64: encodeText(payload), contentType: form };
  const fields = Object.entries(payload as Record<string, unknown>).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return { base64: encodeText(fields.join('&')), contentType: form };
}

function httpResponse({ code, headers, content }: FetchResponse): object {
  const signature = (method: string): string => `UrlFetchApp.HTTPResponse.${method}`;
  const contentType = headers['Content-Type']?.[0] ?? null;
  const [, charset = 'UTF-8'] = /charset="?([\w-]+)/i.exec(contentType ?? '') ?? [];
  return serviceObject('UrlFetchApp.HTTPResponse', {
    getResponseCode: checked(signature('getResponseCode'), [], () => code),
    getContentText: checked(signature('getContentText'), [optional(string)], (asked) =>
      decodeText(content, asked ?? charset),
    ),
    getContent: checked(signature('getContent'), [], () => decodeBase64(content)),
    getBlob: checked(signature('getBlob'), [], () => newBlob(content, contentType, null)),
    getHeaders: checked(signature('getHeaders'), [], () =>
      Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.at(-1)])),
    ),
    getAllHeaders: checked(signature('getAllHeaders'), [], () =>
      Object.fromEntries(
        Object.entries(headers).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
      ),
    ),
  });
}
