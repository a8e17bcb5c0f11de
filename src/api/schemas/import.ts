import { z } from '@hono/zod-openapi';
import { importFields } from '../../contact/import/headings.ts';
import { Card } from './card.ts';
import { ContactSummary, tag } from './contact.ts';
import { Change } from './suggestion.ts';
import { UndoOffer } from './undo-offer.ts';
import { line, longText } from './values.ts';
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

const outcomes = ['new', 'known', 'changed', 'ambiguous', 'invalid'] as const;
/** What saving a row would mean. `row` counts from 1; `reason` says what the contact was known by, or what is wrong. */
export const ImportRow = z
  .object({
    row: z.number().int().min(1),
    outcome: z.enum(outcomes),
    reason: line(500).optional(),
    content: ImportedContent.optional(),
    contact: ContactSummary.optional(),
    changes: z.array(Change).optional(),
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

export const Import = z
  .object({ contacts: z.array(ImportedContent).min(1).max(200) })
  .strict()
  .openapi('Import');
/** In the order of the contacts sent. What is ambiguous is left out. */
export const Imported = z
  .object({
    results: z.array(
      z.object({
        outcome: z.enum(['created', 'changed', 'unchanged', 'ambiguous', 'incomplete']),
        contact: ContactSummary.optional(),
      }),
    ),
    undo: UndoOffer,
    quota: Quota,
  })
  .openapi('Imported');
