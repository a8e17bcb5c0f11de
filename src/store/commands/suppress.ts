import { randomUUID } from 'node:crypto';
import { isFreeMail } from '../../contact/data/free-mail.ts';
import { companyDomain } from '../../contact/mail-domain.ts';
import { emailDomain, emailKey } from '../../contact/normalize.ts';
import { registrableDomain } from '../../contact/registrable-domain.ts';
import { type Context, ownerIn } from '../context.ts';
import { Problem } from '../problem.ts';
import {
  addressKey,
  deleteSuppression,
  domainKey,
  insertSuppression,
  type SuppressionRecord,
  suppressedKeys,
} from '../sql/suppressions.ts';
import type { UndoStep } from '../undo-steps.ts';
import { recordAct } from './record-act.ts';

/** Whether the user or the organisation wants no suggestion of a person with one of these addresses. */
export async function isSuppressed(context: Pick<Context, 'db' | 'tenant'>, addresses: string[]): Promise<boolean> {
  const [suppressed = false] = await areSuppressed(context, [addresses]);
  return suppressed;
}

/** The same of several persons, each with their addresses. */
export async function areSuppressed(
  { db, tenant }: Pick<Context, 'db' | 'tenant'>,
  persons: string[][],
): Promise<boolean[]> {
  const keys = persons.map((addresses) =>
    addresses.slice(0, 20).flatMap((address) => {
      const domain = companyDomain(address);
      return [addressKey(tenant.id, emailKey(address)), ...(domain ? [domainKey(domain)] : [])];
    }),
  );
  const found = await suppressedKeys(db, tenant.id, [...new Set(keys.flat())]);
  return keys.map((own) => own.some((key) => found.has(key)));
}

export interface Suppressing {
  suppression: SuppressionRecord;
  undo: UndoStep[];
}

/**
 * Never this person again, by any of these addresses. `forgotten`: not even a hint of who it was is kept. Throws
 * `request-invalid` without an address, since nothing else tells a person again.
 */
export async function suppressPerson(
  context: Context,
  addresses: string[],
  { scope, forgotten }: { scope: SuppressionRecord['scope']; forgotten?: boolean },
): Promise<Suppressing> {
  const keys = [...new Set(addresses.map(emailKey))].slice(0, 20);
  const [first] = keys;
  if (first === undefined) throw new Problem('request-invalid', 'A person without an address cannot be told again');
  const hint = forgotten ? undefined : `${[...first][0]}…@${emailDomain(first)}`;
  return await suppress(
    context,
    { kind: 'person', scope, hint },
    keys.map((key) => addressKey(context.tenant.id, key)),
  );
}

/** Nobody of this domain again, nor of those below it. Throws `domain-shared` for a mail provider's. */
export async function suppressDomain(
  context: Context,
  host: string,
  { scope }: { scope: SuppressionRecord['scope'] },
): Promise<Suppressing> {
  const { domain } = registrableDomain(host);
  if (domain === undefined || isFreeMail(domain)) {
    throw new Problem('domain-shared', `${host} is not one organisation's domain`);
  }
  return await suppress(context, { kind: 'domain', scope, hint: domain }, [domainKey(domain)]);
}

/** Takes an entry off the user's list or, for an admin, off the organisation's. */
export async function removeSuppression(context: Context, id: string): Promise<UndoStep[]> {
  const rows = await deleteSuppression(context.db, ownerIn(context), id, scopesOf(context));
  if (!rows) throw new Problem('suppression-not-found', `There is no entry ${id} in your list`);
  await recordAct(context, { act: 'suppression.remove', subject: { kind: 'suppression', id } });
  return [{ type: 'suppression-removed', rows }];
}

/** Whose lists the caller may see and change. */
export const scopesOf = ({ user }: Context): SuppressionRecord['scope'][] =>
  user.role === 'admin' ? ['mine', 'organisation'] : ['mine'];

async function suppress(
  context: Context,
  about: Pick<SuppressionRecord, 'kind' | 'scope' | 'hint'>,
  keys: string[],
): Promise<Suppressing> {
  const { db, user, now } = context;
  const suppression = { id: randomUUID(), ...about, createdAt: now, createdBy: user.email };
  await insertSuppression(db, ownerIn(context), suppression, keys);
  const { id, kind, scope } = suppression;
  await recordAct(context, { act: 'suppression.add', subject: { kind: 'suppression', id }, details: { kind, scope } });
  return { suppression, undo: [{ type: 'suppression', id }] };
}
