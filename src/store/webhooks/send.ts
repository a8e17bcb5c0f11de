import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { lookupPublic, PrivateAddress, refusePrivateHost } from './public-address.ts';

/** What an endpoint answered, or why nothing came: its body is not read. */
export type Sent = { status: number; retryAfterSeconds?: number } | { error: string };

export interface SendOptions {
  /** Addresses of private networks and of this machine too, and http://. */
  allowPrivate: boolean;
  timeoutMilliseconds: number;
}

/** Posts JSON to an endpoint, on a connection of its own, and follows no redirect. Never rejects. */
export async function send(
  address: string,
  headers: Record<string, string>,
  body: string,
  options: SendOptions,
): Promise<Sent> {
  try {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !(options.allowPrivate && url.protocol === 'http:')) return { error: 'not-https' };
    if (!options.allowPrivate) refusePrivateHost(url);
    return await post(url, headers, body, options);
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  { allowPrivate, timeoutMilliseconds }: SendOptions,
): Promise<Sent> {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Contact-Inbox-Webhooks/1',
      ...headers,
    },
    ...(!allowPrivate && { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
      const retryAfterSeconds = secondsOf(response.headers['retry-after']);
      resolve({ status: response.statusCode ?? 0, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Retry-After, in seconds or as a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const time = Date.parse(header);
  return Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - Date.now()) / 1000));
}

/** A word for the list of deliveries; an error's message would name addresses of the network. */
function reasonOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  if (error instanceof PrivateAddress) return error.code;
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code)
    ? code.toLowerCase().replaceAll('_', '-')
    : 'failed';
}
