import { isDeepStrictEqual } from 'node:util';
import type { Settings, SettingsChange } from '../../api/types.ts';
import { fold } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { saveSettings, type TenantSettings } from '../sql/tenants.ts';
import { recordAct } from './record-act.ts';

/** Changes what is named. Of two admins who change one revision, the second is told; what changes nothing is no act. */
export async function changeSettings(context: Context, { revision, ...changes }: SettingsChange): Promise<Settings> {
  const { db, tenant } = context;
  if (revision !== tenant.settings.revision) throw outdated(revision);
  const next = { ...tenant.settings, ...clean(changes) };
  const fields = (Object.keys(changes) as (keyof TenantSettings)[]).filter(
    (field) => !isDeepStrictEqual(next[field], tenant.settings[field]),
  );
  if (fields.length === 0) return settingsAnswer(context);
  const settings = { ...next, revision: revision + 1 };
  if (!(await saveSettings(db, tenant.id, settings))) throw outdated(revision);
  await recordAct(context, { act: 'settings.change', details: { fields, ...told(settings, fields) } });
  return settingsAnswer({ ...context, tenant: { ...tenant, settings } });
}

export function settingsAnswer({ tenant: { settings, contact, internalDomains, quota } }: Context): Settings {
  return { ...settings, contract: { helpContact: contact ?? null, internalDomains, quota } };
}

function clean({ internalDomains, roleNames, ...changes }: Omit<SettingsChange, 'revision'>): Partial<TenantSettings> {
  return {
    ...changes,
    ...(internalDomains && { internalDomains: [...new Set(internalDomains.map((domain) => domain.toLowerCase()))] }),
    ...(roleNames && { roleNames: [...new Set(roleNames.map(fold))] }),
  };
}

/** The new values for the audit log, without the help contact, which may name a person. */
const told = (settings: TenantSettings, fields: (keyof TenantSettings)[]) =>
  Object.fromEntries(
    fields.flatMap((field) => (field === 'helpContact' ? [] : [[field, settings[field] as string | number | boolean]])),
  );

const outdated = (revision: number): Problem =>
  new Problem('settings-outdated', `The settings were changed after revision ${revision}; read them again`);
