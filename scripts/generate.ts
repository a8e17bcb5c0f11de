import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { phoneMetadata } from './phone-metadata.ts';
import { publicSuffixes } from './public-suffixes.ts';

/** The tables that are made from a library's data, by the file they are written to. */
export const generated = {
  'src/contact/data/public-suffixes.ts': publicSuffixes,
  'src/contact/data/phone-metadata.ts': phoneMetadata,
};

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** `npm run generate`, after an update of tldts or libphonenumber-js. */
async function main(): Promise<void> {
  for (const [file, make] of Object.entries(generated)) await writeFile(path.join(root, file), await make());
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
