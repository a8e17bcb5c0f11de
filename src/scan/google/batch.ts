import { randomUUID } from 'node:crypto';
import type { Refusal } from './failures.ts';
import type { Transport } from './transport.ts';

/** Several `messages.get` in one request, by message id. */
export async function getInBatch(
  transport: Transport,
  token: string,
  ids: string[],
  { format, fields }: { format: 'full' | 'metadata'; fields: string },
): Promise<Map<string, Refusal>> {
  const query = `format=${format}&fields=${encodeURIComponent(fields)}`;
  const asked = ids.map((id) => `messages/${encodeURIComponent(id)}?${query}`);
  const answers = await askInBatch(transport, token, asked);
  return new Map([...answers].flatMap(([at, answer]) => (ids[at] === undefined ? [] : [[ids[at], answer]])));
}

/**
 * Several GETs of the user's Gmail in one request, each by its path and query; the answers by the number of what was asked.
 * POST /batch/gmail/v1, multipart/mixed, at most 100 parts, of which Google advises 50
 * (developers.google.com/workspace/gmail/api/guides/batch). Each part is answered on its own. Google's client library for
 * Node has no batches.
 */
export async function askInBatch(transport: Transport, token: string, asked: string[]): Promise<Map<number, Refusal>> {
  const boundary = `batch_${randomUUID()}`;
  const parts = asked.map((path, at) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      `Content-ID: <${at}>`,
      '',
      `GET /gmail/v1/users/me/${path} HTTP/1.1`,
      '',
      '',
    ].join('\r\n'),
  );
  const response = await transport.request<string>({
    url: 'https://gmail.googleapis.com/batch/gmail/v1',
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/mixed; boundary=${boundary}` },
    data: `${parts.join('')}--${boundary}--`,
    responseType: 'text',
  });
  return new Map(readParts(response.data, response.headers.get('content-type') ?? ''));
}

/** By the number in the Content-ID. A part that cannot be read is left out, as one that never came. */
function readParts(body: string, contentType: string): [at: number, answer: Refusal][] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return [];
  return body
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((piece) => {
      const [outer = '', inner = '', ...rest] = piece.split(/\r?\n\r?\n/);
      const at = /^content-id:\s*<?response-<?(\d+)>?/im.exec(outer)?.[1];
      const status = /^HTTP\/1\.1 (\d{3})/.exec(inner.trim())?.[1];
      if (at === undefined || status === undefined) return [];
      const retryAfter = /^retry-after:\s*(.+)$/im.exec(inner)?.[1]?.trim();
      const text = rest.join('\r\n\r\n').trim();
      return [[Number(at), { status: Number(status), body: readJson(text), retryAfter }] as [number, Refusal]];
    });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
