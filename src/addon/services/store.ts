import type { BodyOf, operations, ParamsOf, QueryOf, ResponseOf } from '../../api/operations.ts';
import type { ProblemDocument } from '../../api/problems.ts';
import { type Code, Problem, storeCodes } from '../problem.ts';
import type { Identity } from './identity.ts';
import { permissionMissing } from './permission.ts';
import { type CalledOperation, routes } from './store-routes.ts';

/** The store's address, ending in `/`; written in when the add-on is built. */
declare const STORE_URL: string;

/** A page that the store shows to people: `docs/admin`. */
export const storePage = (path: string): string => STORE_URL + path;

/** A request for one operation: exactly the parameters, query, body and key that the table of operations asks for. */
export type StoreRequest = { [Id in CalledOperation]: RequestFor<Id> }[CalledOperation];

type RequestFor<Id extends CalledOperation> = { id: Id } & Part<'params', ParamsOf<Id>> &
  Part<'body', BodyOf<Id>> &
  OptionalPart<'query', QueryOf<Id>> &
  // `key`: the Idempotency-Key. The same key with the same body is carried out once.
  Part<'key', (typeof operations)[Id]['write'] extends true ? string : undefined>;
type Part<Name extends string, T> = T extends undefined ? { [K in Name]?: undefined } : { [K in Name]: T };
type OptionalPart<Name extends string, T> = T extends undefined ? { [K in Name]?: undefined } : { [K in Name]?: T };
export type AnswersTo<R extends readonly StoreRequest[]> = { -readonly [K in keyof R]: AnswerTo<R[K]> };
type AnswerTo<R> = R extends { id: infer Id extends CalledOperation } ? ResponseOf<Id> : never;

/** The contact store on behalf of one user, within one callback. */
export interface Store {
  /** @throws Problem the store's own, or `store-unreachable`. */
  call<const R extends StoreRequest>(request: R): AnswerTo<R>;
  /** Several readings at once, in parallel; the first problem among the answers is thrown. */
  all<const R extends readonly StoreRequest[]>(requests: R): AnswersTo<R>;
}

export function storeFor(identity: Identity, startedAt: number): Store {
  const send = (requests: readonly StoreRequest[]): unknown[] =>
    withOneRetry(startedAt, (timeoutSeconds) => {
      const prepared = requests.map((request) => prepare(request, identity.token, timeoutSeconds));
      return fetchAll(prepared).map(read);
    });
  return {
    call: (request) => send([request])[0] as never,
    all: (requests) => send(requests) as never,
  };
}

/** A try may take this long, and all tries of a callback must end within the time Gmail waits (30 s), with room to build a card. */
const tryMs = 10_000;
const callbackMs = 26_000;

/**
 * A second try after a timeout, a failed connection or a 5xx. Everything may be sent twice: readings change nothing, and
 * each write carries its Idempotency-Key.
 */
function withOneRetry<T>(startedAt: number, attempt: (timeoutSeconds: number) => T): T {
  const secondsLeft = () => Math.floor(Math.min(tryMs, startedAt + callbackMs - Date.now()) / 1000);
  if (secondsLeft() < 1) throw new Problem('store-unreachable', 'No time was left to ask the store');
  try {
    return attempt(secondsLeft());
  } catch (error) {
    if (!(error instanceof Problem) || !worthAnotherTry.has(error.code) || secondsLeft() < 1) throw error;
    return attempt(secondsLeft());
  }
}

const worthAnotherTry = new Set<Code>(['store-unreachable', 'unavailable', 'unexpected']);

interface Prepared {
  url: string;
  options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };
}

function prepare(request: StoreRequest, token: string, timeoutSeconds: number): Prepared {
  const { method, path } = routes[request.id];
  return {
    url: STORE_URL + withParams(path.slice(1), request.params ?? {}) + queryString(request.query ?? {}),
    options: {
      method: method.toLowerCase() as GoogleAppsScript.URL_Fetch.HttpMethod,
      headers: { authorization: `Bearer ${token}`, ...(request.key && { 'idempotency-key': request.key }) },
      ...(request.body && { contentType: 'application/json', payload: JSON.stringify(request.body) }),
      muteHttpExceptions: true,
      followRedirects: false,
      timeoutSeconds,
    },
  };
}

function withParams(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(params[name] ?? ''));
}

function queryString(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return pairs.map(([name, value], i) => `${i ? '&' : '?'}${name}=${encoded(String(value))}`).join('');
}

/** Half a character, as a cut emoji leaves it, cannot be written in a URL. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

function fetchAll(requests: Prepared[]): GoogleAppsScript.URL_Fetch.HTTPResponse[] {
  const [first, ...others] = requests;
  try {
    if (first && others.length === 0) return [UrlFetchApp.fetch(first.url, first.options)];
    return UrlFetchApp.fetchAll(requests.map(({ url, options }) => ({ url, ...options })));
  } catch (error) {
    if (permissionMissing())
      throw new Problem('permission-missing', 'The scope script.external_request was not granted');
    throw new Problem('store-unreachable', `UrlFetchApp: ${withoutAddresses(error)}`);
  }
}

/** The platform's error quotes the URL that was asked, and with it what was searched for. */
function withoutAddresses(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .slice(0, 2000)
    .replace(/https?:\S+/g, '(URL)')
    .slice(0, 200);
}

function read(response: GoogleAppsScript.URL_Fetch.HTTPResponse): unknown {
  const status = response.getResponseCode();
  const body = parse(response.getContentText());
  if (status >= 200 && status < 300 && body !== undefined) return body;
  const answer = (body ?? {}) as Partial<ProblemDocument>;
  const { code: named, requestId } = answer;
  const code = storeCodes.find((known) => known === named);
  if (code)
    throw new Problem(code, `The store answered ${status} ${code}`, {
      requestId,
      answer,
    });
  // What stands in front of the store (a proxy, a login page) answered instead of it.
  const reached = status < 500 && status !== 429;
  throw new Problem(
    reached ? 'unexpected' : 'unavailable',
    `The store answered ${status} without a known problem code`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
