import { databaseEnvironment, storeEnvironment } from '../../src/cli/environment.ts';

const good = { DATABASE_URL: 'postgres://owner:secret@db.example/contacts', CONTACT_INBOX_AUDIENCE: 'one, two,' };

test('what is needed is enough', () =>
  expect(storeEnvironment(good)).toEqual({
    host: '127.0.0.1',
    port: 8080,
    database: { url: good.DATABASE_URL, connections: 10, prepare: true },
    audience: ['one', 'two'],
    keys: new URL('https://www.googleapis.com/oauth2/v3/certs'),
    metrics: undefined,
    stopDelaySeconds: 5,
    jobs: 'here',
    privateWebhooks: false,
    scan: { limits: { unitsPerMinutePerUser: 6_000, unitsPerMinutePerProject: 1_200_000 }, mailboxesAtOnce: 4 },
    mail: undefined,
    secretKeys: new Map(),
    rateLimits: { user: 300, tenant: 30_000 },
  }));

test('statements are not kept ready where a pooler cannot pass them on', () =>
  expect(databaseEnvironment({ ...good, DATABASE_PREPARE: 'off' })).toMatchObject({ prepare: false }));

test('everything can be set', () =>
  expect(
    storeEnvironment({
      CONTACT_INBOX_DATA: '/data',
      CONTACT_INBOX_AUDIENCE: 'one',
      CONTACT_INBOX_KEYS_URL: 'http://localhost:9/keys',
      HOST: '0.0.0.0',
      PORT: '80',
      CONTACT_INBOX_METRICS_PORT: '9464',
      CONTACT_INBOX_MAILBOXES: '8',
      CONTACT_INBOX_GMAIL_USER_UNITS: '15000',
      CONTACT_INBOX_GMAIL_PROJECT_UNITS: '600000',
      CONTACT_INBOX_METRICS_HOST: '10.0.0.1',
      CONTACT_INBOX_STOP_DELAY: '0',
      CONTACT_INBOX_USER_RATE: '60',
      CONTACT_INBOX_TENANT_RATE: '0',
      CONTACT_INBOX_JOBS: 'elsewhere',
      CONTACT_INBOX_PRIVATE_WEBHOOKS: 'on',
      CONTACT_INBOX_PUSH_TOPIC: 'projects/inbox-1/topics/gmail',
      CONTACT_INBOX_PUSH_AUDIENCE: 'https://contacts.example.com/push/google',
      CONTACT_INBOX_PUSH_ACCOUNT: 'push@inbox-1.iam.gserviceaccount.com',
      CONTACT_INBOX_SMTP_URL: 'smtps://user:secret@mail.example',
      CONTACT_INBOX_MAIL_FROM: 'Contact Inbox <inbox@example.com>',
      CONTACT_INBOX_SECRET_KEY: `k1:${Buffer.alloc(32).toString('base64')}`,
    }),
  ).toEqual({
    host: '0.0.0.0',
    port: 80,
    database: { folder: '/data' },
    audience: ['one'],
    keys: new URL('http://localhost:9/keys'),
    metrics: { host: '10.0.0.1', port: 9464 },
    stopDelaySeconds: 0,
    jobs: 'elsewhere',
    privateWebhooks: true,
    scan: { limits: { unitsPerMinutePerUser: 15_000, unitsPerMinutePerProject: 600_000 }, mailboxesAtOnce: 8 },
    push: {
      topic: 'projects/inbox-1/topics/gmail',
      audience: 'https://contacts.example.com/push/google',
      account: 'push@inbox-1.iam.gserviceaccount.com',
    },
    mail: { url: 'smtps://user:secret@mail.example', from: 'Contact Inbox <inbox@example.com>' },
    secretKeys: new Map([['k1', Buffer.alloc(32)]]),
    rateLimits: { user: 60, tenant: 0 },
  }));

test('all mistakes at once', () => {
  const wrong = {
    CONTACT_INBOX_AUDIANCE: 'one',
    CONTACT_INBOX_STOP_DELAY: 'soon',
    PORT: '70000',
    CONTACT_INBOX_AUDIENCE: ' , ',
    CONTACT_INBOX_KEYS_URL: 'http://keys.example/',
  };
  expect(() => storeEnvironment(wrong)).toThrow(
    /PORT is "70000"[\s\S]*neither DATABASE_URL nor[\s\S]*AUDIENCE is not set[\s\S]*KEYS_URL is "http:\/\/keys.example\/"[\s\S]*STOP_DELAY is "soon"[\s\S]*AUDIANCE is no setting/,
  );
});

test.each([
  [{}, 'neither DATABASE_URL nor CONTACT_INBOX_DATA'],
  [{ ...good, CONTACT_INBOX_DATA: '/data' }, 'choose one'],
  [{ DATABASE_URL: 'mysql://root:secret@db.example' }, 'not a postgres:// address'],
  [{ DATABASE_URL: 'secret' }, 'not a postgres:// address'],
])('a database that cannot be: %j', (env, message) => {
  expect(() => databaseEnvironment(env)).toThrow(message);
  expect(() => databaseEnvironment(env)).not.toThrow(/secret/);
});

test.each(['x', '-1', '65536', '80.5', '0x50', ' '])('no port: %j', (PORT) =>
  expect(() => storeEnvironment({ ...good, PORT })).toThrow(/PORT is/),
);

test("what the add-on's build is told is no mistake", () =>
  expect(() => storeEnvironment({ ...good, CONTACT_INBOX_STORE_URL: 'https://store.example/' })).not.toThrow());

test.each([
  [{ CONTACT_INBOX_MAIL_FROM: 'a@example.com' }, 'CONTACT_INBOX_SMTP_URL is not'],
  [{ CONTACT_INBOX_SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM is ""'],
  [{ CONTACT_INBOX_SMTP_URL: 'https://user:secret@mail.example', CONTACT_INBOX_MAIL_FROM: 'a@b' }, 'not an smtp://'],
  [{ CONTACT_INBOX_SMTP_URL: 'smtp:', CONTACT_INBOX_MAIL_FROM: 'nobody' }, 'not an email address'],
])('mails that cannot be sent: %j', (env, message) => {
  expect(() => storeEnvironment({ ...good, ...env })).toThrow(message);
  expect(() => storeEnvironment({ ...good, ...env })).not.toThrow(/secret/);
});

const pushed = {
  ...good,
  CONTACT_INBOX_PUSH_TOPIC: 'projects/inbox-1/topics/gmail',
  CONTACT_INBOX_PUSH_AUDIENCE: 'https://contacts.example.com/push/google',
  CONTACT_INBOX_PUSH_ACCOUNT: 'push@inbox-1.iam.gserviceaccount.com',
};

describe('Gmail’s messages', () =>
  test.each([
    [{ ...pushed, CONTACT_INBOX_PUSH_TOPIC: '' }, 'CONTACT_INBOX_PUSH_TOPIC is not set'],
    [{ ...pushed, CONTACT_INBOX_PUSH_TOPIC: 'gmail' }, 'PUSH_TOPIC is "gmail", not projects/PROJECT/topics/NAME'],
    [{ ...pushed, CONTACT_INBOX_PUSH_AUDIENCE: '' }, 'CONTACT_INBOX_PUSH_AUDIENCE is not set'],
    [{ ...pushed, CONTACT_INBOX_PUSH_AUDIENCE: 'two' }, 'PUSH_AUDIENCE is in CONTACT_INBOX_AUDIENCE too'],
    [{ ...pushed, CONTACT_INBOX_PUSH_ACCOUNT: 'it@example.com' }, 'not the address of a service account'],
  ])('%j', (env, text) => expect(() => storeEnvironment(env)).toThrow(text)));
