import { admin } from '@googleapis/admin';
import { directoryScopes, gmailReadonly, refusal, type Sample, sampleGoogle } from './support.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await sampleGoogle();
  const { organisation } = sample;
  for (const path of ['/Sales/Kyoto', '/Sales/Osaka', '/IT']) organisation.addOrgUnit(path);
  organisation.addPerson({ ...named('Ben', 'Oda'), orgUnitPath: '/Sales/Kyoto' });
  organisation.addPerson({ ...named('Cleo', 'Mori'), orgUnitPath: '/Sales' });
  organisation.addPerson({ ...named('Dan', 'Sato'), orgUnitPath: '/IT', suspended: true });
  organisation.addGroup({
    email: 'sales@aozora.example',
    name: 'Sales',
    members: ['Ben.Oda@aozora.example', 'kyoto@aozora.example'],
  });
  const members = ['cleo.mori@aozora.example', 'sales@aozora.example', 'partner@example.com'];
  organisation.addGroup({ email: 'kyoto@aozora.example', name: 'Kyoto', members });
});
afterAll(() => sample.stop());

const named = (givenName: string, familyName: string) => ({
  email: `${givenName}.${familyName}@aozora.example`.toLowerCase(),
  givenName,
  familyName,
});

function directory(subject = 'boss@aozora.example', scopes = directoryScopes) {
  return admin({ version: 'directory_v1', auth: sample.authorize(subject, scopes), rootUrl: sample.url, retry: false });
}

describe('users.list', () => {
  const list = async (params: object) => {
    const { data } = await directory().users.list({ customer: 'my_customer', ...params });
    return { names: (data.users ?? []).map(({ name }) => name?.givenName), next: data.nextPageToken };
  };

  test('pages through everybody, by address', async () => {
    const first = await list({ maxResults: 2 });
    const second = await list({ maxResults: 2, pageToken: first.next });
    const third = await list({ maxResults: 2, pageToken: second.next });
    expect([first.names, second.names, third.names]).toEqual([['Ana', 'Ben'], ['Bo', 'Cleo'], ['Dan']]);
    expect(third.next).toBeUndefined();
  });

  test.each([
    ["orgUnitPath='/Sales'", ['Ben', 'Cleo']],
    ["orgUnitPath='/Sales/Kyoto'", ['Ben']],
    ["orgUnitPath='/' isSuspended=false", ['Ana', 'Ben', 'Bo', 'Cleo']],
    ['email:b*', ['Ben', 'Bo']],
    ['email=ana@aozora.example', ['Ana']],
    ['familyName:mori', ['Cleo']],
    ['givenName:D*', ['Dan']],
    ["name:'Cleo Mori'", ['Cleo']],
    ['isAdmin=true', ['Bo']],
    ['email:nobody*', []],
  ])('%s', async (query, names) => expect((await list({ query })).names).toEqual(names));

  test('by domain, and with a mask', async () => {
    const { data } = await directory().users.list({
      domain: 'aozora.example',
      maxResults: 1,
      fields: 'users(primaryEmail,name/fullName),nextPageToken',
    });
    expect(data).toEqual({
      users: [{ primaryEmail: 'ana@aozora.example', name: { fullName: 'Ana Ito' } }],
      nextPageToken: expect.any(String),
    });
  });

  test.each([
    ['no customer', { customer: undefined }, 400],
    ['a foreign customer', { customer: 'C0other' }, 403],
    ['a foreign domain', { customer: undefined, domain: 'example.com' }, 404],
    ['too many', { maxResults: 501 }, 400],
    ['none', { maxResults: 0 }, 400],
    ['a query it does not know', { query: 'manager:boss' }, 400],
    ['a broken page token', { pageToken: '%%%' }, 400],
    ['an unknown parameter', { domains: 'x' }, 400],
    ['an unknown field', { fields: 'users/password' }, 400],
  ])('refuses %s', async (_case, params, status) => {
    expect((await refusal(directory().users.list({ customer: 'my_customer', ...params }))).status).toBe(status);
  });
});

describe('users.get', () => {
  const get = (userKey: string, params: object = {}, subject?: string) =>
    directory(subject).users.get({ userKey, ...params });

  test('tells an admin who is an admin', async () => {
    const { data } = await get('boss@aozora.example');
    expect(data).toMatchObject({
      primaryEmail: 'boss@aozora.example',
      isAdmin: true,
      isDelegatedAdmin: false,
      suspended: false,
      orgUnitPath: '/',
      customerId: sample.organisation.customerId,
      isMailboxSetup: false,
    });
    expect((await get(data.id ?? '')).data).toEqual(data);
    expect((await get('ana@aozora.example')).data).toMatchObject({ isAdmin: false, isMailboxSetup: true });
  });

  test('refuses everybody else, unless they ask for what everybody may see', async () => {
    const { status, body } = await refusal(get('boss@aozora.example', {}, 'ana@aozora.example'));
    expect(status).toBe(403);
    expect(body).toEqual({
      error: {
        code: 403,
        message: 'Not Authorized to access this resource/api',
        errors: [{ message: 'Not Authorized to access this resource/api', domain: 'global', reason: 'forbidden' }],
      },
    });
    const seen = await get('boss@aozora.example', { viewType: 'domain_public' }, 'ana@aozora.example');
    expect(Object.keys(seen.data).sort()).toEqual(['emails', 'id', 'kind', 'name', 'primaryEmail']);
  });

  test('hides suspended people from those who are no admin', async () => {
    expect((await get('dan.sato@aozora.example')).data).toMatchObject({ suspended: true });
    const hidden = get('dan.sato@aozora.example', { viewType: 'domain_public' }, 'ana@aozora.example');
    expect((await refusal(hidden)).status).toBe(404);
  });

  test('404 for nobody, 403 for somebody elsewhere', async () => {
    const { status, body } = await refusal(get('nobody@aozora.example'));
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { message: 'Resource Not Found: userKey', errors: [{ reason: 'notFound' }] } });
    expect((await refusal(get('ana@example.com'))).status).toBe(403);
  });
});

describe('groups and their members', () => {
  test('groups.list', async () => {
    const { data } = await directory().groups.list({ customer: 'my_customer' });
    expect(data.groups?.map(({ email, name, directMembersCount }) => [email, name, directMembersCount])).toEqual([
      ['kyoto@aozora.example', 'Kyoto', '3'],
      ['sales@aozora.example', 'Sales', '2'],
    ]);
    const ofBen = await directory().groups.list({ userKey: 'ben.oda@aozora.example' });
    expect(ofBen.data.groups?.map(({ name }) => name)).toEqual(['Sales']);
  });

  test('members.list: people and groups, or everybody inside', async () => {
    const members = async (params: object) =>
      (await directory().members.list({ groupKey: 'sales@aozora.example', ...params })).data.members?.map(
        ({ email, type, status }) => [email, type, status],
      );
    const ben = ['ben.oda@aozora.example', 'USER', 'ACTIVE'];
    expect(await members({})).toEqual([ben, ['kyoto@aozora.example', 'GROUP', undefined]]);
    expect(await members({ includeDerivedMembership: true })).toEqual([
      ben,
      ['cleo.mori@aozora.example', 'USER', 'ACTIVE'],
      ['kyoto@aozora.example', 'GROUP', undefined],
      ['partner@example.com', 'USER', undefined],
      ['sales@aozora.example', 'GROUP', undefined],
    ]);
    expect(await members({ maxResults: 1 })).toEqual([ben]);
  });

  test('404 for no such group', async () => {
    const { status, body } = await refusal(directory().members.list({ groupKey: 'nobody@aozora.example' }));
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { message: 'Resource Not Found: groupKey' } });
  });
});

describe('orgunits.list', () => {
  const paths = async (params: object) =>
    (await directory().orgunits.list({ customerId: 'my_customer', ...params })).data.organizationUnits?.map(
      ({ orgUnitPath }) => orgUnitPath,
    );

  test.each([
    ['the top', {}, ['/IT', '/Sales']],
    ['all', { type: 'all' }, ['/IT', '/Sales', '/Sales/Kyoto', '/Sales/Osaka']],
    ['one', { orgUnitPath: '/Sales' }, ['/Sales/Kyoto', '/Sales/Osaka']],
    ['the last', { orgUnitPath: 'IT', type: 'all' }, undefined],
  ])('%s', async (_case, params, expected) => expect(await paths(params)).toEqual(expected));

  test('404 for no such unit', async () => {
    expect((await refusal(paths({ orgUnitPath: '/Law' }))).status).toBe(404);
  });
});

test.each([
  ['groups.list', () => directory('ana@aozora.example').groups.list({ customer: 'my_customer' })],
  ['users.list', () => directory('ana@aozora.example').users.list({ customer: 'my_customer' })],
  ['members.list', () => directory('ana@aozora.example').members.list({ groupKey: 'sales@aozora.example' })],
  ['orgunits.list', () => directory('ana@aozora.example').orgunits.list({ customerId: 'my_customer' })],
])('%s is for admins', async (_method, call) => expect((await refusal(call())).status).toBe(403));

test('needs its own scope, and each method its own', async () => {
  const users = directory('boss@aozora.example', [gmailReadonly]).users;
  expect((await refusal(users.list({ customer: 'my_customer' }))).body).toMatchObject({
    error: { errors: [{ reason: 'insufficientPermissions' }] },
  });
  const { groups } = directory('boss@aozora.example', directoryScopes.slice(0, 1));
  expect((await refusal(groups.list({ customer: 'my_customer' }))).status).toBe(403);
});

test('mistakes of whoever sets it up are errors', () => {
  const { organisation } = sample;
  expect(() => organisation.addPerson({ ...named('Eve', 'Ito'), email: 'eve@example.com' })).toThrow(
    'not of aozora.example',
  );
  expect(() => organisation.addPerson({ ...named('Eve', 'Ito'), orgUnitPath: '/Law' })).toThrow('organisational unit');
});
