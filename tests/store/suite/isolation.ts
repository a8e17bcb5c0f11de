import { randomUUID } from 'node:crypto';
import { operations } from '../../../src/api/operations.ts';
import { type OperationId, routes } from '../../../src/api/routes.ts';
import {
  type CallInput,
  checked,
  type Person,
  person,
  requestFor,
  save,
  suggestionOf,
  type TestStore,
  type TestTenant,
} from '../support.ts';
import { rowsOf } from './rows.ts';
import { sampleInput } from './samples.ts';

/** What is private to one user of an organisation; the rest is the organisation's. */
const privateIds = ['suggestionId', 'undoId'];

/** Every operation by everybody: made from the table of operations, so a new one is tested without being remembered. */
export function isolation(given: () => TestStore): void {
  let ours: TestTenant;
  let theirs: TestTenant;
  let off: TestTenant;
  let ids: Record<string, string>;

  beforeAll(async () => {
    ours = await given().tenant({ name: 'Secret Tenant' });
    theirs = await given().tenant();
    off = await given().tenant();
    await given().store.createTenant({ domain: off.domain, name: 'Off', admins: [off.admin.email], feature: false });
    const card = { fn: 'Secret Person', org: { name: 'Secret Ltd', units: [] }, email: ['ana@example.com'] };
    const { contact, undo } = await save(given(), ours.user, card);
    const { suggestion } = await given().ok('createSuggestion', ours.user, {
      body: suggestionOf({ ...card, email: ['secret@example.com'] }, 'm1@example.com'),
    });
    const { webhook } = await given().ok('createWebhook', ours.admin, { body: { url: 'https://secret.example.com/' } });
    const { suppression } = await given().ok('addSuppression', ours.admin, { body: { domain: 'secret.example' } });
    ids = {
      suppressionId: suppression.id,
      webhookId: webhook.id,
      suggestionId: suggestion.id,
      contactId: contact.id,
      undoId: undo.id,
      email: ours.user.email,
    };
  });

  const ofOurs = () => rowsOf(given(), ours.domain);
  const all = Object.keys(operations) as OperationId[];
  const paramsOf = (id: OperationId) => [...routes[id].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const withParams = (id: OperationId, params: Record<string, string>): CallInput<OperationId> => ({
    ...sampleInput(id),
    ...(paramsOf(id).length > 0 && { params: params as never }),
  });
  /** Params of an operation, each as `idFor` says. */
  const filled = (id: OperationId, idFor: (name: string) => string) =>
    Object.fromEntries(paramsOf(id).map((name) => [name, idFor(name)]));
  const outcome = async (id: OperationId, who: Person | undefined, input = sampleInput(id)) => {
    const request = requestFor(id, who ? await given().token(who) : '', input);
    const { status, problem } = await checked(id, await given().store.fetch(request));
    return status < 500 ? (problem?.code ?? 'served') : `${status}`;
  };
  const accessProblems = [
    'token-missing',
    'tenant-unknown',
    'user-not-enabled',
    'feature-off',
    'switched-off',
    'admin-only',
  ];

  test('every id in a path is one that these tests have something for', () => {
    const known = Object.keys(ids);
    expect(all.flatMap((id) => paramsOf(id).filter((name) => !known.includes(name)))).toEqual([]);
  });

  describe.each(all)('%s', (id) => {
    const { access } = operations[id];

    test('serves whom it is for, and refuses everybody else, whatever ids they know', async () => {
      const roles: Record<string, [Person | undefined, string | undefined]> = {
        'no token': [undefined, 'token-missing'],
        'of an unknown organisation': [person('unknown.example', 'ana'), 'tenant-unknown'],
        'not enabled': [ours.stranger, { tenant: undefined, enabled: 'user-not-enabled', admin: 'admin-only' }[access]],
        'feature off, user': [off.user, access === 'tenant' ? undefined : 'feature-off'],
        'feature off, admin': [off.admin, access === 'tenant' ? undefined : 'feature-off'],
        'admin of elsewhere who names us': [
          { ...theirs.admin, hd: ours.domain },
          { tenant: undefined, enabled: 'user-not-enabled', admin: 'admin-only' }[access],
        ],
        user: [theirs.user, access === 'admin' ? 'admin-only' : undefined],
        admin: [theirs.admin, undefined],
      };
      const before = await ofOurs();
      for (const [role, [who, refusal]] of Object.entries(roles)) {
        for (const params of [filled(id, nothing), filled(id, (name) => ids[name] ?? '')]) {
          if (!refusal && paramsOf(id).length > 0 && who?.hd === ours.domain) continue; // may do it: see its own tests
          const found = await outcome(id, who, withParams(id, params));
          if (refusal) expect([role, found]).toEqual([role, refusal]);
          else expect([role, accessProblems.includes(found), found]).toEqual([role, false, found]);
        }
      }
      expect(await ofOurs()).toEqual(before);
    });

    test("another organisation's ids are ids of nothing, in path, query and body", async () => {
      const before = await ofOurs();
      const ofNothing = await given().call(id, theirs.admin, withParams(id, filled(id, nothing)));
      const answer = await given().call(
        id,
        theirs.admin,
        withParams(
          id,
          filled(id, (name) => ids[name] ?? ''),
        ),
      );
      expect([answer.status, answer.problem?.code]).toEqual([ofNothing.status, ofNothing.problem?.code]);
      if (paramsOf(id).length > 0) expect(answer.status).toBe(404);
      for (const our of Object.values(ids)) {
        const input = withIds(withParams(id, filled(id, nothing)), our);
        const { text, status } = await given().call(id, theirs.admin, input);
        expect([status < 500, text]).toEqual([true, expect.not.stringMatching(/secret[ .@]/i)]);
      }
      expect(await ofOurs()).toEqual(before);
    });

    if (paramsOf(id).length > 0) {
      test.each(['x', '%', '0', "' or 1=1", '00000000-0000-0000-0000-00000000000g', '../me'])(
        'the malformed id %j is refused before anything is looked up',
        async (wrong) => {
          const found = await outcome(
            id,
            theirs.admin,
            withParams(
              id,
              filled(id, () => wrong),
            ),
          );
          expect(found).toBe('request-invalid');
        },
      );
    }

    if (paramsOf(id).some((name) => privateIds.includes(name))) {
      test("a colleague's is not there, for an admin neither", async () => {
        const before = await ofOurs();
        const answer = await given().call(
          id,
          ours.admin,
          withParams(
            id,
            filled(id, (name) => ids[name] ?? ''),
          ),
        );
        expect(answer.status).toBe(404);
        expect(await ofOurs()).toEqual(before);
      });
    }
  });

  test('a colleague sees the contacts, not the suggestions', async () => {
    expect((await given().ok('listSuggestions', ours.admin)).items).toEqual([]);
    expect((await given().ok('getMe', ours.admin)).pending).toBe(0);
    const sender = { email: 'secret@example.com', messageId: 'm1@example.com' };
    expect(await given().ok('lookupSender', ours.admin, { body: sender })).toMatchObject({ status: 'new' });
    expect((await given().ok('listContacts', ours.admin)).items).toHaveLength(1);
  });

  test('the same address is another contact in each organisation', async () => {
    const other = await given().tenant();
    const { contact, outcome } = await save(given(), other.user, { fn: 'Ana', email: ['ana@example.com'] });
    expect(outcome).toBe('created');
    expect(contact.id).not.toBe(ids.contactId);
  });
}

/** Names nothing, as a param of that name. */
const nothing = (name: string) => (name === 'email' ? `${randomUUID()}@example.com` : randomUUID());

/** The input with every id in it replaced. */
const withIds = (input: CallInput<OperationId>, id: string): CallInput<OperationId> =>
  JSON.parse(JSON.stringify(input).replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=")/g, id));
