import type { Generated, JSONColumnType, Kysely } from 'kysely';
import type { AuditDetails, Source } from '../../api/types.ts';
import type { ContactCard } from '../../contact/card.ts';
import type { ContactDraft } from '../../contact/draft.ts';

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
  };
  rosters: { tenant_id: string; revision: number };
  roster_users: { tenant_id: string; email: string };
  quotas: { tenant_id: string; period: string; used: number };
  contacts: {
    tenant_id: string;
    id: string;
    card: JSONColumnType<ContactCard>;
    search: string;
    revision: number;
    acceptances: number;
    created_at: Date;
    updated_at: Date;
    created_by: string;
  };
  contact_emails: { tenant_id: string; address: string; contact_id: string };
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
    expires_at: Date;
    contact_id: string | null;
  };
  undos: {
    tenant_id: string;
    id: string;
    user_id: string;
    kind: 'accept' | 'dismiss';
    suggestion_id: string;
    contact_id: string | null;
    card_before: JSONColumnType<ContactCard> | null;
    card_after: JSONColumnType<ContactCard> | null;
    quota_period: string | null;
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
  contact_events: {
    tenant_id: string;
    seq: Generated<string>;
    id: string;
    type: 'contact.created' | 'contact.changed' | 'contact.deleted';
    contact_id: string;
    revision: number;
    at: Date;
  };
  rate_limits: { tenant_id: string; subject: string; window_start: Date; used: number };
}

/** The database, or the transaction that a request runs in. */
export type Db = Kysely<Schema>;
