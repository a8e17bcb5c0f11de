import { cleaned } from '../../contact/clean.ts';
import { evidenceOf } from '../../extract/evidence.ts';
import { extractContact } from '../../extract/extract-contact.ts';
import { enter } from '../access.ts';
import type { Call } from '../call.ts';
import { nothingFoundCard } from '../cards/nothing-found-card.ts';
import { messageIdOf } from '../message-id.ts';
import { show } from '../respond.ts';
import { type ReadMessage, readMessage } from '../services/gmail.ts';
import { newId } from '../services/ids.ts';
import { showSuggestion } from './suggestions.ts';

/**
 * Reads the open mail, finds who signed it, and puts the draft into the user's queue. What leaves is the draft, the
 * signature's lines that its values were read from, and which mail it was. Costs one reading of the message and one request.
 */
export function suggestContact(call: Call) {
  const { store } = enter(call);
  const message = readMessage(call);
  const anyway = call.parameters.anyway === 'yes';
  const { contact, lines, reason } = extractContact(message, { evenIfNotPerson: anyway });
  if (!contact) return show(call, nothingFoundCard(call.t, reason, anyway));
  const answer = store.call({
    id: 'createSuggestion',
    // Sent again after a lost answer, it is the same request; pressed again, the store knows the message.
    key: newId(),
    body: {
      draft: cleaned(contact),
      signature: cleaned(evidenceOf(contact, lines)),
      source: sourceOf(call, message),
    },
  });
  return showSuggestion(call, answer, 'start');
}

/** Which mail the draft came from. */
function sourceOf(call: Call, { headers, date }: ReadMessage) {
  return {
    messageId: messageIdOf(call, headers),
    gmailMessageId: call.message?.id,
    gmailThreadId: call.message?.threadId,
    date: Number.isNaN(date.getTime()) ? undefined : date.toISOString(),
    way: 'on-demand' as const,
  };
}
