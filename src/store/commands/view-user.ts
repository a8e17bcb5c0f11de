import type { Me, Viewer } from '../../api/types.ts';
import { type Context, ownerIn } from '../context.ts';
import { currentQuota } from '../quota.ts';
import { rosterRevision } from '../sql/rosters.ts';
import { countPending } from '../sql/suggestions.ts';

/** The caller's own state, as each card shows it. */
export async function viewUser(context: Context): Promise<Viewer> {
  const { db, user, now } = context;
  const pending = await countPending(db, ownerIn(context), now);
  return { email: user.email, role: user.role, enabled: user.enabled, pending, quota: await currentQuota(context) };
}

/** The same with the organisation's state and whom to ask. */
export async function viewMe(context: Context): Promise<Me> {
  const { db, tenant } = context;
  const contact = tenant.settings.helpContact ?? tenant.contact;
  return {
    ...(await viewUser(context)),
    tenant: { domain: tenant.domain, name: tenant.name },
    feature: tenant.feature,
    switchedOn: tenant.settings.enabled,
    help: { admins: tenant.admins.slice(0, 5), ...(contact && { contact }) },
    rosterRevision: await rosterRevision(db, tenant.id),
  };
}
