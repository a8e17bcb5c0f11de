import type { Operation } from '../api/operation.ts';
import type { ProblemDocument } from '../api/problems.ts';
import { Problem } from './problem.ts';

/** What a request asks for, checked against the operation's schemas. */
export interface RequestInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Throws the problem to answer with when a part is missing, too large or not as the schemas say. */
export async function readRequest(
  operation: Operation,
  request: Request,
  params: Record<string, string>,
  maxBodyBytes: number,
): Promise<RequestInput> {
  const parts: { in: string; schema: Schema | undefined; value: () => unknown | Promise<unknown> }[] = [
    { in: 'path', schema: operation.params, value: () => params },
    { in: 'query', schema: operation.query, value: () => queryOf(request) },
    { in: 'body', schema: operation.body, value: () => readJson(request, maxBodyBytes) },
  ];
  const values: unknown[] = [];
  const errors: Errors = [];
  for (const part of parts) {
    if (!part.schema) {
      values.push(undefined);
      continue;
    }
    const parsed = part.schema.safeParse(await part.value());
    values.push(parsed.data);
    errors.push(...errorsFrom(part.in, parsed.error?.issues ?? []));
  }
  if (errors.length > 0) throw invalid(errors);
  return { params: values[0], query: values[1], body: values[2] };
}

/** The key that makes a write repeatable without harm. */
export function readIdempotencyKey(headers: Headers): string {
  const key = headers.get('idempotency-key') ?? '';
  if (!key) throw new Problem('idempotency-key-missing', 'Send a new Idempotency-Key with every write');
  if (key.length > 255) throw invalid([{ path: 'header.idempotency-key', message: 'is longer than 255 characters' }]);
  return key;
}

type Schema = NonNullable<Operation['body']>;
type Errors = NonNullable<ProblemDocument['errors']>;

/** The first value of each parameter. */
function queryOf(request: Request): Record<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of new URL(request.url).searchParams) if (!query.has(name)) query.set(name, value);
  return Object.fromEntries(query);
}

async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Problem('media-type-unsupported', `The body is ${type.slice(0, 100) || 'of no stated type'}`);
  }
  const text = new TextDecoder().decode(await readBytes(request, maxBytes));
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? wellFormed(value) : value));
  } catch {
    throw invalid([{ path: 'body', message: 'is not JSON' }]);
  }
}

/** Throws the problem `body-too-large`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new Problem('body-too-large', `The body may have at most ${maxBytes} bytes`);
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Half a surrogate pair, as a cut emoji leaves it, is no text to PostgreSQL: it becomes the replacement character. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const maxErrors = 20;

const errorsFrom = (place: string, issues: readonly { path: PropertyKey[]; message: string }[]): Errors =>
  issues
    .slice(0, maxErrors)
    .map(({ path, message }) => ({ path: [place, ...path].join('.'), message: message.slice(0, 200) }));

const invalid = (errors: Errors): Problem =>
  new Problem('request-invalid', `Not as it should be: ${errors.map((error) => error.path).join(', ')}`, { errors });
