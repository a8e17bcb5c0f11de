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
  google.counts.wire += 1;
  const { subject, asked, arrived } = await readRequest(google, request);
  const trouble = google.troubles.atConnection(subject, asked);
  if (trouble === 'slow') await sleep(google.slowMs);
  const isLost = trouble === 'hang' || trouble === 'cut';
  const response = await (isLost ? google.counts.asLost(() => answer(arrived)) : answer(arrived));
  if (trouble === 'hang') return untilAborted(request.signal);
  return trouble === 'cut' ? cutOff(response) : response;
}

interface Arrived {
  /** As whom is asked. */
  subject?: string;
  /** Address and body. */
  asked: string;
  /** The request with its body still to be read. */
  arrived: Request;
}

/** The body is read once: that of a clone is lost when the other one is collected as garbage. */
async function readRequest(google: EmulatedGoogle, request: Request): Promise<Arrived> {
  const { url, method, headers, signal } = request;
  const hasBody = method === 'POST';
  const body = hasBody ? await request.text() : '';
  const arrived = hasBody ? new Request(url, { method, headers, signal, body }) : request;
  const token = bearerToken(headers.get('authorization'));
  const isForToken = !token && new URL(url).pathname === '/token';
  const subject = token
    ? google.accessTokens.find(token)?.subject
    : isForToken
      ? subjectOfAssertion(new URLSearchParams(body))
      : undefined;
  return { ...(subject && { subject }), asked: `${url}\n${body}`, arrived };
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
