import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Field, people, plain, read } from './plain.ts';

const folder = path.join(__dirname, 'vocabulary');
const of = (language: string): Record<Field, string[]> =>
  JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8'));

test('each language has its list', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(people)
      .map((language) => `${language}.json`)
      .sort(),
  );
});

describe.each(Object.keys(people))('what people of %s put below or above their name', (language) => {
  test.each<Field>(['title', 'department', 'company'])(
    'each %s of the list is read as one, wherever it stands',
    (field) => {
      const misread = of(language)[field].flatMap((value) =>
        plain(language, field, value)
          .filter((lines) => read(language, lines)[field] !== value)
          .map((lines) => ({ lines, read: read(language, lines) })),
      );
      expect(misread).toEqual([]);
    },
  );
});
