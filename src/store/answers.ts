import type {
  Acquaintance,
  AuditEntry,
  Contact,
  ContactSummary,
  HistoryValue,
  Suggestion,
  UndoItem,
  UndoOffer,
} from '../api/types.ts';
import { valueText } from '../contact/value-text.ts';
import type { AuditRecord } from './sql/audit-entries.ts';
import type { ValueRecord } from './sql/contact-values.ts';
import type { ContactRecord } from './sql/contacts.ts';
import type { AcquaintanceRecord } from './sql/encounters.ts';
import type { SuggestionRecord } from './sql/suggestions.ts';
import type { UndoRecord } from './sql/undos.ts';

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

export const acquaintanceAnswer = ({ user, first, last, messages }: AcquaintanceRecord): Acquaintance => ({
  user,
  firstContact: first.toISOString(),
  lastContact: last.toISOString(),
  messages,
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

export const historyValue = (record: ValueRecord): HistoryValue => {
  const { id, field, value, how, setBy, source, ended } = record;
  return {
    id,
    field,
    value,
    text: valueText(record),
    how,
    setBy,
    setAt: record.setAt.toISOString(),
    ...(source && { source }),
    firstSeen: record.firstSeen.toISOString(),
    lastSeen: record.lastSeen.toISOString(),
    ...(ended && { ended: { at: ended.at.toISOString(), by: ended.by } }),
  };
};

export const undoItem = ({ id, kind, steps, createdAt, expiresAt }: UndoRecord): UndoItem => {
  const contacts = steps.filter((step) => step.type === 'contact' || step.type === 'contact-removed');
  const ids = new Set(steps.flatMap((step) => ('id' in step ? [step.id] : [])));
  const [only] = new Set(contacts.map((step) => step.id)).size === 1 ? contacts : [];
  const name = only && ('left' in only ? only.left : undefined)?.card.fn;
  return {
    id,
    kind,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    count: ids.size,
    ...(only && { contactId: only.id }),
    ...(name && { name }),
  };
};
