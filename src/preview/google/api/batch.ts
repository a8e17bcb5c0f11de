import { STATUS_CODES } from 'node:http';
import type { EmulatedGoogle } from '../emulated-google.ts';
import { gmailMethods } from '../gmail/methods.ts';
import { ApiError, answerResponse, apiErrors, errorAnswer, invalidArgument } from './api-error.ts';
import { findMethod, serveMethod } from './serve-method.ts';

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
    return answerResponse(errorAnswer(error));
  }
}

interface Part {
  /** With its angle brackets, if it had any. */
  contentId?: string;
  verb: string;
  url: URL;
  headers: Map<string, string>;
  body: string;
}

async function answerPart(google: EmulatedGoogle, part: Part, outer: Request): Promise<string> {
  const { verb, url, headers, body, contentId } = part;
  const authorization = headers.get('authorization') ?? outer.headers.get('authorization') ?? undefined;
  const found = findMethod(gmailMethods, verb, url.pathname);
  const answer = found
    ? await serveMethod(google, found, { verb, url, authorization, body })
    : errorAnswer(new ApiError(apiErrors['not-found']));
  const id = contentId ? `Content-ID: ${contentId.replace(/^(<?)/, '$1response-')}\r\n` : '';
  const answerHeaders = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n`;
  return `Content-Type: application/http\r\n${id}\r\n${status}${answerHeaders.join('')}\r\n${answer.body}`;
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
  const url = new URL(target, 'https://gmail.googleapis.com');
  if (
    !request ||
    !partHeaders.get('content-type')?.startsWith('application/http') ||
    !url.pathname.startsWith('/gmail/v1/')
  ) {
    throw malformed('Failed to parse batch request.');
  }
  const contentId = partHeaders.get('content-id');
  return { contentId, verb, url, headers: readHeaders(lines.join('\r\n')), body: body.join('\r\n\r\n') };
}

/** By lower-case name. */
function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name && value !== undefined) headers.set(name.toLowerCase(), value);
  }
  return headers;
}

const malformed = (message: string) => new ApiError(invalidArgument(message));
