import type { LinkageCause } from '../../api/types.ts';
import type { Context } from '../context.ts';
import type { Credential, MailProvider, ReadCredential } from '../mail-provider.ts';
import { Problem } from '../problem.ts';
import { getIntegration, type KeptCredential } from '../sql/integrations.ts';

/** Under which name the key is kept among the organisation's secrets. */
export const serviceAccountSecret = 'google-service-account';

/** By which rows of the database are those of Google's mailboxes. */
export const googleProvider = 'google';

/** What mailboxes are read with; undefined when none is registered. Throws as `Secrets.find` does. */
export async function findCredential(
  { db, tenant, secrets }: Pick<Context, 'db' | 'secrets'> & { tenant: Pick<Context['tenant'], 'id'> },
  provider = googleProvider,
): Promise<Credential | undefined> {
  const { credential } = await getIntegration(db, tenant.id, provider);
  if (!credential) return undefined;
  const { kind, account } = credential;
  if (kind === 'attached') return { kind, account };
  const kept = await secrets.find(db, tenant.id, serviceAccountSecret);
  return kept === undefined ? undefined : { kind, account, kept };
}

/** The same for who cannot go on without it. */
export async function getCredential(context: Context): Promise<Credential> {
  const credential = await findCredential(context);
  if (!credential) throw keyMissing();
  return credential;
}

export const keyMissing = (): Problem =>
  new Problem('key-missing', 'Register a service account under Integrations, Google first');

export function getProvider({ mailProvider }: Context): MailProvider {
  if (mailProvider) return mailProvider;
  throw new Problem('provider-missing', 'Who runs this store has set it up without reading mailboxes');
}

/** What its file says of a key; of an attached account, what Google does. */
export type AboutCredential = Partial<Omit<ReadCredential, 'kept'>>;

/** What may be shown of a new credential. */
export const shownOf = (
  { user, now }: Context,
  credential: Credential,
  about: AboutCredential,
  cause: LinkageCause | undefined,
): KeptCredential => {
  const registered = { registeredAt: now.toISOString(), registeredBy: user.email };
  return { ...about, kind: credential.kind, account: credential.account, ...registered, ...(cause && { cause }) };
};
