import { sql } from 'kysely';
import type { ContactCard } from '../../../src/contact/card.ts';
import { findCandidates } from '../../../src/store/sql/contact-keys.ts';
import type { Db } from '../../../src/store/sql/schema.ts';
import { inTransaction } from '../../../src/store/sql/transaction.ts';
import { save, suggestionOf, type TestStore, type TestTenant } from '../support.ts';

export function matching(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  const saved = async (card: Partial<ContactCard>) => (await save(given(), tenant.user, card)).contact.id;
  const match = async (card: Partial<ContactCard>) =>
    (await given().ok('createSuggestion', tenant.user, { body: suggestionOf(card) })).match;
  const kite = { name: 'Kite Ltd', units: [] };
  const cell = (e164: string) => [{ text: e164, e164, type: 'cell' as const }];

  test('the same address, however it is written', async () => {
    const id = await saved({ fn: 'Ana Ruiz', email: ['ana@kite.example'] });
    expect(await match({ fn: 'Ana Ruiz', email: ['ANA@kite.example'] })).toMatchObject({
      kind: 'known',
      contact: { id },
      reasons: ['address', 'name', 'domain'],
    });
  });

  test('kanji with a reading and romaji at another address of the company: what changes, field by field', async () => {
    const id = await saved({
      fn: '大谷 翔',
      n: { family: '大谷', given: '翔' },
      phonetic: { family: 'おおたに', given: 'しょう', script: 'kana' },
      title: '主任',
      email: ['otani@kite.example'],
    });
    expect(await match({ fn: 'Sho Ohtani', title: '課長', email: ['s.otani@kite.example'] })).toMatchObject({
      kind: 'changed',
      contact: { id },
      reasons: ['name', 'domain'],
      changes: [
        { field: 'fn', old: '大谷 翔', new: 'Sho Ohtani' },
        { field: 'title', old: '主任', new: '課長' },
        { field: 'email', old: null, new: 's.otani@kite.example' },
      ],
    });
  });

  test('what a person typed is marked among the changes', async () => {
    const { suggestion } = await given().ok('createSuggestion', tenant.user, {
      body: suggestionOf({ fn: 'Ana Ruiz', email: ['ana@kite.example'] }),
    });
    const typed = { fn: 'Ana Ruiz', title: 'Head Buyer', email: ['ana@kite.example'], tel: [], url: [], social: [] };
    await given().ok('acceptSuggestion', tenant.user, {
      params: { suggestionId: suggestion.id },
      body: { card: typed, override: true },
    });
    expect(await match({ fn: 'Ana Ruíz', title: 'Buyer', email: ['ana@kite.example'] })).toMatchObject({
      changes: [
        { field: 'fn', old: 'Ana Ruiz', new: 'Ana Ruíz' },
        { field: 'title', old: 'Head Buyer', new: 'Buyer', typed: true },
      ],
    });
  });

  test('a contact that was chosen: what changes there, whatever the comparison finds', async () => {
    const id = await saved({ fn: 'John Smith', org: kite, title: 'Buyer', email: ['john.smith@kite.example'] });
    const card = { fn: 'John Smith', org: kite, title: 'Head Buyer', email: ['john.smith2@kite.example'] };
    const { suggestion } = await given().ok('createSuggestion', tenant.user, { body: suggestionOf(card) });
    const params = { suggestionId: suggestion.id };
    expect((await given().ok('getSuggestion', tenant.user, { params, query: { contactId: id } })).match).toMatchObject({
      kind: 'changed',
      contact: { id },
      changes: [
        { field: 'title', old: 'Buyer', new: 'Head Buyer' },
        { field: 'email', old: null, new: 'john.smith2@kite.example' },
      ],
    });
    const gone = { contactId: suggestion.id };
    expect(await given().call('getSuggestion', tenant.user, { params, query: gone })).toMatchObject({ status: 404 });
  });

  test('a known person: when they were last met', async () => {
    await saved({ fn: 'Ana Ruiz', email: ['ana@kite.example'] });
    const { lastSeen } = (await match({ fn: 'Ana Ruiz', email: ['ana@kite.example'] })) as { lastSeen?: string };
    expect(Date.parse(lastSeen ?? '')).toBeLessThanOrEqual(given().clock.now.getTime());
  });

  test('a phone and a similar name', async () => {
    const id = await saved({ fn: 'Robert Smith', tel: cell('+12025550101') });
    expect(await match({ fn: 'Bob Smith', tel: cell('+12025550101') })).toMatchObject({ contact: { id } });
  });

  test('doubt: up to five candidates and why', async () => {
    const first = await saved({ fn: 'John Smith', org: kite, email: ['john.smith@kite.example'] });
    expect(await match({ fn: 'John Smith', org: kite, email: ['john.smith2@kite.example'] })).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ contact: { id: first, fn: 'John Smith' }, reasons: ['name', 'domain', 'other-address'] }],
    });
  });

  test('a shared address or switchboard makes nobody somebody else', async () => {
    const main = [{ text: '+442079460000', e164: '+442079460000' }];
    await saved({ fn: 'Ana Ruiz', org: kite, email: ['info@kite.example'], tel: main });
    expect(await match({ fn: 'Ben Okafor', org: kite, email: ['info@kite.example'], tel: main })).toEqual({
      kind: 'new',
    });
  });

  test('nor does a mail provider', async () => {
    await saved({ fn: 'Ana Ruiz', email: ['ana@gmail.com'] });
    expect(await match({ fn: 'Ana', email: ['ana2@gmail.com'] })).toEqual({ kind: 'new' });
  });

  test('a contact follows its changes: found by what it has now', async () => {
    const id = await saved({ fn: 'Ana Ruiz', email: ['ana@kite.example'] });
    await saved({ fn: 'Ana Ruiz', email: ['ana@kite.example'], tel: cell('+442079460901') });
    expect(await match({ fn: 'A. Ruiz', tel: cell('+442079460901') })).toMatchObject({ contact: { id } });
  });

  test('those whom somebody has split are not proposed for each other', async () => {
    const owner = await saved({ fn: 'Ana Ruiz', email: ['desk@kite.example'], org: kite });
    const split = await saved({ fn: 'Ben Okafor', tel: cell('+442079460901') });
    const draft = { fn: 'Ben Okafor', email: ['desk@kite.example'], tel: cell('+442079460901') };
    expect(await match(draft)).toMatchObject({ contact: { id: split } });
    const [a, b] = [owner, split].sort() as [string, string];
    await asTenant((db, id) =>
      db
        .insertInto('contacts_apart')
        .values({ tenant_id: id, contact_a: a, contact_b: b, since: given().clock.now })
        .execute(),
    );
    expect(await match(draft)).toMatchObject({ kind: 'ambiguous', candidates: [{ contact: { id: owner } }] });
  });

  test('another organisation is not compared', async () => {
    await saved({ fn: 'Ana Ruiz', email: ['ana@kite.example'] });
    tenant = await given().tenant();
    expect(await match({ fn: 'Ana Ruiz', email: ['ana@kite.example'] })).toEqual({ kind: 'new' });
  });

  test('however many share a name and a company, a bounded number is compared', async () => {
    await saved({ fn: 'Ana Ruiz', org: kite, email: ['ana@kite.example'] });
    const found = await asTenant(async (db, id) => {
      const copy = sql.join(['id', 'key'].map((column) => sql.ref(column)));
      await sql`with twins as (
          insert into contacts (tenant_id, id, card, search, name_key, company_key, revision, acceptances, created_at, updated_at, created_by)
          select tenant_id, gen_random_uuid(), card, search, name_key, company_key, 1, 0, created_at, updated_at, created_by
          from contacts, generate_series(1, 500) where tenant_id = ${id} returning id),
        keys as (select key from contact_keys where tenant_id = ${id})
        insert into contact_keys (tenant_id, contact_id, key) select ${id}::uuid, ${copy} from twins, keys`.execute(db);
      const keys = await db.selectFrom('contact_keys').select('key').distinct().where('tenant_id', '=', id).execute();
      const wanted = { addresses: ['ana@kite.example'], keys: keys.map(({ key }) => key) };
      return (await findCandidates(db, id, [wanted]))[0] ?? [];
    });
    expect(found.length).toBeLessThanOrEqual(100);
    expect(found[0]?.card.email).toEqual(['ana@kite.example']);
  });

  const asTenant = async <T>(work: (db: Db, id: string) => Promise<T>): Promise<T> => {
    const { id } = await given()
      .db.selectFrom('tenants')
      .select('id')
      .where('domain', '=', tenant.domain)
      .executeTakeFirstOrThrow();
    return await inTransaction(given().db, { domain: tenant.domain, userId: tenant.user.sub }, async (db) => {
      await sql`select set_config('contact_inbox.tenant', ${id}, true)`.execute(db);
      return await work(db, id);
    });
  };
}
