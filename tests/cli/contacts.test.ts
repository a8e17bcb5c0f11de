import { run } from '../../src/cli/contacts.ts';

test.each([
  [[], 'contacts --help says more'],
  [['import', '--domain', 'a.example'], 'contacts --help says more'],
  [['export'], '--domain is missing'],
  [['import', 'x.csv', '--domain', 'a.example'], '--as is missing'],
])('%j is refused: %s', async (args, why) => await expect(run(args)).rejects.toThrow(why));
