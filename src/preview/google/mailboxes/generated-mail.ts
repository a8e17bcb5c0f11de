import { type InventedPerson, inventedPerson } from './invented-people.ts';
import type { Mail } from './mailbox.ts';
import { mixedNumber } from './mixed-number.ts';

/** What kinds of mail come, how many of 100, and how Gmail would label them. */
export const mailKinds = {
  person: { share: 62, labelIds: ['INBOX', 'CATEGORY_PERSONAL'] },
  newsletter: { share: 14, labelIds: ['INBOX', 'CATEGORY_PROMOTIONS'] },
  notice: { share: 8, labelIds: ['INBOX', 'CATEGORY_UPDATES'] },
  colleague: { share: 8, labelIds: ['INBOX', 'CATEGORY_PERSONAL'] },
  sent: { share: 5, labelIds: ['SENT'] },
  absence: { share: 2, labelIds: ['INBOX', 'CATEGORY_PERSONAL'] },
  spam: { share: 1, labelIds: ['SPAM'] },
} as const;

export type MailKind = keyof typeof mailKinds;

/** The kind for a number that looks random. */
export function mailKind(number: number): MailKind {
  let at = number % 100;
  for (const kind of Object.keys(mailKinds) as MailKind[]) {
    at -= mailKinds[kind].share;
    if (at < 0) return kind;
  }
  return 'person';
}

export interface MailPlan {
  kind: MailKind;
  /** The number of the invented person who writes, or is written to. */
  correspondent: number;
  owner: { email: string; name: string };
  /** Milliseconds since 1970. */
  date: number;
  /** Makes the mail's words differ from others by the same person. */
  variant: number;
  messageId: string;
}

/** Writes the mail. Nothing is kept: the same plan gives the same mail. */
export function generatedMail(plan: MailPlan): Mail {
  const { from, headers = [], text } = writers[plan.kind](plan, inventedPerson(plan.correspondent));
  const to = plan.kind === 'sent' ? mailAddress(inventedPerson(plan.correspondent)) : mailAddress(plan.owner);
  return {
    headers: [
      { name: 'From', value: mailAddress(from) },
      { name: 'To', value: to },
      { name: 'Subject', value: subjects[plan.variant % subjects.length] as string },
      { name: 'Date', value: new Date(plan.date).toUTCString().replace('GMT', '+0000') },
      { name: 'Message-ID', value: plan.messageId },
      ...headers,
    ],
    text,
    html: plan.variant % 3 === 0 ? null : asHtml(text),
  };
}

interface Written {
  from: { name: string; email: string };
  headers?: Mail['headers'];
  text: string;
}

type Writer = (plan: MailPlan, person: InventedPerson) => Written;

const writers: Record<MailKind, Writer> = {
  person: ({ variant }, person) => ({ from: person, text: letter(person, variant) }),
  newsletter: (_plan, { company, email }) => ({
    from: { name: company, email: `news@${domainOf(email)}` },
    headers: [
      { name: 'List-Unsubscribe', value: `<https://${domainOf(email)}/unsubscribe>` },
      { name: 'List-Id', value: `<news.${domainOf(email)}>` },
      { name: 'Precedence', value: 'bulk' },
    ],
    text: `This month at ${company}: new dates, new prices.\n\nUnsubscribe: https://${domainOf(email)}/unsubscribe\n`,
  }),
  notice: ({ variant }, { company, email }) => ({
    from: { name: company, email: `no-reply@${domainOf(email)}` },
    headers: [{ name: 'Auto-Submitted', value: 'auto-generated' }],
    text: `Your order ${10_000 + (variant % 90_000)} has been shipped.\n\nPlease do not answer this mail.\n${company}\n`,
  }),
  colleague: ({ owner, variant }) => {
    const colleague = { name: 'Sam Porter', email: `sam.porter@${domainOf(owner.email)}` };
    return { from: colleague, text: `${bodies.en[variant % bodies.en.length]}\n\nSam\n` };
  },
  sent: ({ owner, variant }) => ({ from: owner, text: `${bodies.en[variant % bodies.en.length]}\n\n${owner.name}\n` }),
  absence: (_plan, person) => ({
    from: person,
    headers: [{ name: 'Auto-Submitted', value: 'auto-replied' }],
    text: `I am out of the office until Monday.\n\n${signature[person.language](person)}\n`,
  }),
  spam: (_plan, person) => ({ from: person, text: 'You have won. Answer at once.\n' }),
};

const domainOf = (email: string) => email.slice(email.indexOf('@') + 1);
const mailAddress = ({ name, email }: { name: string; email: string }) => `${name} <${email}>`;

function letter(person: InventedPerson, variant: number): string {
  const { language } = person;
  const choices = bodies[language];
  const body = choices[variant % choices.length] as string;
  const quoted = variant % 4 === 0 ? `\n${quotes[language]}\n` : '';
  return `${greetings[language]}\n\n${body}\n\n${closings[language]}\n\n${signature[language](person)}\n${quoted}`;
}

const signature: Record<InventedPerson['language'], (person: InventedPerson) => string> = {
  en: ({ name, title, company, phone, email }) => `${name}\n${title}\n${company}\nPhone: ${phone}\n${email}`,
  de: ({ name, title, company, phone, email }) => `${name}\n${title}\n${company}\nTel.: ${phone}\nE-Mail: ${email}`,
  ja: ({ name, title, company, phone, email }) =>
    `--------------------------------\n${company}\n${title}\n${name}\nTEL: ${phone}\nMail: ${email}\n--------------------------------`,
};

const subjects = ['Samples', 'お見積りの件', 'Angebot', 'Next steps', 'ご面談のお礼', 'Termin', 'Delivery dates'];

const greetings = { en: 'Hello,', de: 'Guten Tag,', ja: 'お世話になっております。' };
const closings = { en: 'Best regards,', de: 'Mit freundlichen Grüßen', ja: 'よろしくお願いいたします。' };

const bodies = {
  en: [
    'The samples left our warehouse this morning and should reach you by Thursday.',
    'Thank you for the call. I have put the open points into the list below and will come back with prices.',
    'Could you let me know which of the two dates suits you better?',
    'Please find the revised offer in our portal. The delivery time is unchanged.',
  ],
  de: [
    'vielen Dank für Ihre Anfrage. Das Angebot erhalten Sie bis Freitag.',
    'anbei der Stand der offenen Punkte. Den Liefertermin bestätige ich morgen.',
    'passt Ihnen der Dienstag oder eher der Mittwoch?',
  ],
  ja: [
    '先日はお時間をいただき、誠にありがとうございました。お見積りは今週中にお送りいたします。',
    'ご依頼の資料を準備しております。今しばらくお待ちください。',
    '次回のお打ち合わせの日程について、ご都合をお聞かせください。',
  ],
};

const quotes = {
  en: 'On Mon, 2 Nov 2026 at 09:12, Sam Porter wrote:\n> Thanks, that works for us.\n> Sam',
  de: 'Am Mo., 2. Nov. 2026 um 09:12 Uhr schrieb Sam Porter:\n> Danke, das passt.\n> Sam',
  ja: '2026年11月2日(月) 9:12 Sam Porter:\n> ありがとうございます。\n> Sam',
};

const asHtml = (text: string) =>
  `<div dir="ltr">${text
    .split('\n')
    .map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'))
    .join('<br>\n')}</div>`;

/** Which of `people` invented people writes the message `index` of a mailbox: some 40 write to each. */
export const correspondentOf = (mailbox: number, index: number, people: number): number =>
  mixedNumber(mailbox, mixedNumber(mailbox, index) % 40, 77) % people;
