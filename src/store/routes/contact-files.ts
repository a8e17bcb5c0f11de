import { exportContacts } from '../commands/export-contacts.ts';
import type { FileHandlers } from './handlers.ts';

export const contactFiles: FileHandlers = {
  exportContacts: (step, { query: { format, ...filter } }) => exportContacts(step, format, filter),
};
