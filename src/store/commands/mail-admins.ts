import { randomUUID } from 'node:crypto';
import { linkageTexts } from '../../api/linkage-texts.ts';
import type { LinkageCause } from '../../api/types.ts';
import type { Context } from '../context.ts';
import { insertMail, type MailRecord } from '../sql/outgoing-mails.ts';
import type { Tenant } from '../sql/tenants.ts';

/** What the mails to admins tell of. */
export interface MailFacts {
  available: Record<string, never>;
  'switched-on': { by: string };
  'mailboxes-failing': { count: number; causes: Partial<Record<LinkageCause, number>> };
}

/** Every admin of the organisation gets one mail. It is sent when this transaction is kept, and whether or not it can be. */
export async function mailAdmins<Kind extends MailRecord['kind']>(
  { db, tenant, now }: Pick<Context, 'db' | 'now'> & { tenant: Pick<Tenant, 'id' | 'name' | 'admins'> },
  kind: Kind,
  facts: MailFacts[Kind],
): Promise<void> {
  const { subject, text } = texts[kind](facts, { organisation: tenant.name, at: atMinute(now) });
  for (const recipient of tenant.admins) {
    await insertMail(db, tenant.id, { id: randomUUID(), recipient, kind, subject, text, createdAt: now });
  }
}

const atMinute = (time: Date): string => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

type Writer<Facts> = (facts: Facts, said: { organisation: string; at: string }) => { subject: string; text: string };

/** In both languages, since nobody knows which one an admin reads. */
const texts: { [Kind in MailRecord['kind']]: Writer<MailFacts[Kind]> } = {
  available: (_, { organisation }) => ({
    subject: 'Contact Inbox is available / Contact Inbox をご利用いただけます',
    text: `Contact Inbox is now part of the contract of ${organisation}.

To set it up: open Gmail, then Contact Inbox in the side panel, then Settings. There you enable users, and, for suggestions that
appear by themselves, register a service account and switch them on.

---

${organisation} の契約で Contact Inbox をご利用いただけるようになりました。

設定するには、Gmail のサイドパネルで Contact Inbox を開き、「設定」に進んでください。ユーザーを有効にし、候補を自動で表示するには
サービスアカウントを登録して、機能をオンにします。
`,
  }),

  'switched-on': ({ by }, { organisation, at }) => ({
    subject: 'Automatic contact suggestions were switched on / 連絡先候補の自動表示がオンになりました',
    text: `${by} switched on automatic contact suggestions for ${organisation} at ${at}.

New mail of the users whom an admin links is read for signatures; what is found waits as a suggestion in each user's own queue.
No body of a mail is kept. An admin can switch it off under Settings at any time.

---

${by} が ${at} に ${organisation} の連絡先候補の自動表示をオンにしました。

管理者が連携したユーザーの新着メールから署名を読み取り、見つかった連絡先を各ユーザーの候補に表示します。メール本文は保存されません。
「設定」でいつでもオフにできます。
`,
  }),

  'mailboxes-failing': ({ count, causes }, { organisation, at }) => {
    const listed = (lang: 'en' | 'ja') =>
      Object.entries(causes)
        .map(([cause, n]) => `- ${n}: ${Object.values(linkageTexts[lang][cause as LinkageCause]).join(' ')}`)
        .join('\n');
    return {
      subject: `${count} mailboxes cannot be read / ${count} 件のメールボックスを読み取れません`,
      text: `${count} linked mailboxes of ${organisation} could not be read at ${at}, for these causes:

${listed('en')}

In Contact Inbox, Settings, Integrations, Google, "Users and their mailboxes" shows whom it concerns.

---

${organisation} の連携済みメールボックス ${count} 件を読み取れませんでした(${at})。原因:

${listed('ja')}

対象のユーザーは Contact Inbox の「設定」→「外部サービス連携」→「Google」→「利用者とメールボックス」で確認できます。
`,
    };
  },
};
