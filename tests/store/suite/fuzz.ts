import fc from 'fast-check';
import { operations } from '../../../src/api/operations.ts';
import type { OperationId } from '../../../src/api/routes.ts';
import { arbitraryRequest } from '../../api/arbitrary-request.ts';
import { checked, requestFor, save, suggestionOf, type TestStore } from '../support.ts';

/** The same requests every time, so that a change that passes once passes always; FUZZ_SEED and FUZZ_RUNS try others. */
const seed = Number(process.env.FUZZ_SEED ?? 20261122);
const numRuns = Number(process.env.FUZZ_RUNS ?? 15);

/** Requests made from the API document, right ones and spoilt ones: the answers fit the contract and none is a 5xx. */
export function fuzz(given: () => TestStore): void {
  const all = Object.keys(operations) as OperationId[];

  test.each(all)('%s', async (id) => {
    const { admin } = await given().tenant();
    const ids = await idsOf(given(), admin);
    const requests = fc.oneof(...[0, 2, 20].map((spoilt) => arbitraryRequest(id, spoilt, ids)));
    const property = fc.asyncProperty(requests, async (input) => {
      const request = requestFor(id, await given().token(admin), input);
      const answer = await checked(id, await given().store.fetch(request));
      if (answer.status >= 500) throw new Error(answer.text);
    });
    await fc.assert(property, { seed, numRuns, endOnFailure: true });
  });
}

/** Of a suggestion that waits, a contact, and something to undo. */
async function idsOf(test: TestStore, who: Parameters<TestStore['token']>[0]): Promise<string[]> {
  const card = { fn: 'Ana Ruiz', email: ['ana@example.com'] };
  const saved = await save(test, who, card);
  const { suggestion } = await test.ok('createSuggestion', who, { body: suggestionOf({ ...card, fn: 'Ana R.' }) });
  return [saved.contact.id, saved.undo.id, suggestion.id];
}
