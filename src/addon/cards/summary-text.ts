import type { ContactSummary } from '../../api/types.ts';

/** `Sales Manager · Example Ltd` */
export const summaryText = ({ title, org }: Pick<ContactSummary, 'title' | 'org'>): string =>
  [title, org].filter(Boolean).join(' · ');
