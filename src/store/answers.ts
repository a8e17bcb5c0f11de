import type {
  Acquaintance,
  AuditEntry,
  Contact,
  ContactSummary,
  HistoryValue,
  Suggestion,
  Suppression,
  UndoItem,
  UndoOffer,
  Webhook,
  WebhookDelivery,
} from '../api/types.ts';
import { valueText } from '../contact/value-text.ts';
import type { AuditRecord } from './sql/audit-entries.ts';
import type { ValueRecord } from './sql/contact-values.ts';
import type { ContactRecord } from './sql/contacts.ts';
import type { AcquaintanceRecord } from './sql/encounters.ts';
import type { SuggestionRecord } from './sql/suggestions.ts';
import type { SuppressionRecord } from './sql/suppressions.ts';
import type { UndoRecord } from './sql/undos.ts';
import type { DeliveryRecord, WebhookRecord } from './sql/webhooks.ts';
import { contactsOf, type UndoStep } from './undo-steps.ts';

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

/** `daysLeft`: whole days and the one that has begun, while it waits. */
export const suggestionAnswer = ({ createdAt, expiresAt, ...suggestion }: SuggestionRecord, now: Date): Suggestion => ({
  ...suggestion,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  ...(suggestion.status === 'pending' && { daysLeft: Math.ceil((expiresAt.getTime() - now.getTime()) / 86_400_000) }),
});

export const webhookAnswer = ({ createdAt, ...webhook }: WebhookRecord): Webhook => ({
  ...webhook,
  createdAt: createdAt.toISOString(),
});

export const webhookDeliveryAnswer = (delivery: DeliveryRecord): WebhookDelivery => {
  const { id, type, contactId, eventAt, status, attempts, dueAt, lastStatus, lastError } = delivery;
  return {
    id,
    type,
    ...(contactId !== undefined && { contactId }),
    eventAt: eventAt.toISOString(),
    status,
    attempts,
    ...(status === 'pending' && { dueAt: dueAt.toISOString() }),
    ...(lastStatus !== undefined && { lastStatus }),
    ...(lastError !== undefined && { lastError }),
  };
};

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
  const contacts = new Set(steps.flatMap(contactsOf));
  const suggestions = steps.filter(({ type }) => type === 'suggestion');
  const [contactId] = kind === 'bulk' || kind === 'import' ? [] : contacts;
  const name = contactId && steps.map(nameOf).find((one) => one !== undefined);
  return {
    id,
    kind,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    count: Math.max(contacts.size, suggestions.length),
    ...(contactId && { contactId }),
    ...(name && { name }),
  };
};

function nameOf(step: UndoStep): string | undefined {
  if (step.type === 'contact-removed') return step.name;
  if (step.type === 'unmerge') return step.survivor.left.card.fn;
  return step.type === 'contact' ? step.left?.card.fn : undefined;
}
export const suppressionAnswer = ({ createdAt, ...suppression }: SuppressionRecord): Suppression => ({
  ...suppression,
  createdAt: createdAt.toISOString(),
});
