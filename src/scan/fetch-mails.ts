import type { gmail_v1 } from '@googleapis/gmail';
import { LinkageFailure } from '../store/mail-provider.ts';
import { type GmailMailbox, isGooglesFault } from './google/gmail-mailbox.ts';

export interface Fetched {
  /** By id. Those that are there no longer are in neither. */
  messages: Map<string, gmail_v1.Schema$Message>;
  /** The ids of those that Google did not give though it gave others. */
  withheld: Set<string>;
}

export interface FetchOptions {
  /** Whether Google gives any other mail of the mailbox just now. */
  givesOthers?: (than: Set<string>) => Promise<boolean>;
  /** Is told before each further request that may take long. */
  stillAtIt?: () => Promise<void>;
}

/**
 * At most 50 mails by id. Of a small batch that does not come as a whole, smaller pieces are asked for, down to the mails that
 * Google fails at. These are told apart only while it gives others of the same mailbox: when it gives none, or fails at many,
 * it is Google that is down, and nothing may be concluded of a mail. Throws its LinkageFailure then.
 */
export async function fetchMails(
  gmail: GmailMailbox,
  ids: string[],
  { givesOthers = async () => false, stillAtIt = async () => {} }: FetchOptions = {},
): Promise<Fetched> {
  const messages: Fetched['messages'] = new Map();
  const withheld = new Set<string>();
  let isUp = false;
  const take = async (piece: string[], tries?: number): Promise<LinkageFailure | undefined> => {
    const came = await gmail.getMessages(piece, { tries }).catch(asRefusal);
    if (came instanceof LinkageFailure && piece.length > 1) return came;
    const refused = came instanceof LinkageFailure ? piece.map((id) => [id, came] as const) : came.refused;
    if (!(came instanceof LinkageFailure)) for (const [id, message] of came.messages) messages.set(id, message);
    isUp ||= messages.size > 0;
    for (const [id, failure] of refused) {
      withheld.add(id);
      isUp ||= await givesOthers(withheld);
      if (!isUp || withheld.size > mostWithheld) throw failure;
    }
    return undefined;
  };
  const failure = await take(ids);
  if (failure && ids.length > smallBatch) throw failure;
  // One alone first: if neither it nor any other comes, nothing will.
  const pieces = failure ? halves(ids, 1) : [];
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    await stillAtIt();
    if (await take(piece, 1)) pieces.push(...halves(piece));
  }
  return { messages, withheld };
}

/** Whether Google gives the first of these mails that is none of those. */
export async function givesOneOf(gmail: GmailMailbox, ids: string[], than: Set<string>): Promise<boolean> {
  const other = ids.find((id) => !than.has(id));
  if (other === undefined) return false;
  const came = await gmail.getMessages([other], { tries: 1 }).catch(asRefusal);
  return !(came instanceof LinkageFailure) && came.messages.size > 0;
}

/** To take apart a larger one costs more of Gmail's quota than a minute has. */
export const smallBatch = 10;

/** So many bad mails in fifty are no bad mails. */
const mostWithheld = 10;

function asRefusal(error: unknown): LinkageFailure {
  if (isGooglesFault(error)) return error;
  throw error;
}

const halves = (ids: string[], at = Math.ceil(ids.length / 2)): string[][] => [ids.slice(0, at), ids.slice(at)];
