import type { EmulatedGoogle } from '../emulated-google.ts';
import { type Access, bearerToken } from '../oauth/access-tokens.ts';
import { type ApiAnswer, ApiError, errorAnswer, invalidArgument, jsonAnswer, refuse } from './api-error.ts';
import { selectFields } from './field-mask.ts';
import type { ApiMethod, Call } from './method.ts';
import { type Params, readQuery } from './params.ts';

/** A request to an API method, alone or as a part of a batch. */
export interface ApiRequest {
  verb: string;
  url: URL;
  /** The header. */
  authorization?: string;
  body: string;
}

/** Finds the method that a verb and path name; undefined when Google has none such, or this does not know it. */
export function findMethod(
  methods: readonly ApiMethod[],
  verb: string,
  pathname: string,
): { method: ApiMethod; path: Record<string, string> } | undefined {
  for (const method of methods) {
    const match = method.verb === verb ? patternOf(method).exec(pathname) : null;
    if (match) return { method, path: Object.fromEntries(Object.entries(match.groups ?? {}).map(decoded)) };
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf({ path }: ApiMethod): RegExp {
  const known = patterns.get(path);
  if (known) return known;
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  patterns.set(path, pattern);
  return pattern;
}

function decoded([name, value]: [string, string]): [string, string] {
  try {
    return [name, decodeURIComponent(value)];
  } catch {
    return [name, value];
  }
}

/**
 * Answers one request for one method: who asks, may they, is there a trouble, are the parameters known, is there quota.
 * Which of two refusals Google gives first is not documented; this order is assumed.
 */
export async function serveMethod(
  google: EmulatedGoogle,
  { method, path }: { method: ApiMethod; path: Record<string, string> },
  request: ApiRequest,
): Promise<ApiAnswer> {
  let units = 0;
  const answer = async (): Promise<ApiAnswer> => {
    const access = authenticate(google, request.authorization);
    const trouble = method.units !== undefined && google.troubles.atGmail(access.subject ?? '', method.id, path.id);
    if (trouble) throw new ApiError(trouble);
    if (!method.scopes.some((scope) => access.scopes.has(scope))) refuse('insufficient-scope');
    const query = readQuery(request.url.searchParams, method.params);
    const body = method.verb === 'POST' ? readBody(request.body) : {};
    const call: Call<Params> = { google, access, ...callerOf(google, access), path, query, body };
    if (method.units !== undefined) {
      const refusal = google.quota.take(method.units, access.subject ?? '', access.projectId);
      if (refusal) throw new ApiError(refusal);
      units = method.units;
    }
    const full = method.run(call);
    if (full === undefined) return { status: 204, headers: {}, body: '' };
    const fields = request.url.searchParams.get('fields');
    return jsonAnswer(fields === null ? full : selectFields(full, fields, method.answers));
  };
  const answered = await answer().catch(errorAnswer);
  google.counts.add(method.id, { status: answered.status, units });
  return answered;
}

/** Reads `Bearer …`; throws Google's 401 without one, or when it opens nothing (any more). */
export function authenticate(google: EmulatedGoogle, authorization: string | undefined): Access {
  const token = bearerToken(authorization);
  if (!token) return refuse('no-credentials');
  return google.accessTokens.find(token) ?? refuse('invalid-credentials');
}

/** A service account that acts for nobody has neither mailbox nor directory. */
function callerOf(google: EmulatedGoogle, { subject }: Access): Pick<Call<Params>, 'person' | 'organisation'> {
  const organisation = subject === undefined ? undefined : google.organisationOf(subject);
  const person = organisation?.findPerson(subject ?? '');
  if (!organisation || !person) return refuse('precondition-failed');
  return { person, organisation };
}

function readBody(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(invalidArgument('Invalid JSON payload received. Unexpected token.'));
  }
}
