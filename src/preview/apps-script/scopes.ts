import { ScriptError } from './script-error.ts';

const google = 'https://www.googleapis.com/auth/';

export const scope = {
  openid: 'openid',
  email: `${google}userinfo.email`,
  locale: `${google}script.locale`,
  externalRequest: `${google}script.external_request`,
  gmailExecute: `${google}gmail.addons.execute`,
  messageAction: `${google}gmail.addons.current.message.action`,
  messageMetadata: `${google}gmail.addons.current.message.metadata`,
  messageReadonly: `${google}gmail.addons.current.message.readonly`,
} as const;

/** What one execution may do: the scopes the manifest asks for, less those its user has not granted. */
export class Scopes {
  readonly asked: readonly string[];
  readonly granted: readonly string[];

  constructor(asked: readonly string[], granted: readonly string[] = asked) {
    this.asked = asked;
    this.granted = asked.filter((one) => granted.includes(one));
  }

  has(...anyOf: string[]): boolean {
    return anyOf.some((one) => this.granted.includes(one));
  }

  missing(wanted: readonly string[]): string[] {
    return wanted.filter((one) => !this.granted.includes(one));
  }

  /**
   * Throws unless one of the scopes is granted, as the platform does: one sentence for a manifest that does not ask
   * for it, another for a user who did not grant it.
   */
  require(call: string, ...anyOf: string[]): void {
    if (this.has(...anyOf)) return;
    const required = `Required permissions: ${anyOf.length > 1 ? `(${anyOf.join(' || ')})` : anyOf[0]}`;
    const asked = anyOf.filter((one) => this.asked.includes(one));
    if (asked.length === 0)
      throw new ScriptError(`Specified permissions are not sufficient to call ${call}. ${required}`);
    throw new ScriptError(`You do not have permission to call ${call}. ${required}`, { scopes: asked });
  }
}
