import { keyTexts } from '../../api/key-texts.ts';
import type { Google } from '../../api/types.ts';
import type { Context } from '../context.ts';
import type { FunctionName, IntegrationRecord, KeptCredential } from '../sql/integrations.ts';
import { countByStatus } from '../sql/linkages.ts';
import { googleProvider } from './google-credential.ts';
import { keyCause } from './key-state.ts';

/** Google's integration as admins see it. */
export async function googleAnswer(
  context: Context,
  { revision, credential, functions, settings }: IntegrationRecord,
): Promise<Google> {
  const { db, tenant, mailProvider, sendsMail } = context;
  const linkages = await countByStatus(db, tenant.id, googleProvider, {});
  const usedBy = functionNames.filter((name) => functions[name]?.on);
  const failing = ['authentication-error', 'unauthorized', 'linkage-error'] as const;
  return {
    revision,
    key: credential ? { ...(await shownKey(context, credential)), usedBy } : null,
    scopeLine: mailProvider?.scopes.mail.concat(mailProvider.scopes.directory).join(',') ?? '',
    functions: { contactInbox: functions.contactInbox ?? off, activity: functions.activity ?? off },
    settings,
    linkages,
    mailboxesFailing: failing.reduce((sum, status) => sum + linkages[status], 0),
    mail: sendsMail ? 'smtp' : 'outbox',
  };
}

async function shownKey(context: Context, credential: KeptCredential) {
  const { triedAt: _, cause: __, ...key } = credential;
  const cause = await keyCause(context, credential);
  return { ...key, ...(cause && { cause, explained: keyTexts(cause, credential.kind) }) };
}

const functionNames: FunctionName[] = ['contactInbox', 'activity'];
const off = { on: false };
