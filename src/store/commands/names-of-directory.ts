import type { LinkageChoice } from '../../api/types.ts';
import { emailKey } from '../../contact/normalize.ts';
import type { Context } from '../context.ts';
import type { Credential, MailProvider } from '../mail-provider.ts';
import { hasUnnamed } from '../sql/rosters.ts';
import { findCredential } from './google-credential.ts';

export interface Named {
  email: string;
  name: string;
}

export interface Asking {
  tenant: string;
  provider: MailProvider;
  credential: Credential;
  admin: string;
  now: Date;
}

/**
 * What it takes to ask the directory for names; undefined when everybody has one, or there is nothing to ask it with. `admin`:
 * in whose name it is asked; the caller's when absent.
 */
export async function askingForNames(
  context: Context,
  choice: LinkageChoice,
  admin = context.user.email,
): Promise<Asking | undefined> {
  const { db, tenant, mailProvider, now } = context;
  const emails = 'emails' in choice ? choice.emails.map(emailKey) : undefined;
  if (!mailProvider || !(await hasUnnamed(db, tenant.id, emails))) return undefined;
  const credential = await findCredential(context).catch(() => undefined);
  return credential && { tenant: tenant.id, provider: mailProvider, credential, admin, now };
}

/**
 * The people whom the directory names: up to 2,000 at a time in four requests, the next time those after them, and when all
 * were asked for none for an hour. Whatever keeps it from answering soon, such as a scope that is not delegated, keeps nobody
 * from anything else: there are no names then, and it is not asked again for ten minutes.
 */
export async function namesOfDirectory({ tenant, provider, credential, admin, now }: Asking): Promise<Named[]> {
  const asked = askedOf(provider);
  const { pageToken: from, notBefore = 0 } = asked.get(tenant) ?? {};
  if (now.getTime() < notBefore) return [];
  const found: Named[] = [];
  const restAfter = (minutes: number) => asked.set(tenant, { notBefore: now.getTime() + minutes * 60_000 });
  const deadline = Date.now() + patienceMilliseconds;
  let pageToken = from;
  try {
    for (let pages = 0; pages < mostPages && Date.now() < deadline; pages++) {
      const page = await within(deadline, provider.listPeople(credential, { admin, pageToken, limit: 500 }));
      found.push(...page.people.map(({ email, name }) => ({ email: emailKey(email), name: name.slice(0, 500) })));
      pageToken = page.nextPageToken;
      if (pageToken === undefined) break;
    }
    if (pageToken === undefined) restAfter(60);
    else asked.set(tenant, { pageToken });
  } catch {
    restAfter(10);
  }
  return found;
}

const mostPages = 4;
const patienceMilliseconds = 5_000;

/** Where asking goes on, or when it may begin again. */
type Asked = Map<string, { pageToken?: string; notBefore?: number }>;

const ofProviders = new WeakMap<MailProvider, Asked>();

function askedOf(provider: MailProvider): Asked {
  const asked = ofProviders.get(provider) ?? new Map();
  ofProviders.set(provider, asked);
  return asked;
}

/** Rejects when the time is over; what comes later is nobody's any more. */
async function within<T>(deadline: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The directory answers too late')), deadline - Date.now());
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
