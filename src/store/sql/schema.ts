import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely';
import type { AuditDetails, LinkageCause, LinkageStatus, ScanSettings, Source } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import type { ContactDraft } from '../../contact/draft.ts';
import type { ContactContent, ContactValue } from '../../contact/values.ts';
import type { UndoKind, UndoStep } from '../undo-steps.ts';
import type { ContactImage } from './contact-values.ts';
import type { KeptCredential, Switches } from './integrations.ts';
import type { Backfill, HistoryPart, Watch, Withheld } from './linkages.ts';

/** The tables as the migrations leave them. Every key but that of `tenants` starts with the tenant. */
export interface Schema {
  tenants: {
    id: string;
    domain: string;
    name: string;
    admins: string[];
    contact: string | null;
    feature: boolean;
    quota_allowed: number | null;
    quota_policy: 'warn' | 'block';
    internal_domains: string[];
    settings_revision: Generated<number>;
    enabled: Generated<boolean>;
    help_contact: string | null;
    more_internal_domains: Generated<string[]>;
    role_names: Generated<string[]>;
    suggestion_days: Generated<number>;
    undo_hours: Generated<number>;
    closed_suggestion_days: Generated<number>;
    audit_days: Generated<number>;
  };
  secrets: {
    tenant_id: string;
    name: string;
    key_id: string;
    nonce: Uint8Array;
    ciphertext: Uint8Array;
    updated_at: Date;
  };
  rosters: { tenant_id: string; revision: number };
  roster_users: {
    tenant_id: string;
    email: string;
    /** The directory's, which comes before what an admin typed. */
    name: Generated<string | null>;
    typed_name: Generated<string | null>;
  };
  quotas: { tenant_id: string; period: string; used: number };
  contacts: {
    tenant_id: string;
    id: string;
    card: JSONColumnType<ContactCard>;
    search: string;
    name_key: string;
    company_key: string;
    revision: number;
    acceptances: number;
    created_at: Date;
    updated_at: Date;
    created_by: string;
    tags: string[];
    notes: string | null;
    owner: string | null;
    /** When it was deleted or merged away; null while it is there. */
    gone_at: Date | null;
    merged_into: string | null;
  };
  contact_terms: {
    tenant_id: string;
    contact_id: string;
    terms: number[];
    updated_at: Date;
    name_key: string;
    company_key: string;
  };
  contact_values: {
    tenant_id: string;
    id: string;
    contact_id: string;
    field: ContactValue['field'];
    value: ColumnType<ContactValue['value'], string, string>;
    how: 'typed' | 'read' | 'imported';
    set_by: string;
    set_at: Instant;
    set_revision: number;
    source: ColumnType<Source | null, string | null, string | null>;
    met_as: string | null;
    first_seen: Instant;
    last_seen: Instant;
    ended_by: string | null;
    ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
    ended_revision: number | null;
  };
  contact_merges: {
    tenant_id: string;
    id: string;
    survivor_id: string;
    merged_id: string;
    merged_at: Date;
    merged_by: string;
    before: JSONColumnType<ContactImage & { revision: number }>;
    after: JSONColumnType<ContactContent>;
  };
  contacts_apart: { tenant_id: string; contact_a: string; contact_b: string; since: Date };
  /** `domain`: the company's; null for an address of a mail provider. */
  contact_emails: { tenant_id: string; address: string; contact_id: string; domain: string | null };
  encounters: { tenant_id: string; contact_id: string; user_email: string; message_key: string; at: Date };
  contact_keys: { tenant_id: string; key: string; contact_id: string };
  suggestions: {
    tenant_id: string;
    id: string;
    user_id: string;
    message_key: string;
    person_key: string;
    status: 'pending' | 'accepted' | 'dismissed';
    draft: JSONColumnType<ContactDraft>;
    signature: JSONColumnType<{ line: number; text: string }[]>;
    source: JSONColumnType<Source>;
    created_at: Date;
    queued_at: Date;
    expires_at: Date;
    contact_id: string | null;
    waits_as: string | null;
    mails: number;
    search: string;
  };
  suggestion_mails: {
    tenant_id: string;
    user_id: string;
    message_key: string;
    person_key: string;
    suggestion_id: string;
  };
  suppressions: {
    tenant_id: string;
    id: string;
    key: string;
    user_id: string;
    kind: 'person' | 'domain';
    hint: string | null;
    created_at: Date;
    created_by: string;
  };
  undos: {
    tenant_id: string;
    id: string;
    user_id: string;
    kind: UndoKind;
    steps: JSONColumnType<UndoStep[]>;
    created_at: Date;
    expires_at: Date;
    undone_at: Date | null;
  };
  idempotency_keys: {
    tenant_id: string;
    user_id: string;
    key: string;
    request_hash: string;
    answer: string | null;
    created_at: Date;
  };
  audit_entries: {
    tenant_id: string;
    id: string;
    at: Date;
    act: string;
    actor: string;
    subject_kind: string | null;
    subject_id: string | null;
    details: JSONColumnType<AuditDetails>;
  };
  webhooks: {
    tenant_id: string;
    id: string;
    url: string;
    events: string[];
    enabled: boolean;
    created_at: Date;
    created_by: string;
  };
  webhook_deliveries: {
    tenant_id: string;
    webhook_id: string;
    seq: Generated<string>;
    id: string;
    type: string;
    contact_id: string | null;
    revision: number | null;
    event_at: Date;
    status: 'pending' | 'delivered' | 'dead';
    attempts: number;
    due_at: Date;
    leased_until: Date | null;
    last_status: number | null;
    last_error: string | null;
    done_at: Date | null;
  };
  contact_events: {
    tenant_id: string;
    seq: Generated<string>;
    id: string;
    type: 'contact.created' | 'contact.changed' | 'contact.deleted';
    contact_id: string;
    revision: number;
    at: Date;
  };
  integrations: {
    tenant_id: string;
    provider: string;
    revision: number;
    credential: ColumnType<KeptCredential | null, string | null, string | null>;
    functions: JSONColumnType<Switches>;
    settings: JSONColumnType<Partial<ScanSettings>>;
  };
  linkages: {
    tenant_id: string;
    provider: string;
    email: string;
    user_id: string | null;
    name: string | null;
    status: Exclude<LinkageStatus, 'not-started'>;
    cause: LinkageCause | null;
    reference: string | null;
    history_id: string | null;
    backfill: ColumnType<Backfill | null, string | null, string | null>;
    history_part: ColumnType<HistoryPart | null, string | null, string | null>;
    withheld: ColumnType<Withheld[] | null, string | null, string | null>;
    watch: ColumnType<Watch | null, string | null, string | null>;
    pushed_at: Date | null;
    pushed_history_id: string | null;
    read_from: Date;
    started_at: Date;
    started_by: string;
    last_success_at: Date | null;
    next_try_at: Date | null;
    failures: number;
    interval_seconds: number;
    skipped: JSONColumnType<Record<string, number>>;
    read: number;
    suggested: number;
    claimed_until: Date | null;
    claimed_by: string | null;
    told_at: Date | null;
    failed_at: Date | null;
  };
  outgoing_mails: {
    tenant_id: string;
    id: string;
    recipient: string;
    kind: string;
    subject: string;
    text: string;
    created_at: Date;
    sent_at: Date | null;
    tries: number;
    next_try_at: Date | null;
    failure: string | null;
  };
  google_budgets: { project: string; email: string; minute: Date; used: number; before: number };
  rate_limits: { tenant_id: string; subject: string; window_start: Date; used: number };
}

/** A time that is also taken as a text in ISO 8601, as images of rows hold it. */
type Instant = ColumnType<Date, Date | string, Date | string>;

/** The database, or the transaction that a request runs in. */
export type Db = Kysely<Schema>;
