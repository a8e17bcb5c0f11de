import { z } from '@hono/zod-openapi';
import { importFields } from '../../contact/import/headings.ts';
import { Card } from './card.ts';
import { ContactSummary, tag } from './contact.ts';
import { Change, candidates, reasons } from './suggestion.ts';
import { UndoOffer } from './undo-offer.ts';
import { id, line, longText } from './values.ts';
import { Quota } from './viewer.ts';

export const ImportedContent = z
  .object({ card: Card, tags: z.array(tag).max(50).default([]), notes: longText.optional() })
  .strict()
  .openapi('ImportedContent');

const field = z.enum(importFields).nullable();

/** `file`: its bytes in Base64, at most 2,000 contacts. `columns`: what columns of a CSV file are, by heading; null leaves one out. */
export const ImportFile = z
  .object({
    format: z.enum(['csv', 'vcard']),
    file: z.base64().min(1).max(3_000_000),
    columns: z.record(line(200), field).optional(),
  })
  .strict()
  .openapi('ImportFile');

const outcomes = ['new', 'known', 'changed', 'ambiguous', 'suppressed', 'invalid'] as const;
/**
 * What saving a row would mean, as for a suggestion. `row` counts from 1. `reason`: why it cannot be saved as it is. `reasons`: why `contact`
 * is its person; of an ambiguous one `candidates` may be, or an earlier row that `reason` names. `suppressed`: the user or the
 * organisation wants nothing of this person.
 */
export const ImportRow = z
  .object({
    row: z.number().int().min(1),
    outcome: z.enum(outcomes),
    reason: line(500).optional(),
    content: ImportedContent.optional(),
    contact: ContactSummary.optional(),
    reasons: reasons.optional(),
    changes: z.array(Change).optional(),
    candidates: candidates.optional(),
  })
  .openapi('ImportRow');

/** Nothing of it is kept. `columns` is absent for vCards. */
export const ImportPreview = z
  .object({
    columns: z.array(z.object({ heading: line(300), field })).optional(),
    counts: z.record(z.enum(outcomes), z.number().int().min(0)),
    rows: z.array(ImportRow),
  })
  .openapi('ImportPreview');

/** `contactId`: into this contact; `as: 'new'`: as a new one. Without either, as the comparison finds. */
const decided = ImportedContent.extend({ contactId: id.optional(), as: z.literal('new').optional() })
  .refine(({ contactId, as }) => contactId === undefined || as === undefined, 'names a contact and asks for a new one')
  .openapi('DecidedContent');

export const Import = z
  .object({ contacts: z.array(decided).min(1).max(200) })
  .strict()
  .openapi('Import');
/** In the order of the contacts sent. What is `ambiguous`, `suppressed` or `incomplete` (without a name) is left out. */
export const Imported = z
  .object({
    results: z.array(
      z.object({
        outcome: z.enum(['created', 'changed', 'unchanged', 'ambiguous', 'suppressed', 'incomplete']),
        contact: ContactSummary.optional(),
      }),
    ),
    undo: UndoOffer,
    quota: Quota,
  })
  .openapi('Imported');
