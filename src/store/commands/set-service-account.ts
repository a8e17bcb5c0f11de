import type { z } from 'zod';
import { keyTexts } from '../../api/key-texts.ts';
import type { ServiceAccount } from '../../api/schemas.ts';
import type { Google, LinkageCause } from '../../api/types.ts';
import type { Context } from '../context.ts';
import {
  type Credential,
  KeyFileInvalid,
  LinkageFailure,
  type MailProvider,
  type ReadCredential,
} from '../mail-provider.ts';
import { Problem } from '../problem.ts';
import { lockIntegration, saveIntegration } from '../sql/integrations.ts';
import { failWithoutKey, retryWithKey } from '../sql/linkages.ts';
import { deleteSecret } from '../sql/secrets.ts';
import { googleAnswer } from './google-answer.ts';
import { type AboutCredential, googleProvider, serviceAccountSecret, shownOf } from './google-credential.ts';
import { recordAct } from './record-act.ts';

/** A credential that Google has seen. */
export interface TriedCredential {
  credential: Credential;
  about: AboutCredential;
  /** Why it could not read the admin's mailbox: most often it is not delegated yet. */
  cause: LinkageCause | undefined;
}

/**
 * Checks a key file, then tries it on the admin's own mailbox. A key that Google knows is fine, whatever it may do so far: its
 * client ID has to be delegated, for which it is shown after it is registered; that of an account without a file is asked for. Throws the problem when it is not fine.
 */
export async function tryServiceAccount(
  provider: MailProvider,
  { keyFile, attached = '' }: z.output<typeof ServiceAccount>,
  admin: string,
): Promise<TriedCredential> {
  if (keyFile === undefined) {
    const credential: Credential = { kind: 'attached', account: attached };
    const cause = await causeOf(provider, credential, admin);
    const clientId = await provider.findClientId(attached);
    return { credential, about: clientId === undefined ? {} : { clientId }, cause };
  }
  const { kept, ...about } = readKeyFile(provider, keyFile);
  const credential: Credential = { kind: 'key', account: about.account, kept };
  return { credential, about, cause: await causeOf(provider, credential, admin) };
}

/** Why it cannot read the admin's mailbox; undefined when it can. Throws the problem when it is not fine. */
async function causeOf(
  provider: MailProvider,
  credential: Credential,
  admin: string,
): Promise<LinkageCause | undefined> {
  try {
    await provider.tryCredential(credential, admin);
    return undefined;
  } catch (error) {
    if (!(error instanceof LinkageFailure)) throw error;
    const { en, ja } = keyTexts(error.reason, credential.kind);
    if (unanswered.includes(error.reason)) {
      throw new Problem('google-unavailable', `${en.cause} The key was not saved; try again`, { cause: error });
    }
    if (refused.includes(error.reason)) {
      const explained = { en: `${en.cause} ${en.fix}`, ja: `${ja.cause}${ja.fix}` };
      throw new Problem('key-refused', explained.en, { cause: error, explained });
    }
    return error.reason;
  }
}

const refused: LinkageCause[] = ['key-invalid', 'key-deleted', 'clock'];
const unanswered: LinkageCause[] = ['rate-limited', 'google-unavailable', 'timeout'];

function readKeyFile(provider: MailProvider, keyFile: string): ReadCredential {
  try {
    return provider.readCredential(keyFile);
  } catch (error) {
    if (!(error instanceof KeyFileInvalid)) throw error;
    const wrong = error.errors.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new Problem('key-file-invalid', `Check the file and upload it again: ${wrong}`, { errors: error.errors });
  }
}

/** From now on it is this one for all functions; mailboxes that failed for the one before are tried again. */
export async function setServiceAccount(
  context: Context,
  { credential, about, cause }: TriedCredential,
): Promise<Google> {
  const { db, tenant, now, secrets } = context;
  const present = await lockIntegration(db, tenant.id, googleProvider);
  if (credential.kind === 'key') await secrets.save(db, tenant.id, serviceAccountSecret, credential.kept, now);
  else await deleteSecret(db, tenant.id, serviceAccountSecret);
  const shown = shownOf(context, credential, about, cause);
  const next = { ...present, revision: present.revision + 1, credential: shown };
  await saveIntegration(db, tenant.id, googleProvider, next);
  await retryWithKey(db, tenant.id, googleProvider, now);
  const { account, keyId = '' } = shown;
  await recordAct(context, {
    act: 'google.key-set',
    details: { account, keyId, replaced: present.credential !== undefined },
  });
  return await googleAnswer(context, next);
}

/** Every mailbox then has an authentication error, and the functions stay as they are switched. */
export async function deleteServiceAccount(context: Context): Promise<Google> {
  const { db, tenant, now } = context;
  const { credential, ...present } = await lockIntegration(db, tenant.id, googleProvider);
  if (!credential) return await googleAnswer(context, present);
  await deleteSecret(db, tenant.id, serviceAccountSecret);
  const next = { ...present, revision: present.revision + 1 };
  await saveIntegration(db, tenant.id, googleProvider, next);
  await failWithoutKey(db, tenant.id, googleProvider, now);
  const { account, keyId = '' } = credential;
  await recordAct(context, { act: 'google.key-delete', details: { account, keyId } });
  return await googleAnswer(context, next);
}
