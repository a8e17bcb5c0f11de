import type { Access } from '../oauth/access-tokens.ts';

const scope = (name: string) => `https://www.googleapis.com/auth/gmail.${name}`;

export const mailScope = 'https://mail.google.com/';
export const contentScopes = [mailScope, scope('modify'), scope('readonly')];
export const metadataScope = scope('metadata');
export const anyReadScope = [...contentScopes, metadataScope];

/** Headers and labels, but no body and no search. Google looks at the metadata scope first (assumed only without others). */
export const metadataOnly = ({ scopes }: Access): boolean =>
  scopes.has(metadataScope) && !contentScopes.some((each) => scopes.has(each));
