import { isAllowed } from '../allowlist.ts';
import { scope } from '../scopes.ts';
import { ScriptError } from '../script-error.ts';
import type { AppsScriptOptions } from '../types.ts';
import type { RunContext, Service } from './run-context.ts';

/** One request as the script's side hands it over; `payload` is base64. */
export interface FetchRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  payload?: string;
  muteHttpExceptions: boolean;
  followRedirects: boolean;
  timeoutSeconds: number;
}

/** What comes back; `content` is base64, `headers` keeps every value of a repeated header. */
export interface FetchResponse {
  code: number;
  headers: Record<string, string[]>;
  content: string;
}

const longestUrl = 2 * 1024;
const longestHeader = 8 * 1024;
const mostHeaders = 100;
const largestBody = 50 * 1024 * 1024;
const reservedHeaders = new Set(['connection', 'content-length', 'host', 'transfer-encoding']);

/** UrlFetchApp. A URL must lie under urlFetchWhitelist, as in a versioned deployment. */
export function urlFetchService(send: NonNullable<AppsScriptOptions['fetch']>): Service {
  const fetchOne = async (run: RunContext, request: FetchRequest): Promise<FetchResponse> => {
    const response = await sendOne(send, request, run.ended);
    if (response.code >= 400 && !request.muteHttpExceptions) {
      const text = Buffer.from(response.content, 'base64').toString().slice(0, 200);
      throw new ScriptError(
        `Request failed for ${new URL(request.url).origin} returned code ${response.code}. Truncated server response: ` +
          `${text} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return response;
  };
  return {
    fetch: (run, request: FetchRequest) => {
      check(run, 'UrlFetchApp.fetch', request);
      return fetchOne(run, request);
    },
    fetchAll: (run, requests: FetchRequest[]) => {
      for (const request of requests) check(run, 'UrlFetchApp.fetchAll', request);
      return Promise.all(requests.map((request) => fetchOne(run, request)));
    },
  };
}

function check(run: RunContext, call: string, { url, headers, payload }: FetchRequest): void {
  run.scopes.require(call, scope.externalRequest);
  if (!URL.canParse(url)) throw new ScriptError(`Invalid argument: ${url}`);
  if (url.length > longestUrl) throw new ScriptError('Limit Exceeded: URLFetch URL Length.');
  if (!isAllowed(url, run.manifest.urlFetchWhitelist ?? [])) {
    throw new ScriptError(
      `UrlFetch calls to ${url} are not permitted: no prefix of urlFetchWhitelist in appsscript.json covers it`,
    );
  }
  const entries = Object.entries(headers);
  if (entries.length > mostHeaders || entries.some(([name, value]) => name.length + value.length > longestHeader)) {
    throw new ScriptError('Limit Exceeded: URLFetch Header Size.');
  }
  const reserved = entries.find(([name]) => reservedHeaders.has(name.toLowerCase()));
  if (reserved) throw new ScriptError(`Attribute provided with invalid value: Header:${reserved[0]}`);
  if (payload && payload.length * 0.75 > largestBody) throw new ScriptError('Limit Exceeded: URLFetch POST Size.');
}

async function sendOne(
  send: NonNullable<AppsScriptOptions['fetch']>,
  request: FetchRequest,
  ended: AbortSignal,
): Promise<FetchResponse> {
  // Not AbortSignal.any: in Node 20 a timeout signal that only it refers to is collected before it goes off.
  const stop = new AbortController();
  const end = () => stop.abort();
  const timeout = setTimeout(() => stop.abort(timedOut), request.timeoutSeconds * 1000);
  ended.addEventListener('abort', end);
  try {
    const response = await send(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.payload === undefined ? undefined : Buffer.from(request.payload, 'base64'),
      redirect: request.followRedirects ? 'follow' : 'manual',
      signal: stop.signal,
    });
    const content = Buffer.from(await response.arrayBuffer());
    if (content.length > largestBody) throw new ScriptError('Limit Exceeded: URLFetch Response Size.');
    return { code: response.status, headers: headersOf(response), content: content.toString('base64') };
  } catch (error) {
    if (error instanceof ScriptError) throw error;
    throw new ScriptError(`${stop.signal.reason === timedOut ? 'Timeout' : 'Address unavailable'}: ${request.url}`);
  } finally {
    clearTimeout(timeout);
    ended.removeEventListener('abort', end);
  }
}

const timedOut = new Error('The time for this request is over');

/** Names are written as servers mostly do (`Content-Type`), because fetch lowers them. */
function headersOf(response: Response): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of response.headers) {
    const written = name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
    headers[written] = [...(headers[written] ?? []), value];
  }
  return headers;
}
