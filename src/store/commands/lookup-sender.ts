import type { z } from 'zod';
import type { SenderQuery } from '../../api/schemas.ts';
import type { Sender } from '../../api/types.ts';
import { emailDomain, emailKey } from '../../contact/normalize.ts';
import { contactSummary } from '../answers.ts';
import { type Context, ownerIn } from '../context.ts';
import { internalDomainsOf } from '../internal-domains.ts';
import type { ContactRecord } from '../sql/contacts.ts';
import { findPendingOf } from '../sql/suggestions.ts';
import type { Tenant } from '../sql/tenants.ts';
import { findKnown } from './find-known.ts';
import { isSuppressed } from './suppress.ts';
import { viewUser } from './view-user.ts';

/**
 * Who the sender of a mail is. A suggestion of them that waits for this very message comes before all else; one of somebody
 * else does not, since anyone can write a mail with the Message-ID of another.
 */
export async function lookupSender(context: Context, query: z.output<typeof SenderQuery>): Promise<Sender> {
  const { db, now } = context;
  const sender = emailKey(query.email);
  const contact = await findKnown(context, [sender]);
  const suggestionId =
    query.messageId === undefined ? undefined : await findPendingOf(db, ownerIn(context), query.messageId, sender, now);
  return {
    status: await statusOf(context, query.email, { suggestionId, contact }),
    ...(contact && { contact: contactSummary(contact) }),
    ...(suggestionId && { suggestionId }),
    viewer: await viewUser(context),
  };
}

async function statusOf(
  context: Context,
  email: string,
  { suggestionId, contact }: { suggestionId?: string; contact?: ContactRecord },
): Promise<Sender['status']> {
  if (suggestionId) return 'suggested';
  if (isInternal(context.tenant, email)) return 'internal';
  if (contact) return 'known';
  return (await isSuppressed(context, [email])) ? 'suppressed' : 'new';
}

const isInternal = (tenant: Tenant, email: string): boolean => internalDomainsOf(tenant).includes(emailDomain(email));
