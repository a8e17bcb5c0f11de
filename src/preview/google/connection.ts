import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatedGoogle } from './emulated-google.ts';
import { bearerToken } from './oauth/access-tokens.ts';
import { subjectOfAssertion } from './oauth/token-endpoint.ts';

/**
 * What befalls a request on its way, if its user has such a trouble: the answer comes late, never, or breaks off in the
 * middle of its body. Google has done its work by then, so what it counts is counted.
 */
export async function throughTheNetwork(
  google: EmulatedGoogle,
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const trouble = google.troubles.atConnection(await subjectOf(google, request));
  if (trouble === 'slow') await sleep(google.slowMs);
  const response = await answer(request);
  if (trouble === 'hang') return untilAborted(request.signal);
  return trouble === 'cut' ? cutOff(response) : response;
}

async function subjectOf(google: EmulatedGoogle, request: Request): Promise<string | undefined> {
  const token = bearerToken(request.headers.get('authorization'));
  if (token) return google.accessTokens.find(token)?.subject;
  if (new URL(request.url).pathname !== '/token') return undefined;
  return subjectOfAssertion(new URLSearchParams(await request.clone().text()));
}

function untilAborted(signal: AbortSignal): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Fewer bytes than were announced, then the connection closes. */
async function cutOff(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('content-length', `${bytes.length}`);
  headers.set('connection', 'close');
  return new Response(bytes.subarray(0, Math.ceil(bytes.length / 2)), { status: response.status, headers });
}
