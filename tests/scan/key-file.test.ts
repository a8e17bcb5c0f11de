import { generateKeyPairSync } from 'node:crypto';
import { type ServiceAccountKeyFile, ServiceAccounts } from '../../src/preview/google/oauth/service-accounts.ts';
import { readKept, readKeyFile } from '../../src/scan/google/key-file.ts';
import { KeyFileInvalid } from '../../src/store/mail-provider.ts';

let file: ServiceAccountKeyFile;
beforeAll(async () => {
  const accounts = new ServiceAccounts();
  file = await accounts.createKey(accounts.create({ name: 'reader', projectId: 'inbox-test' }).email);
});

test('R13: what is kept of a key file, and what is shown', () => {
  const { kept, ...shown } = readKeyFile(JSON.stringify(file));
  expect(shown).toEqual({
    account: 'reader@inbox-test.iam.gserviceaccount.com',
    project: 'inbox-test',
    keyId: file.private_key_id,
    clientId: file.client_id,
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(readKept(kept)).toEqual({ privateKey: file.private_key, keyId: file.private_key_id, project: 'inbox-test' });
});

describe('R13: a wrong file is told by what is missing, and nothing of a key is quoted', () => {
  const errorsOf = (text: string): string[] => {
    try {
      readKeyFile(text);
    } catch (error) {
      expect(error).toBeInstanceOf(KeyFileInvalid);
      expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(file.private_key.slice(40, 80));
      return (error as KeyFileInvalid).errors.map(({ path, message }) => `${path} ${message}`);
    }
    throw new Error('It should have been refused');
  };
  const without = (field: keyof ServiceAccountKeyFile) => JSON.stringify({ ...file, [field]: undefined });
  const changed = (changes: Partial<Record<keyof ServiceAccountKeyFile, unknown>>) =>
    JSON.stringify({ ...file, ...changes });

  test.each(['', 'hello', '[]', '"text"', 'null', '-----BEGIN PRIVATE KEY-----'])('no JSON object: %j', (text) =>
    expect(errorsOf(text)).toEqual(['keyFile is not a JSON object: choose the file that Google gave you']),
  );

  test.each(['type', 'project_id', 'private_key_id', 'private_key', 'client_email', 'client_id', 'token_uri'] as const)(
    '%s is missing',
    (field) => expect(errorsOf(without(field))).toEqual([`${field} is missing`]),
  );

  test('several at once', () => expect(errorsOf('{}').length).toBe(7));

  test('the file of an OAuth client', () =>
    expect(errorsOf(changed({ type: 'authorized_user' }))[0]).toMatch(/^type is not "service_account"/));

  test('another token endpoint: the key is never sent anywhere', () =>
    expect(errorsOf(changed({ token_uri: 'https://token.example.com/' }))[0]).toMatch(/^token_uri is not Google's/));

  test('an address that is no service account, a client id that is no number', () =>
    expect(
      errorsOf(changed({ client_email: 'ana@example.com', client_id: 'reader' })).map((one) => one.split(' ')[0]),
    ).toEqual(['client_email', 'client_id']));

  test('a key that was cut off, or of another kind', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const elliptic = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const private_key of [file.private_key.slice(0, 900), elliptic, 'secret'])
      expect(errorsOf(changed({ private_key }))[0]).toMatch(/^private_key is not an RSA key/);
  });
});
