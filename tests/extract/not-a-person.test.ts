import type { MessageHeaders } from '../../src/extract/message.ts';
import { notAPerson } from '../../src/extract/not-a-person.ts';

const person: MessageHeaders = { from: 'Ana Ruiz <ana.ruiz@example.com>', to: 'Sam <sam@example.org>' };

test.each<[string, Partial<MessageHeaders>, string]>([
  ['a bounce', { from: 'Mail Delivery System <MAILER-DAEMON@mx.example.com>' }, 'bounce'],
  ['a bounce of a program without a domain', { from: 'Mail Delivery Subsystem <MAILER-DAEMON>' }, 'bounce'],
  ['a delivery report', { returnPath: '<>', contentType: 'multipart/report; report-type=delivery-status' }, 'bounce'],
  ['an answering machine', { autoSubmitted: 'auto-replied' }, 'auto-reply'],
  ['an answering machine of old', { precedence: 'auto_reply' }, 'auto-reply'],
  ['a Japanese answering machine', { subject: '【自動返信】お問い合わせありがとうございます' }, 'auto-reply'],
  ['an absence note', { subject: 'Abwesenheitsnotiz: Drachenfest' }, 'auto-reply'],
  ['an absence note in French', { subject: 'Réponse automatique : cerfs-volants' }, 'auto-reply'],
  ['a program', { autoSubmitted: 'auto-generated' }, 'notification'],
  ['Exchange and its like', { autoResponseSuppress: 'All' }, 'notification'],
  ['an issue tracker in the name of a person', { from: '"Ana Ruiz (Jira)" <jira@kites.example>' }, 'notification'],
  ['a calendar in the name of who invites', { from: 'Ana Ruiz <calendar-notification@kites.example>' }, 'notification'],
  ['an advert by Korean law', { from: '(광고) 푸른국수 <event@example.kr>' }, 'newsletter'],
  ['an advert by its subject', { subject: '(광고) 생일 쿠폰' }, 'newsletter'],
  ['a host for mass mail', { from: '林姐 <linjie@edm.kite.example.cn>' }, 'newsletter'],
  ['a web site', { from: 'B&B Garza <wordpress@bbgarza.example>' }, 'notification'],
  ['a bot', { from: '"Build Bot" <build@example.com>' }, 'notification'],
  ['a system without a name', { from: 'kintai-system@example.co.jp' }, 'notification'],
  ['an invitation', { contentType: 'text/calendar; method=REQUEST' }, 'calendar'],
  ['no-reply', { from: 'Kite Shop <no-reply@example.com>' }, 'no-reply'],
  ['noreply behind a word', { from: 'Kite Shop <orders-noreply@example.com>' }, 'no-reply'],
  ['do-not-reply', { from: 'Ana Ruiz <do_not_reply@example.com>' }, 'no-reply'],
  ['no-reply in Portuguese', { from: 'Portal <nao-responda@example.br>' }, 'no-reply'],
  ['no-reply in French', { from: 'Portail <ne-pas-repondre@example.fr>' }, 'no-reply'],
  ['a mail with a feedback loop', { feedbackId: '1:2:campaign' }, 'newsletter'],
  ['a mail to leave by a click', { listUnsubscribe: '<https://example.com/leave>' }, 'newsletter'],
  ['a newsletter address', { from: 'Kite News <newsletter@example.com>' }, 'newsletter'],
  ['a newsletter in a clerk’s name', { from: 'Kite Newsletter <ana.ruiz@example.com>' }, 'newsletter'],
  ['bulk mail of a desk', { from: 'Kite Shop <info@example.com>', precedence: 'bulk' }, 'newsletter'],
  ["a company's own list", { from: 'Kite Shop <hello@kite.example>', listId: '<friends.kite.example>' }, 'newsletter'],
  ['a marketing desk', { from: '<marketing@example.com>' }, 'newsletter'],
  ['the list software', { from: 'mailman@lists.example.org' }, 'mailing-list-notice'],
  ['a list owner', { from: 'kites-owner@lists.example.org' }, 'mailing-list-notice'],
])('%s is no person', (_, headers, reason) => expect(notAPerson({ ...person, ...headers })).toBe(reason));

test.each<[string, Partial<MessageHeaders>]>([
  ['somebody', {}],
  ['somebody without a display name', { from: 'ana.ruiz@example.com' }],
  ['somebody who writes from a desk', { from: 'Kite Support, Ana <support@example.com>' }],
  ['somebody on a discussion list', { listId: 'Kites <kites.lists.example.org>', to: 'kites@lists.example.org' }],
  [
    'somebody on a list with all its headers',
    {
      listId: '<kites.lists.example.org>',
      to: 'kites@lists.example.org',
      precedence: 'list',
      listUnsubscribe: '<mailto:kites-request@lists.example.org>',
    },
  ],
  [
    'somebody on a list, in copy',
    { listId: '<kites.example.org>', cc: 'kites@example.org', listUnsubscribe: '<mailto:x@example.org>' },
  ],
  ['an old list that says bulk', { listId: '<kites.example.org>', to: 'kites@example.org', precedence: 'bulk' }],
  ['a mail sent by hand, said so', { autoSubmitted: 'no' }],
  ['the empty header', { from: '' }],
  ['somebody of an advertising department', { from: '广告部 王伟 <wangwei@kite.example.cn>' }],
  ['a mail about adverts', { subject: '[광고팀] 주간 회의' }],
  ['somebody of a marketing desk', { from: '青柳 美咲（株式会社ほしぞら） <marketing@example.co.jp>' }],
])('%s may be a person', (_, headers) => expect(notAPerson({ ...person, ...headers })).toBeUndefined());
