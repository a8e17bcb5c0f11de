import type { Google } from '../../api/types.ts';
import type { Context } from '../context.ts';
import type { FunctionName, IntegrationRecord } from '../sql/integrations.ts';
import { countByStatus } from '../sql/linkages.ts';
import { googleProvider } from './google-credential.ts';

/** Google's integration as admins see it. */
export async function googleAnswer(
  { db, tenant, mailProvider, sendsMail }: Context,
  { revision, credential, functions, settings }: IntegrationRecord,
): Promise<Google> {
  const linkages = await countByStatus(db, tenant.id, googleProvider, {});
  const usedBy = functionNames.filter((name) => functions[name]?.on);
  const failing = ['authentication-error', 'unauthorized', 'linkage-error'] as const;
  return {
    revision,
    key: credential ? { ...credential, usedBy } : null,
    scopeLine: mailProvider?.scopes.mail.concat(mailProvider.scopes.directory).join(',') ?? '',
    functions: { contactInbox: functions.contactInbox ?? off, activity: functions.activity ?? off },
    settings,
    linkages,
    mailboxesFailing: failing.reduce((sum, status) => sum + linkages[status], 0),
    mail: sendsMail ? 'smtp' : 'outbox',
  };
}

const functionNames: FunctionName[] = ['contactInbox', 'activity'];
const off = { on: false };
