import { skipTexts } from '../../src/api/skip-texts.ts';
import { messageFromGmail } from '../../src/scan/message-from-gmail.ts';
import { readMessage } from '../../src/scan/read-message.ts';
import {
  type Selection,
  type SkipReason,
  selectionFor,
  skippedByLabels,
  skipReasons,
} from '../../src/scan/selection.ts';
import { letterText } from './support.ts';

const selection = (settings: { sentMail?: boolean; skipPromotions?: boolean } = {}, labelIds = ['INBOX']): Selection =>
  selectionFor({
    integration: { functions: {}, settings: { sentMail: false, skipPromotions: true, ...settings } },
    labelIds,
    internalDomains: ['aozora.example', 'aozora-group.example'],
    readFrom: new Date('2026-11-01T00:00:00Z'),
  });

describe('R4: by labels, before the mail is read', () => {
  test.each<[string[], SkipReason | undefined]>([
    [['INBOX', 'UNREAD', 'CATEGORY_PERSONAL'], undefined],
    [['INBOX'], undefined],
    [['SENT'], 'sent'],
    [['DRAFT'], 'draft'],
    [['CHAT'], 'chat'],
    [['SPAM', 'UNREAD'], 'spam'],
    [['TRASH'], 'trash'],
    [['INBOX', 'CATEGORY_PROMOTIONS'], 'promotions'],
    [['INBOX', 'CATEGORY_SOCIAL'], 'social'],
    [['INBOX', 'CATEGORY_UPDATES'], 'updates'],
    [['INBOX', 'CATEGORY_FORUMS'], 'forums'],
    [['Label_7'], 'other-label'],
    [[], 'other-label'],
  ])('%j: %s', (labelIds, reason) => expect(skippedByLabels(labelIds, selection())).toBe(reason));

  test('the labels that the admin chose', () => {
    const chosen = selection({}, ['Label_7', 'Label_8']);
    expect(skippedByLabels(['Label_8'], chosen)).toBeUndefined();
    expect(skippedByLabels(['INBOX'], chosen)).toBe('other-label');
    expect(skippedByLabels(['Label_7', 'SPAM'], chosen)).toBe('spam');
  });

  test('promotions where the admin wants them', () =>
    expect(skippedByLabels(['INBOX', 'CATEGORY_PROMOTIONS'], selection({ skipPromotions: false }))).toBeUndefined());
});

describe('R4: by headers and contents, each skip with its reason', () => {
  const plain: [SkipReason, Record<string, string>, string?][] = [
    ['internal', { From: 'Sam Porter <sam.porter@aozora.example>' }],
    ['internal', { From: 'Sam Porter <sam.porter@AOZORA-group.example>' }],
    ['newsletter', { 'List-Unsubscribe': '<https://olio.example.com/off>' }],
    ['mailing-list', { 'List-Id': '<dev.lists.example.org>', To: 'dev@lists.example.org' }],
    ['mailing-list', { Precedence: 'list', 'List-Id': '<dev.lists.example.org>', To: 'dev@lists.example.org' }],
    ['auto-reply', { 'Auto-Submitted': 'auto-replied' }],
    ['auto-reply', { Subject: '自動返信: 不在にしております' }],
    ['bounce', { From: 'Mail Delivery <mailer-daemon@olio.example.com>' }],
    ['calendar', { 'Content-Type': 'text/calendar; method=REQUEST' }],
    ['no-reply', { From: 'Olio Rossi <no-reply@olio.example.com>' }],
    ['notification', { 'Auto-Submitted': 'auto-generated' }],
    ['role-address', { From: 'Olio Rossi <info@olio.example.com>' }],
    ['role-address', { From: 'Eva Rossi <sales@olio.example.com>' }],
    ['no-address', { From: 'Eva Rossi' }],
    ['no-company', {}, 'Hello,\n\nsee you on Monday.\n\nEva Rossi\n'],
    ['empty', { From: 'eva@olio.example.com' }, ''],
  ];
  test.each(plain.map(([reason, headers, text = letterText]) => [reason, headers, text] as const))(
    '%s: %j',
    (reason, headers, text) => expect(read({ headers, text })).toEqual({ skip: reason }),
  );

  test('before-start', () => expect(read({ at: Date.UTC(2026, 9, 31) })).toEqual({ skip: 'before-start' }));

  test('what strangers write to a shared address of the organisation, a list of its own, is read', () =>
    expect(
      read({ headers: { 'List-Id': '<sales.aozora.example>', Precedence: 'list', To: 'sales@aozora.example' } }),
    ).toHaveProperty('suggestion'));

  test('every reason is one of the list', () => expect(new Set(skipReasons).size).toBe(skipReasons.length));
});

describe('a message of the Gmail API', () => {
  const part = (mimeType: string, text: string, more: object = {}) => ({
    mimeType,
    filename: '',
    body: { data: Buffer.from(text).toString('base64url') },
    ...more,
  });

  test('parts in parts: texts in order, without attachments and mails within', () => {
    const { text, html } = messageFromGmail({
      id: '18c',
      internalDate: '0',
      payload: {
        mimeType: 'multipart/mixed',
        parts: [
          {
            mimeType: 'multipart/alternative',
            parts: [part('text/plain', 'Grüße'), part('text/html', '<p>Grüße</p>')],
          },
          part('text/plain', 'not read', { filename: 'notes.txt' }),
          part('text/plain', 'nor this', { headers: [{ name: 'Content-Disposition', value: 'attachment' }] }),
          { mimeType: 'message/rfc822', parts: [part('text/plain', 'nor this mail')] },
          part('text/plain', '-- \nEva'),
        ],
      },
    });
    expect([text, html]).toEqual(['Grüße\n-- \nEva', '<p>Grüße</p>']);
  });

  test('parts in parts twenty thousand deep', () => {
    let payload: ReturnType<typeof part> & { parts?: object[] } = part('text/plain', 'Grüße');
    for (let depth = 0; depth < 20_000; depth++) payload = { ...part('multipart/mixed', ''), parts: [payload] };
    expect(messageFromGmail({ payload }).text).toBe('Grüße');
  });

  test('headers in any spelling, the first of each, decoded where they are not', () => {
    const { headers } = messageFromGmail({
      payload: {
        headers: [
          { name: 'FROM', value: '=?UTF-8?B?5bGx5pys?= <y@kotonoha.example>' },
          { name: 'from', value: 'other' },
          { name: 'message-id', value: '<1@kotonoha.example>' },
        ],
      },
    });
    expect(headers).toEqual({ from: '山本 <y@kotonoha.example>', messageId: '<1@kotonoha.example>' });
  });

  test('nothing at all', () =>
    expect(messageFromGmail({})).toMatchObject({ headers: { from: '' }, text: null, html: null, labelIds: [] }));
});

test('U4: of a mail only draft, the signature’s lines and which mail it was leave it', () => {
  const reading = read({});
  expect(reading).toMatchObject({
    suggestion: { draft: { fn: { value: 'Eva Rossi' } }, source: { way: 'background' } },
  });
  expect(JSON.stringify(reading)).not.toMatch(/BODY-7391|on their way|Samples|Hello/);
});

function read({
  headers = {},
  text = letterText,
  at = Date.UTC(2026, 10, 5),
}: {
  headers?: Record<string, string>;
  text?: string;
  at?: number;
}) {
  const all = {
    From: 'Eva Rossi <eva.rossi@olio.example.com>',
    To: 'ana@aozora.example',
    Subject: 'Samples',
    ...headers,
  };
  const message = messageFromGmail({
    id: '18c0000000000001',
    threadId: '18c0000000000001',
    labelIds: ['INBOX'],
    internalDate: `${at}`,
    payload: {
      mimeType: 'text/plain',
      headers: Object.entries(all).map(([name, value]) => ({ name, value })),
      body: { data: Buffer.from(text).toString('base64url') },
    },
  });
  return readMessage(message, selection());
}

test('every reason has its words in each language, and no other has', () => {
  for (const texts of Object.values(skipTexts)) expect(Object.keys(texts).sort()).toEqual([...skipReasons].sort());
});
