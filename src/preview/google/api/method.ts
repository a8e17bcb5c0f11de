import type { Organisation, Person } from '../directory/organisation.ts';
import type { EmulatedGoogle } from '../emulated-google.ts';
import type { GmailMailbox } from '../mailboxes/mailbox.ts';
import type { Access } from '../oauth/access-tokens.ts';
import type { Shape } from './field-mask.ts';
import type { Params, Query } from './params.ts';

/** One method of a Google API, as its discovery document describes it. */
export interface ApiMethod {
  /** `gmail.users.messages.get`. */
  id: string;
  verb: 'GET' | 'POST';
  /** Parameters begin with a colon: `/gmail/v1/users/:userId/profile`. */
  path: string;
  /** One of them is enough. */
  scopes: readonly string[];
  /** Gmail's quota units; undefined where no quota is emulated. */
  units?: number;
  params: Params;
  answers: Shape;
  /** Throws ApiError. */
  /** Nothing where Google answers without a body. */
  run(call: Call<Params>): object | undefined;
}

/** Everything a method needs to answer one request. */
export interface Call<P extends Params> {
  google: EmulatedGoogle;
  access: Access;
  /** Whom the service account acts for. */
  person: Person;
  organisation: Organisation;
  /** The parameters of the path, decoded. */
  path: Record<string, string>;
  query: Query<P>;
  /** The JSON body; `{}` when there is none. */
  body: Record<string, unknown>;
}

/** A Gmail method's call: there is a mailbox. */
export type MailboxCall<P extends Params> = Call<P> & { mailbox: GmailMailbox };

/** Keeps the types of the parameters together with the function that reads them. */
export const apiMethod = <P extends Params>(
  method: Omit<ApiMethod, 'params' | 'run'> & { params: P; run(call: Call<P>): object | undefined },
): ApiMethod => method as unknown as ApiMethod;
