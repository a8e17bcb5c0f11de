import { operations } from '../../../src/api/operations.ts';
import type { OperationId } from '../../../src/api/routes.ts';
import { type CallInput, save, suggestionOf, type TestStore, type TestTenant } from '../support.ts';
import { sampleInput } from './samples.ts';

export function isolation(given: () => TestStore): void {
  let ours: TestTenant;
  let theirs: TestTenant;
  let ids: { suggestionId: string; contactId: string; undoId: string };

  beforeAll(async () => {
    ours = await given().tenant({ name: 'Secret Tenant' });
    theirs = await given().tenant();
    const card = { fn: 'Secret Person', org: { name: 'Secret Ltd', units: [] }, email: ['ana@example.com'] };
    const { contact, undo } = await save(given(), ours.user, card);
    const { suggestion } = await given().ok('createSuggestion', ours.user, {
      body: suggestionOf({ ...card, email: ['secret@example.com'] }, 'm1@example.com'),
    });
    ids = { suggestionId: suggestion.id, contactId: contact.id, undoId: undo.id };
  });

  const everything = async () => [
    await given().ok('getMe', ours.user),
    await given().ok('listSuggestions', ours.user),
    await given().ok('listSuggestions', ours.user, { query: { status: 'accepted' } }),
    await given().ok('listContacts', ours.user),
    await given().ok('getContact', ours.user, { params: { contactId: ids.contactId } }),
    await given().ok('getRoster', ours.admin),
    await given().ok('listAudit', ours.admin),
  ];

  /** The sample request of an operation with our ids in its path. */
  const requestWithOurIds = (id: OperationId): CallInput<OperationId> => {
    const input = sampleInput(id);
    if (!input.params) return input;
    const [name = ''] = Object.keys(input.params);
    return { ...input, params: { [name]: ids[name as keyof typeof ids] } as never };
  };

  test.each(Object.keys(operations) as OperationId[])('%s from another organisation', async (id) => {
    const before = await everything();
    const answer = await given().call(id, theirs.admin, requestWithOurIds(id));
    if ('params' in operations[id]) expect(answer.status).toBe(404);
    else expect(answer.status).toBe(200);
    expect(answer.text).not.toMatch(/secret/i);
    expect(await everything()).toEqual(before);
  });

  const ofUser: OperationId[] = ['getSuggestion', 'acceptSuggestion', 'dismissSuggestion', 'undo'];
  test.each(ofUser)('%s from a colleague, admin or not', async (id) => {
    const before = await everything();
    expect((await given().call(id, ours.admin, requestWithOurIds(id))).status).toBe(404);
    expect(await everything()).toEqual(before);
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
