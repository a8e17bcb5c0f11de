import { importContacts } from '../commands/import-contacts.ts';
import { previewImport } from '../commands/preview-import.ts';
import type { Handlers } from './handlers.ts';

export const imports: Handlers<'previewImport' | 'importContacts'> = {
  previewImport: (context, { body }) => previewImport(context, body),
  importContacts: (context, { body }) => importContacts(context, body.contacts),
};
