import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generated } from '../scripts/generate.ts';

test.each(Object.entries(generated))(
  '%s is what `npm run generate` makes of the libraries at hand',
  async (file, make) => {
    expect(readFileSync(path.join(__dirname, '..', file), 'utf8')).toBe(await make());
  },
);
