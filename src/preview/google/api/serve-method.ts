import type { Context } from 'hono';
import type { EmulatedGoogle } from '../emulated-google.ts';
import type { Access } from '../oauth/access-tokens.ts';
import { ApiError, apiErrorResponse, invalidArgument, refuse } from './api-error.ts';
import { selectFields } from './field-mask.ts';
import type { ApiMethod, Call } from './method.ts';
import { type Params, readQuery } from './params.ts';

/**
 * Answers one request for one method: who asks, may they, is there a trouble, are the parameters known, is there quota.
 * Which of two refusals Google gives first is not documented; this order is assumed.
 */
export async function serveMethod(google: EmulatedGoogle, method: ApiMethod, context: Context): Promise<Response> {
  let units = 0;
  const answer = async (): Promise<Response> => {
    const url = new URL(context.req.url);
    const access = authenticate(google, context.req.header('authorization'));
    const trouble = method.units !== undefined && google.troubles.atGmail(access.subject ?? '', method.id);
    if (trouble) throw new ApiError(trouble);
    if (!method.scopes.some((scope) => access.scopes.has(scope))) refuse('insufficient-scope');
    const call: Call<Params> = {
      google,
      access,
      ...callerOf(google, access),
      path: context.req.param() as Record<string, string>,
      query: readQuery(url.searchParams, method.params),
      body: method.verb === 'POST' ? await readBody(context) : {},
    };
    if (method.units !== undefined) {
      const refusal = google.quota.take(method.units, access.subject ?? '', access.projectId);
      if (refusal) throw new ApiError(refusal);
      units = method.units;
    }
    const full = await method.run(call);
    const fields = url.searchParams.get('fields');
    return json(fields === null ? full : selectFields(full, fields, method.answers));
  };
  const response = await answer().catch((error) => {
    if (error instanceof ApiError) return apiErrorResponse(error.body);
    throw error;
  });
  google.counts.add(method.id, { status: response.status, units });
  return response;
}

/** Reads `Bearer …`; throws Google's 401 without one, or when it opens nothing (any more). */
export function authenticate(google: EmulatedGoogle, authorization: string | undefined): Access {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
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

async function readBody(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(invalidArgument('Invalid JSON payload received. Unexpected token.'));
  }
}

function json(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json; charset=UTF-8' } });
}
