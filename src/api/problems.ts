import type { Contact, ValueChange } from './types.ts';

/** Every failure the store answers with (RFC 9457): `type` is `/problems/<code>`. The add-on has a card for each. */
export const problems = {
  'token-missing': { status: 401, title: 'No identity token' },
  'token-invalid': { status: 401, title: 'The identity token is not valid' },
  'token-expired': { status: 401, title: 'The identity token has expired' },
  'tenant-unknown': { status: 403, title: 'This organisation is not set up' },
  'feature-off': { status: 403, title: 'Contact Inbox is switched off for this organisation' },
  'switched-off': { status: 403, title: 'An admin has switched Contact Inbox off' },
  'user-not-enabled': { status: 403, title: 'This user is not enabled' },
  'admin-only': { status: 403, title: 'Only an admin may do this' },
  'suggestion-not-found': { status: 404, title: 'No such suggestion' },
  'suggestion-closed': { status: 409, title: 'This suggestion is no longer pending' },
  'contact-not-found': { status: 404, title: 'No such contact' },
  'contact-incomplete': { status: 422, title: 'The contact lacks a name, a company or an address' },
  'contact-outdated': { status: 409, title: 'The contact was changed since you saw it' },
  'address-taken': { status: 409, title: 'Another contact has this address' },
  'contact-not-merged': { status: 409, title: 'That contact is not merged into this one' },
  'merged-later': { status: 409, title: 'Another contact was merged into this one later' },
  suppressed: { status: 409, title: 'No suggestions of this person are wanted' },
  'suppression-not-found': { status: 404, title: 'No such entry in the list' },
  'domain-shared': { status: 422, title: 'The domain of a mail provider cannot be blocked' },
  'undo-not-found': { status: 404, title: 'Nothing to undo' },
  'undo-expired': { status: 410, title: 'Too late to undo' },
  'undo-conflict': { status: 409, title: 'The contact was changed since' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'quota-exceeded': { status: 429, title: 'Quota used up' },
  'roster-outdated': { status: 409, title: 'The store has a newer list of enabled users' },
  'roster-behind': { status: 409, title: 'The store lacks earlier changes to the list of enabled users' },
  'settings-outdated': { status: 409, title: 'The settings were changed by somebody else' },
  'webhook-not-found': { status: 404, title: 'No such webhook' },
  'delivery-not-found': { status: 404, title: 'No such delivery' },
  'webhook-limit': { status: 409, title: 'Too many webhooks' },
  'key-file-invalid': { status: 422, title: "This is not the JSON file of a service account's key" },
  'key-refused': { status: 422, title: 'Google refuses this key' },
  'key-missing': { status: 409, title: 'No service account is registered' },
  'function-off': { status: 409, title: 'Automatic suggestions are switched off' },
  'linkage-not-found': { status: 404, title: 'No such user' },
  'directory-unavailable': { status: 409, title: 'The directory cannot be read' },
  'google-unavailable': { status: 424, title: 'Google cannot be reached now' },
  'provider-missing': { status: 501, title: 'This store does not read mailboxes' },
  'secret-key-missing': { status: 501, title: 'The store has no key for secrets' },
  'idempotency-key-missing': { status: 400, title: 'No Idempotency-Key header' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'request-invalid': { status: 422, title: 'The request is not valid' },
  'cursor-invalid': { status: 422, title: 'The cursor is not valid' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'media-type-unsupported': { status: 415, title: 'The request body must be application/json' },
  'not-found': { status: 404, title: 'No such resource' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  unavailable: { status: 503, title: 'The store cannot answer now' },
  unexpected: { status: 500, title: 'Unexpected error' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** The body of every error answer, `application/problem+json`. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  /** Names the request in the store's log. */
  requestId?: string;
  /** Which parts of the request are wrong or missing, for `request-invalid`, `contact-incomplete` and `key-file-invalid`. */
  errors?: { path: string; message: string }[];
  /** The contact as it stands, and what has changed since, for `contact-outdated`. */
  contact?: Contact;
  changes?: ValueChange[];
  /** What is to be delegated, by commas, for `directory-unavailable`. */
  scopeLine?: string;
  /** Why, and what mends it, for `key-refused`. */
  explained?: { en: string; ja: string };
}
