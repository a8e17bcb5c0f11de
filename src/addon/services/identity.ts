import { Problem } from '../problem.ts';

/** Who runs the add-on, as Google's identity token says. The store verifies the token; here it only picks the roster's key. */
export interface Identity {
  token: string;
  email: string;
  /** The `hd` claim: the organisation's domain. */
  domain: string;
}

/** @throws Problem `permission-missing` without the `openid` scope; `personal-account` outside any organisation. */
export function getIdentity(): Identity {
  const token: string | null = ScriptApp.getIdentityToken();
  if (!token) throw new Problem('permission-missing', 'No identity token: the scope openid was not granted');
  const { email, hd } = readClaims(token);
  if (!email) throw new Problem('permission-missing', 'No email claim: the scope userinfo.email was not granted');
  if (!hd) throw new Problem('personal-account', 'No hd claim: the account belongs to no organisation');
  return { token, email: email.toLowerCase(), domain: hd.toLowerCase() };
}

function readClaims(token: string): { email?: string; hd?: string } {
  try {
    return JSON.parse(utf8(base64url(token.split('.')[1] ?? '')));
  } catch {
    throw new Problem('token-invalid', 'The identity token is not a JWT');
  }
}

/** The bytes of base64url without padding: the platform has no atob, and Utilities insists on padding. */
function base64url(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new Error('not base64url');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const utf8 = (bytes: number[]): string =>
  decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
