import type { Operation } from '../operation.ts';
import * as s from '../schemas.ts';

/** Contacts from a file: first what would happen, then the rows somebody has checked. */
export const imports = {
  previewImport: {
    summary: 'What a CSV or vCard file holds and what importing it would mean, row by row; nothing is kept',
    access: 'enabled',
    write: false,
    body: s.ImportFile,
    response: s.ImportPreview,
  },
  importContacts: {
    summary: 'Save the checked rows of a preview: new contacts, and what is new of known ones',
    access: 'enabled',
    write: true,
    body: s.Import,
    response: s.Imported,
    problems: ['quota-exceeded', 'contact-not-found'],
  },
} as const satisfies Record<string, Operation>;
