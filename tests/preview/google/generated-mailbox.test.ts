import { extractContact } from '../../../src/extract/extract-contact.ts';
import { EmulatedGoogle } from '../../../src/preview/google/emulated-google.ts';
import { correspondentOf, mailKinds } from '../../../src/preview/google/mailboxes/generated-mail.ts';
import { addGeneratedPeople, GeneratedMailbox } from '../../../src/preview/google/mailboxes/generated-mailbox.ts';
import { inventedPeople, inventedPerson } from '../../../src/preview/google/mailboxes/invented-people.ts';
import type { GmailMailbox, Mail, MessageRef } from '../../../src/preview/google/mailboxes/mailbox.ts';
import { refusal, type Sample, sampleGoogle } from './support.ts';

const newestAt = Date.UTC(2026, 10, 20);
const generated = (number = 3, messages = 200) =>
  new GeneratedMailbox({
    number,
    owner: { email: 'ana@aozora.example', name: 'Ana Ito' },
    messages,
    newestAt,
    people: 500,
  });

describe('a generated mailbox', () => {
  test('is the same every time, and another for another number', () => {
    expect(contents(generated())).toEqual(contents(generated()));
    expect(contents(generated(4))).not.toEqual(contents(generated(3)));
  });

  test('keeps nothing: 100,000 messages are there as soon as one', () => {
    const mailbox = generated(1, 100_000);
    const [newest] = mailbox.newestFirst();
    expect(newest).toMatchObject({ internalDate: newestAt, historyId: mailbox.historyId() });
    expect(mailbox.messagesTotal()).toBe(100_000);
    expect(Object.values(mailbox).filter((value) => Array.isArray(value) && value.length > 0)).toEqual([]);
  });

  test('has every kind of mail, as many as the table says', () => {
    const counts = new Map<string, number>();
    for (const { labelIds } of generated(1, 20_000).newestFirst()) {
      counts.set(`${labelIds}`, (counts.get(`${labelIds}`) ?? 0) + 1);
    }
    const shareOf = (labelIds: readonly string[]) =>
      Object.values(mailKinds).reduce((sum, kind) => sum + (`${kind.labelIds}` === `${labelIds}` ? kind.share : 0), 0);
    for (const { labelIds } of Object.values(mailKinds)) {
      expect((counts.get(`${labelIds}`) ?? 0) / 200).toBeCloseTo(shareOf(labelIds), -0.5);
    }
    expect(Object.values(mailKinds).reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  test('finds its own messages by id and nobody else’s', () => {
    const mailbox = generated();
    for (const ref of mailbox.newestFirst()) expect(mailbox.find(ref.id)).toEqual(ref);
    const [foreign] = generated(4).newestFirst();
    for (const id of [foreign?.id ?? '', '1', `${foreign?.id}0`, '1000000300000fff'])
      expect(mailbox.find(id)).toBeUndefined();
    expect(() => mailbox.mail(foreign as MessageRef)).toThrow('not in this mailbox');
  });

  test('takes more mail, which history shows', () => {
    const mailbox = generated();
    const before = mailbox.historyId();
    const ref = mailbox.arrive(newestAt + 60_000);
    expect([...(mailbox.changesAfter(before) ?? [])]).toEqual([
      { historyId: mailbox.historyId(), type: 'messageAdded', message: ref },
    ]);
    expect([...mailbox.newestFirst()][0]).toEqual(ref);
    expect([...(mailbox.changesAfter(before - 17) ?? [])]).toHaveLength(2);
    mailbox.expireHistory();
    expect(mailbox.changesAfter(before)).toBeUndefined();
    expect([...(mailbox.changesAfter(mailbox.historyId()) ?? [])]).toEqual([]);
    expect(mailbox.changesAfter(mailbox.historyId() + 1)).toBeUndefined();
  });

  test("a person's mail is read as that person; what no person wrote is left out", () => {
    const misread: string[] = [];
    let people = 0;
    for (let number = 0; number < 5; number++) {
      const mailbox = generated(number);
      for (const ref of mailbox.newestFirst()) {
        const mail = mailbox.mail(ref);
        const index = Number.parseInt(ref.id.slice(8), 16);
        const person = inventedPerson(correspondentOf(number, index, 500));
        const { contact } = extractContact(openMessage(mail));
        if (header(mail, 'From') !== `${person.name} <${person.email}>` || header(mail, 'Auto-Submitted')) continue;
        if (ref.labelIds.includes('SPAM')) continue;
        people += 1;
        const read = [
          contact?.fn?.value,
          contact?.org?.value.name,
          contact?.email[0]?.value,
          contact?.tel[0]?.value.text,
        ];
        if (`${read}` !== `${[person.name, person.company, person.email, person.phone]}`)
          misread.push(`${read}: ${mail.text}`);
      }
    }
    expect(people).toBeGreaterThan(500);
    expect(misread.slice(0, 3)).toEqual([]);
  });
});

test('invented people are all different', () => {
  const emails = new Set(Array.from({ length: inventedPeople }, (_, number) => inventedPerson(number).email));
  expect(emails.size).toBe(inventedPeople);
  expect([...emails].filter((email) => !/^[a-z]+\.[a-z]+@[a-z]+\.example\.com$/.test(email))).toEqual([]);
});

describe('through the Gmail API', () => {
  let sample: Sample;
  beforeEach(async () => {
    sample = await sampleGoogle();
    addGeneratedPeople(sample.organisation, { count: 3, messagesEach: 120, newestAt, intervalMs: 3_600_000 });
  });
  afterEach(() => sample.stop());

  test('pages from the newest to the oldest, each once', async () => {
    const { messages } = sample.gmailOf('user-1@aozora.example');
    const ids: string[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await messages.list({ userId: 'me', maxResults: 50, pageToken, includeSpamTrash: true });
      ids.push(...(data.messages ?? []).map(({ id }) => id as string));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken);
    expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  test('a query by date and label reads no further than it must', async () => {
    const after = newestAt / 1000 - 5 * 3600;
    const { data } = await sample
      .gmailOf('user-2@aozora.example')
      .messages.list({ userId: 'me', q: `after:${after} in:inbox -category:promotions` });
    expect((data.messages ?? []).length).toBeGreaterThan(0);
    expect((data.messages ?? []).length).toBeLessThanOrEqual(6);
  });

  test('each person has a mailbox of their own', async () => {
    const [first] = (await sample.gmailOf('user-0@aozora.example').messages.list({ userId: 'me' })).data.messages ?? [];
    const other = sample.gmailOf('user-1@aozora.example').messages;
    expect((await refusal(other.get({ userId: 'me', id: first?.id ?? '' }))).status).toBe(404);
  });
});

test('a thousand mailboxes keep nothing', () => {
  const google = new EmulatedGoogle({ quota: { unitsPerMinutePerUser: Infinity, unitsPerMinutePerProject: Infinity } });
  const organisation = google.createOrganisation('aozora.example');
  const mailboxes = addGeneratedPeople(organisation, { count: 1_000, messagesEach: 200, newestAt });
  expect(mailboxes.get('user-999@aozora.example')?.messagesTotal()).toBe(200);
  expect(organisation.people.size).toBe(1_000);
});

function contents(mailbox: GmailMailbox): Mail[] {
  return [...mailbox.newestFirst()].map((ref) => mailbox.mail(ref));
}

const header = ({ headers }: Mail, name: string) => headers.find((each) => each.name === name)?.value;

const openMessage = (mail: Mail) => ({
  headers: {
    from: header(mail, 'From') ?? '',
    to: header(mail, 'To'),
    subject: header(mail, 'Subject'),
    listId: header(mail, 'List-Id'),
    listUnsubscribe: header(mail, 'List-Unsubscribe'),
    autoSubmitted: header(mail, 'Auto-Submitted'),
    precedence: header(mail, 'Precedence'),
  },
  text: mail.text,
  html: mail.html,
});
