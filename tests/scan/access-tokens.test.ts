import { AccessTokens } from '../../src/scan/google/access-tokens.ts';
import { GmailMailbox } from '../../src/scan/google/gmail-mailbox.ts';
import { scopes } from '../../src/scan/google/scopes.ts';
import { googleTransport } from '../../src/scan/google/transport.ts';
import type { Credential } from '../../src/store/mail-provider.ts';
import { type Sample, sampleGoogle } from '../preview/google/support.ts';
import { credentialOf, unlimited } from './support.ts';

const ana = 'ana@aozora.example';
const minutes = (count: number) => count * 60_000;

let sample: Sample;
let tokens: AccessTokens;
/** By its clock tokens expire. */
let now: number;
let machine: string;
const environment = { ...process.env };
beforeEach(async () => {
  sample = await sampleGoogle();
  now = Date.now();
  tokens = new AccessTokens(googleTransport({ rootUrl: sample.url }), () => now);
  process.env.GCE_METADATA_HOST = new URL(sample.url).host;
  process.env.GOOGLE_CLOUD_PROJECT = 'inbox-test'; // else Google's library looks for the gcloud program, a second each time
  machine = sample.google.serviceAccounts.create({ name: 'machine', projectId: 'inbox-test' }).email;
});
afterEach(async () => {
  process.env = { ...environment };
  await sample.stop();
});

/** A key; or this machine's account, which may sign for the delegated one, and no key. */
const credentials: Record<'a key' | 'no key', () => Credential> = {
  'a key': () => credentialOf(sample.key),
  'no key': () => {
    attach();
    return { kind: 'attached', account: sample.account.email };
  },
};
function attach({ mayUse = true } = {}): void {
  const { google, account } = sample;
  google.attachedAccount = machine;
  if (mayUse) google.serviceAccounts.allowSigning(machine, account.email);
}
const get = (credential: Credential, subject = ana) => tokens.get(credential, subject, scopes.mail);
const exchanges = () => sample.google.counts.of('oauth2.token').requests;

describe.each(['a key', 'no key'] as const)('R12: with %s', (kind) => {
  test('a token opens the mailbox of the user in whose name it was asked for', async () => {
    const credential = credentials[kind]();
    const access = { transport: googleTransport({ rootUrl: sample.url }), tokens };
    const mailbox = new GmailMailbox(access, { credential, email: ana }, unlimited);
    expect(await mailbox.historyId()).toBe(`${sample.mailbox.historyId()}`);
  });

  test('it is kept until five minutes before it expires', async () => {
    const credential = credentials[kind]();
    const first = await get(credential);
    now += minutes(54);
    expect(await get(credential)).toBe(first);
    expect(exchanges()).toBe(1);
    now += minutes(2);
    expect(await get(credential)).not.toBe(first);
    expect(exchanges()).toBe(2);
  });

  test('who asks at the same time gets the same one; another user, and other scopes, have their own', async () => {
    const credential = credentials[kind]();
    const same = await Promise.all([get(credential), get(credential), get(credential, ana.toUpperCase())]);
    expect([new Set(same).size, exchanges()]).toEqual([1, 1]);
    sample.google.counts.reset();
    const others = [await get(credential, 'boss@aozora.example'), await tokens.get(credential, ana, scopes.directory)];
    expect(new Set([...same, ...others]).size).toBe(3);
    expect(sample.google.counts.wire).toBe(kind === 'a key' ? 2 : 4); // who the machine is, is known
  });

  test('one that Google no longer takes is forgotten, a refusal is not kept', async () => {
    const credential = credentials[kind]();
    const first = await get(credential);
    tokens.forget(credential, ana, scopes.mail);
    expect(await get(credential)).not.toBe(first);
    tokens.forget(credential, ana, scopes.mail);
    sample.google.breakWith(ana, 'not-delegated');
    await expect(get(credential)).rejects.toMatchObject({ status: 'unauthorized', reason: 'not-delegated' });
    sample.google.mend(ana);
    await get(credential);
  });
});

describe('R20: without a key', () => {
  test.each([
    ['this machine has no account', () => {}],
    ['its account may not sign for the other', () => attach({ mayUse: false })],
  ])('%s: an authentication error, until it has', async (_case, arrange) => {
    arrange();
    const credential: Credential = { kind: 'attached', account: sample.account.email };
    await expect(get(credential)).rejects.toMatchObject({ status: 'authentication-error', reason: 'key-invalid' });
    expect(exchanges()).toBe(0);
    attach();
    await get(credential);
  });
});
