import path from 'node:path';
import { sampleMailbox } from '../../../src/preview/google/mailboxes/sample-mailbox.ts';
import { type LocalMailbox, openMailbox } from '../../../src/preview/mailbox/mailbox.ts';

let local: LocalMailbox;
beforeAll(async () => {
  local = await openMailbox(path.join(__dirname, '../../../src/preview/mailbox/samples'));
});

test("the preview's mail is at Google under the ids that the add-on sees, newest first", () => {
  const mailbox = sampleMailbox('sakura.mori@aozora.example', local);
  const refs = [...mailbox.newestFirst()];
  expect(refs.length).toBe(local.threads.flatMap(({ messages }) => messages).length);
  for (const { id, threadId } of refs) expect(local.find(id)).toMatchObject({ id, threadId });
  const dates = refs.map(({ internalDate }) => internalDate);
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
});

test.each([
  ['sent-by-sakura', /sakura\.mori@aozora/, ['SENT']],
  ['newsletters', /magazine@|weekly@news/, ['INBOX', 'UNREAD', 'CATEGORY_PROMOTIONS']],
  ['no-reply', /no-?reply@/i, ['INBOX', 'UNREAD', 'CATEGORY_UPDATES']],
  ['a person', /keiri@kotonoha/, ['INBOX', 'UNREAD', 'CATEGORY_PERSONAL']],
])('%s: labelled as Gmail would', (_case, from, labelIds) => {
  const mailbox = sampleMailbox('sakura.mori@aozora.example', local);
  const found = [...mailbox.newestFirst()].filter((ref) =>
    mailbox.mail(ref).headers.some(({ name, value }) => name === 'From' && from.test(value)),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const ref of found) expect(ref.labelIds).toEqual(labelIds);
});

test('what Sakura sent is incoming mail for the others', () => {
  const mailbox = sampleMailbox('ken.adams@aozora.example', local);
  expect([...mailbox.newestFirst()].filter(({ labelIds }) => labelIds.includes('SENT'))).toEqual([]);
});
