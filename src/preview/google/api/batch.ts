import type { EmulatedGoogle } from '../emulated-google.ts';
import { ApiError, apiErrorResponse, invalidArgument } from './api-error.ts';

/** developers.google.com/workspace/gmail/api/guides/batch */
const maxParts = 100;

/**
 * POST /batch/gmail/v1: up to 100 requests in one, multipart/mixed, each a part of type application/http. Each is answered
 * and counted as if it had come alone; the outer Authorization header is for those that have none. Google's wording for a
 * body it cannot read is not known.
 */
export async function answerBatch(google: EmulatedGoogle, request: Request): Promise<Response> {
  try {
    const trouble = google.troubles.atBatch();
    if (trouble) throw new ApiError(trouble);
    const answers: string[] = [];
    for (const part of readParts(await request.text(), request.headers.get('content-type') ?? '')) {
      answers.push(await answerPart(google, part, request));
    }
    const boundary = `batch_${crypto.randomUUID()}`;
    const body = `${answers.map((answer) => `--${boundary}\r\n${answer}\r\n`).join('')}--${boundary}--\r\n`;
    return new Response(body, { headers: { 'content-type': `multipart/mixed; boundary=${boundary}` } });
  } catch (error) {
    if (error instanceof ApiError) return apiErrorResponse(error.body);
    throw error;
  }
}

interface Part {
  /** With its angle brackets, if it had any. */
  contentId?: string;
  verb: string;
  path: string;
  headers: Headers;
  body: string;
}

async function answerPart(google: EmulatedGoogle, part: Part, outer: Request): Promise<string> {
  const headers = new Headers(part.headers);
  const authorization = headers.get('authorization') ?? outer.headers.get('authorization');
  if (authorization) headers.set('authorization', authorization);
  const init = { method: part.verb, headers, body: part.verb === 'GET' ? undefined : part.body };
  const response = await google.answer(new Request(new URL(part.path, outer.url), init));
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return [
    'Content-Type: application/http',
    ...(part.contentId ? [`Content-ID: ${part.contentId.replace(/^(<?)/, '$1response-')}`] : []),
    '',
    `HTTP/1.1 ${response.status} ${response.statusText}`,
    ...lines,
    '',
    await response.text(),
  ].join('\r\n');
}

function readParts(body: string, contentType: string): Part[] {
  const boundary = /^multipart\/mixed\s*;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw malformed('The Content-Type of a batch must be multipart/mixed with a boundary.');
  const pieces = `\r\n${body.replace(/\r?\n/g, '\r\n')}`.split(`\r\n--${boundary}`);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  const parts = pieces.slice(1, end === -1 ? undefined : end).map(readPart);
  if (end === -1 || parts.length === 0) throw malformed('Failed to parse batch request.');
  if (parts.length > maxParts) throw malformed(`The batch request has ${parts.length} parts; ${maxParts} are allowed.`);
  return parts;
}

function readPart(piece: string): Part {
  const [outer, inner = '', ...body] = piece.replace(/^[ \t]*\r\n/, '').split('\r\n\r\n');
  const partHeaders = readHeaders(outer ?? '');
  const [requestLine = '', ...lines] = inner.split('\r\n');
  const request = /^([A-Z]+) (\S+)(?: HTTP\/1\.1)?$/.exec(requestLine);
  const [, verb = '', target = ''] = request ?? [];
  const path = target.replace(/^https:\/\/[^/]+/, '');
  if (!request || !partHeaders.get('content-type')?.startsWith('application/http') || !path.startsWith('/gmail/v1/')) {
    throw malformed('Failed to parse batch request.');
  }
  const contentId = partHeaders.get('content-id') ?? undefined;
  return { contentId, verb, path, headers: readHeaders(lines.join('\r\n')), body: body.join('\r\n\r\n') };
}

function readHeaders(block: string): Headers {
  const headers = new Headers();
  for (const line of block.split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined) headers.set(name, value);
  }
  return headers;
}

const malformed = (message: string) => new ApiError(invalidArgument(message));
