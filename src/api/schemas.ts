/** What goes in and out of the operations; one file for each thing. */
export * from './schemas/audit.ts';
export * from './schemas/card.ts';
export * from './schemas/company.ts';
export * from './schemas/contact.ts';
export * from './schemas/contact-change.ts';
export * from './schemas/contact-history.ts';
export * from './schemas/contact-merge.ts';
export * from './schemas/import.ts';
export * from './schemas/page.ts';
export * from './schemas/problem.ts';
export * from './schemas/roster.ts';
export * from './schemas/sender.ts';
export * from './schemas/subject-export.ts';
export * from './schemas/suggestion.ts';
export * from './schemas/undo.ts';
export * from './schemas/undo-offer.ts';
export * from './schemas/viewer.ts';
