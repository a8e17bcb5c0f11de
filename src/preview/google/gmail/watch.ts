import { ApiError, fieldViolation, invalidArgument } from '../api/api-error.ts';
import type { MailboxCall } from '../api/method.ts';
import type { Change } from '../mailboxes/mailbox.ts';

interface Watch {
  topicName: string;
  /** Milliseconds since 1970. */
  expiration: number;
  lastToldAt: number;
  end(): void;
}

/** Who is watched, by project and address: each project has one watch per user. */
export class Watches {
  private readonly watches = new Map<string, Watch>();

  find(projectId: string, email: string): Watch | undefined {
    return this.watches.get(`${projectId} ${email}`);
  }

  set(projectId: string, email: string, watch: Watch): void {
    this.stop(projectId, email);
    this.watches.set(`${projectId} ${email}`, watch);
  }

  stop(projectId: string, email: string): void {
    this.find(projectId, email)?.end();
    this.watches.delete(`${projectId} ${email}`);
  }
}

const weekMs = 7 * 86_400_000;

/**
 * users.watch (developers.google.com/workspace/gmail/api/guides/push): the topic is told the address and history id at
 * once, then after each change, at most once a second; more is dropped. Asking again with the same topic renews the watch;
 * another topic needs users.stop first.
 */
export function startWatch({ google, access, person, mailbox, body }: MailboxCall<Record<never, never>>): object {
  const { topicName, concerns } = readRequest(body, access.projectId);
  checkTopic(google.pubSub.find(topicName), topicName);
  const known = google.watches.find(access.projectId, person.email);
  if (known && known.topicName !== topicName && known.expiration > google.now()) {
    throw new ApiError(
      invalidArgument('Only one user push notification client allowed per developer (call /stop then try again)'),
    );
  }

  const tell = () => google.pubSub.publish(topicName, { emailAddress: person.email, historyId: mailbox.historyId() });
  const watch: Watch = {
    topicName,
    expiration: google.now() + weekMs,
    lastToldAt: google.now(),
    end: mailbox.watch((change) => {
      const now = google.now();
      if (now >= watch.expiration || now - watch.lastToldAt < 1_000 || !concerns(change)) return;
      watch.lastToldAt = now;
      tell();
    }),
  };
  google.watches.set(access.projectId, person.email, watch);
  tell();
  return { historyId: `${mailbox.historyId()}`, expiration: `${watch.expiration}` };
}

/** users.stop: it is no mistake to stop what is not watched. */
export function stopWatch({ google, access, person }: MailboxCall<Record<never, never>>): undefined {
  google.watches.stop(access.projectId, person.email);
}

function readRequest(
  body: Record<string, unknown>,
  projectId: string,
): { topicName: string; concerns(change: Change): boolean } {
  for (const name of Object.keys(body)) {
    if (['topicName', 'labelIds', 'labelFilterBehavior', 'labelFilterAction'].includes(name)) continue;
    const description = `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`;
    throw new ApiError(invalidArgument(description, [fieldViolation('', description)]));
  }
  const { topicName, labelIds = [], labelFilterBehavior = body.labelFilterAction ?? 'include' } = body;
  if (typeof topicName !== 'string' || !topicName.startsWith(`projects/${projectId}/topics/`)) {
    throw new ApiError(invalidArgument(`Invalid topicName does not match projects/${projectId}/topics/*`));
  }
  const isExcluding = `${labelFilterBehavior}`.toLowerCase() === 'exclude';
  const labels = Array.isArray(labelIds) ? labelIds : [];
  const concerns = ({ message, labelIds: changed = [] }: Change) =>
    labels.length === 0 || labels.some((each) => [...message.labelIds, ...changed].includes(each)) !== isExcluding;
  return { topicName, concerns };
}

/** googleapis/google-api-nodejs-client issue 2843; the wording for a topic that is not there is assumed. */
function checkTopic(topic: { gmailMayPublish: boolean } | undefined, name: string): void {
  const sending = `Error sending test message to Cloud PubSub ${name} :`;
  if (!topic) {
    const message = `${sending} Resource not found (resource=${name.split('/').at(-1)}).`;
    throw new ApiError({ status: 404, message, reason: 'notFound', code: 'NOT_FOUND' });
  }
  if (topic.gmailMayPublish) return;
  const message = `${sending} User not authorized to perform this action.`;
  throw new ApiError({ status: 403, message, reason: 'forbidden', code: 'PERMISSION_DENIED' });
}
