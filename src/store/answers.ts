import type { AuditEntry, Contact, ContactSummary, Suggestion, UndoOffer } from '../api/types.ts';
import type { AuditRecord } from './sql/audit-entries.ts';
import type { ContactRecord } from './sql/contacts.ts';
import type { SuggestionRecord } from './sql/suggestions.ts';

// Records as the API shows them.

export const contactAnswer = ({
  id,
  card,
  tags,
  notes,
  owner,
  revision,
  createdAt,
  updatedAt,
  createdBy,
}: ContactRecord): Contact => ({
  id,
  card,
  tags,
  ...(notes !== undefined && { notes }),
  ...(owner !== undefined && { owner }),
  revision,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  createdBy,
});

export const contactSummary = ({ id, card, updatedAt }: ContactRecord): ContactSummary => ({
  id,
  fn: card.fn,
  ...(card.org?.name && { org: card.org.name }),
  ...(card.title && { title: card.title }),
  ...(card.email[0] && { email: card.email[0] }),
  updatedAt: updatedAt.toISOString(),
});

export const suggestionAnswer = ({ createdAt, expiresAt, ...suggestion }: SuggestionRecord): Suggestion => ({
  ...suggestion,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

export const auditAnswer = ({ at, ...entry }: AuditRecord): AuditEntry => ({ ...entry, at: at.toISOString() });

export const undoOffer = ({ id, expiresAt }: { id: string; expiresAt: Date }): UndoOffer => ({
  id,
  expiresAt: expiresAt.toISOString(),
});
