import { z } from '@hono/zod-openapi';
import { cardFields } from '../../contact/card.ts';
import { Adr, Name, Org, Phonetic, SocialProfile, Tel } from './card.ts';
import { cursor, limit, page } from './page.ts';
import { Source } from './suggestion.ts';
import { id, instant, line, longText } from './values.ts';

export const valueFields = [...cardFields, 'tags', 'notes', 'owner'] as const;

/**
 * One value of a contact for as long as it stood there. `how`: `typed` by a person, `read` from a mail and confirmed by the
 * person who saved it, or `imported`. `firstSeen` and `lastSeen`: when the first and the last mail, or whoever typed it,
 * said so; `lastSeen` is "last confirmed".
 */
export const HistoryValue = z
  .object({
    id,
    field: z.enum(valueFields),
    value: z.union([longText, Phonetic, Name, Org, Tel, Adr, SocialProfile]),
    /** The value as it is shown. */
    text: longText,
    how: z.enum(['typed', 'read', 'imported']),
    setBy: line(320),
    setAt: instant,
    /** The mail it was first read from. */
    source: Source.optional(),
    firstSeen: instant,
    lastSeen: instant,
    /** When it was taken out or replaced, and by whom; a value without is current. */
    ended: z.object({ at: instant, by: line(320) }).optional(),
  })
  .openapi('HistoryValue');

export const HistoryFilter = z.object({ state: z.enum(['current', 'past']).optional(), limit, cursor });
export const ContactHistory = page(HistoryValue).openapi('ContactHistory');
