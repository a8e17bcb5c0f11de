import { randomUUID } from 'node:crypto';
import type { BodyOf } from '../../../src/api/operations.ts';
import { cardOf, save, type TestStore, type TestTenant } from '../support.ts';

export function imports(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });
  const preview = (text: string | Uint8Array, format: 'csv' | 'vcard' = 'csv') =>
    given().ok('previewImport', tenant.user, { body: { format, file: Buffer.from(text).toString('base64') } });
  const saveImported = (contacts: BodyOf<'importContacts'>['contacts']) =>
    given().ok('importContacts', tenant.user, { body: { contacts } });
  const list = async () => (await given().ok('listContacts', tenant.user, { query: { sort: 'name' } })).items;

  test('a preview says what each row means, and keeps nothing', async () => {
    const { contact } = await save(given(), tenant.user, {
      fn: 'Ana Ruiz',
      title: 'Buyer',
      email: ['ana@example.com'],
    });
    await save(given(), tenant.user, { fn: 'Ben Ito', email: ['ben@example.com'] });
    const { columns, counts, rows } = await preview(
      '氏名,役職,メール,年齢\n' +
        '森 さくら,課長,sakura@example.jp,1\n' +
        'Ana Ruiz,Buyer,ANA@example.com,2\n' +
        'Ana Ruiz,Director,ana@example.com;ana2@example.com,3\n' +
        'Ben Ito,Clerk,ben@example.com,3\n' +
        'Who,,ana2@example.com;ben@example.com,4\n' +
        ',,x@example.com,5\n' +
        'Zoe,,not an address,6\n',
    );
    expect(columns?.map(({ field }) => field)).toEqual(['fn', 'title', 'email', null]);
    expect(rows).toMatchObject([
      { row: 1, outcome: 'new', content: { card: { fn: '森 さくら', title: '課長' } } },
      { row: 2, outcome: 'known', reasons: ['address', 'name', 'domain'], contact: { id: contact.id } },
      { row: 3, outcome: 'ambiguous', reason: 'row 2 may be the same person' },
      { row: 4, outcome: 'changed', changes: [{ field: 'title', old: null, new: 'Clerk' }] },
      { row: 5, outcome: 'ambiguous' },
      { row: 6, outcome: 'invalid', reason: 'it has no name' },
      { row: 7, outcome: 'invalid', reason: expect.stringContaining('email') },
    ]);
    expect(counts).toEqual({ new: 1, known: 1, changed: 1, ambiguous: 2, suppressed: 0, invalid: 2 });
    expect(await list()).toHaveLength(2);
  });

  test('rows are compared as suggestions are: by more than the address, with each other too', async () => {
    const org = { name: 'Kite Ltd', units: [] };
    const { contact } = await save(given(), tenant.user, { fn: 'Ana Ruiz', org, email: ['ana@kite.example'] });
    const { rows } = await preview(
      'Name,Company,Email\n' +
        'RUIZ Ana,Kite Limited,\n' +
        'A. Ruiz,Kite,\n' +
        'Ben Ito,Kite,info@kite.example\n' +
        'Chie Ito,Kite,info@kite.example\n' +
        'Ben Ito,Kite Ltd.,ben@kite.example\n',
    );
    expect(rows).toMatchObject([
      { outcome: 'changed', reasons: ['name', 'company'], contact: { id: contact.id } },
      { outcome: 'ambiguous', reason: 'row 1 may be the same person' },
      { outcome: 'new' },
      { outcome: 'new' },
      { outcome: 'ambiguous', reason: 'row 3 may be the same person' },
    ]);
    const [unclear] = (await preview('Name,Company\nA. Ruiz,Kite\n')).rows;
    expect(unclear).toMatchObject({ outcome: 'ambiguous', candidates: [{ contact: { id: contact.id } }] });
  });

  test('saved as they were compared, unless the caller says into which, or as a new one', async () => {
    const org = { name: 'Kite Ltd', units: [] };
    const { contact } = await save(given(), tenant.user, { fn: 'Ana Ruiz', org, email: ['ana@kite.example'] });
    const initials = cardOf({ fn: 'A. Ruiz', org, title: 'Buyer' });
    const { results } = await saveImported([
      { card: cardOf({ fn: 'Ana Ruiz', org, email: ['ruiz@home.example'] }) },
      { card: initials },
      { card: initials, contactId: contact.id },
      { card: cardOf({ fn: 'Ana Ruiz', org, email: ['ana@kite.example'] }), as: 'new' },
      { card: cardOf({ fn: 'Ben Ito', org, email: ['info@kite.example'] }) },
      { card: cardOf({ fn: 'Chie Ito', org, email: ['info@kite.example'] }) },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'changed',
      'ambiguous',
      'changed',
      'created',
      'created',
      'created',
    ]);
    expect(results[2]?.contact).toMatchObject({ id: contact.id, title: 'Buyer' });
    expect(results.slice(3).map((result) => result.contact?.email)).toEqual([
      undefined,
      'info@kite.example',
      undefined,
    ]);
  });

  test('a contact that is not there cannot be imported into', async () => {
    const body = { contacts: [{ card: cardOf({ fn: 'Ana' }), contactId: randomUUID() }] };
    expect(await given().refused('importContacts', tenant.user, { body })).toBe('contact-not-found');
  });

  test('whom the user or the organisation wants nothing of is left out, unless a contact is known', async () => {
    await save(given(), tenant.user, { fn: 'Ben Ito', email: ['ben@spam.example'] });
    await given().ok('addSuppression', tenant.admin, { body: { domain: 'spam.example' } });
    const { rows, counts } = await preview(
      'Name,Title,Email\nAna Ruiz,,ana@spam.example\nBen Ito,Clerk,ben@spam.example\n',
    );
    expect([rows.map(({ outcome }) => outcome), counts.suppressed]).toEqual([['suppressed', 'changed'], 1]);
    const { results } = await saveImported(rows.flatMap(({ content }) => content ?? []));
    expect(results.map(({ outcome }) => outcome)).toEqual(['suppressed', 'changed']);
    expect(await list()).toMatchObject([{ fn: 'Ben Ito', title: 'Clerk' }]);
  });

  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0, 0]), 'no text in UTF-8'],
    ['no headings', 'a,b\n1,2\n', 'no heading'],
    ['too many', `Name\n${'x\n'.repeat(2001)}`, 'at most 2000'],
  ])('%s is refused, and says why', async (_, file, why) => {
    const body = { format: 'csv' as const, file: Buffer.from(file).toString('base64') };
    const { problem } = await given().call('previewImport', tenant.user, { body });
    expect(problem).toMatchObject({ code: 'request-invalid', detail: expect.stringContaining(why) });
  });

  test('new ones are saved and counted, known ones get what is new, and undo takes all of it back', async () => {
    await save(given(), tenant.user, { fn: 'Ana Ruiz', email: ['ana@example.com'] });
    const imported = await saveImported([
      { card: cardOf({ fn: '森 さくら', email: ['sakura@example.jp'] }), tags: ['fair'], notes: 'Met' },
      { card: cardOf({ fn: 'Ana Ruiz', title: 'Buyer', email: ['ana@example.com'] }) },
      { card: cardOf({ fn: 'Ana Ruiz', email: ['ana@example.com'] }) },
      { card: cardOf({ fn: 'Ben Ito', email: ['ana@example.com'] }) },
      { card: cardOf({ fn: ' ' }) },
    ]);
    expect(imported.results.map(({ outcome }) => outcome)).toEqual([
      'created',
      'changed',
      'unchanged',
      'ambiguous',
      'incomplete',
    ]);
    expect(imported.quota.used).toBe(2);
    expect(await list()).toMatchObject([{ fn: 'Ana Ruiz', title: 'Buyer' }, { fn: '森 さくら' }]);
    const { kind, quota } = await given().ok('undo', tenant.user, { params: { undoId: imported.undo.id } });
    expect([kind, quota.used]).toEqual(['import', 1]);
    expect(await list()).toEqual([expect.not.objectContaining({ title: 'Buyer' })]);
  });

  test('past the quota nothing of it is saved', async () => {
    const { user } = await given().tenant({ quota: { allowed: 1, policy: 'block' } });
    const contacts = ['a', 'b'].map((fn) => ({ card: cardOf({ fn }) }));
    expect(await given().refused('importContacts', user, { body: { contacts } })).toBe('quota-exceeded');
    expect((await given().ok('listContacts', user)).items).toEqual([]);
  });

  test('what is exported can be imported elsewhere', async () => {
    await save(given(), tenant.user, {
      fn: '森 さくら',
      org: { name: '=青空', units: [] },
      email: ['mori@example.jp'],
    });
    for (const format of ['csv', 'vcard', 'vcard3'] as const) {
      const file = await given().ok('exportContacts', tenant.user, { query: { format } });
      const { rows } = await preview(file, format === 'csv' ? 'csv' : 'vcard');
      expect([format, rows]).toMatchObject([format, [{ outcome: 'known' }]]);
    }
  });
}
