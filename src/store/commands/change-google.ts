import { isDeepStrictEqual } from 'node:util';
import type { Google, GoogleChange, ScanSettings } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { type FunctionName, lockIntegration, type Switches, saveIntegration } from '../sql/integrations.ts';
import { skipToNow } from '../sql/linkages.ts';
import { googleAnswer } from './google-answer.ts';
import { googleProvider, keyMissing } from './google-credential.ts';
import { mailAdmins } from './mail-admins.ts';
import { recordAct } from './record-act.ts';

/**
 * Switches functions and changes what is read. Of two admins who change one revision, the second is told; what changes
 * nothing is no act. To switch one on, the notice must be accepted. Switched on, every admin gets one mail, and what came while nothing was read stays unread.
 */
export async function changeGoogle(
  context: Context,
  { revision, noticeAccepted, ...changes }: GoogleChange,
): Promise<Google> {
  const { db, tenant, now } = context;
  const present = await lockIntegration(db, tenant.id, googleProvider);
  if (revision !== present.revision) {
    throw new Problem('settings-outdated', `The settings were changed after revision ${revision}; read them again`);
  }
  const switched = switchesIn(present.functions, changes.functions ?? {});
  const isSwitchedOn = Object.values(switched).includes(true);
  if (isSwitchedOn && !present.credential) throw keyMissing();
  if (isSwitchedOn && !noticeAccepted) throw noticeMissing();
  const settings = { ...present.settings, ...changes.settings };
  const fields = (Object.keys(settings) as (keyof ScanSettings)[]).filter(
    (field) => !isDeepStrictEqual(settings[field], present.settings[field]),
  );
  if (fields.length === 0 && Object.keys(switched).length === 0) return await googleAnswer(context, present);

  const functions = { ...present.functions };
  for (const [name, on] of Object.entries(switched)) {
    functions[name as FunctionName] = { on, changedAt: now.toISOString(), changedBy: context.user.email };
  }
  const next = { ...present, revision: revision + 1, functions, settings };
  await saveIntegration(db, tenant.id, googleProvider, next);
  if (!anyOn(present.functions) && anyOn(functions)) await skipToNow(db, tenant.id, googleProvider, now);
  const details = { ...switched, ...(fields.length > 0 && { fields }), ...(isSwitchedOn && { noticeAccepted }) };
  await recordAct(context, { act: 'google.change', details });
  if (switched.contactInbox) await mailAdmins(context, 'switched-on', { by: context.user.email });
  return await googleAnswer(context, next);
}

const noticeMissing = (): Problem =>
  new Problem('request-invalid', 'To switch a function on, accept what is read, kept and counted', {
    errors: [{ path: 'body.noticeAccepted', message: 'is missing' }],
  });

/** Those that change. */
function switchesIn(present: Switches, wanted: Partial<Record<FunctionName, boolean>>) {
  const changed = (Object.entries(wanted) as [FunctionName, boolean | undefined][]).filter(
    ([name, on]) => on !== undefined && on !== (present[name]?.on ?? false),
  );
  return Object.fromEntries(changed) as Partial<Record<FunctionName, boolean>>;
}

const anyOn = (functions: Switches): boolean => Object.values(functions).some(({ on }) => on);
