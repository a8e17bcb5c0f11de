import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `src/contact/data/phone-metadata.ts`, made from the `min` metadata of libphonenumber-js: what parses a number and tells
 * whether it is valid. The formats, which are more than half of it, are left out: we show numbers as they were written.
 */
export async function phoneMetadata(): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(library, 'package.json'), 'utf8'));
  const metadata: Metadata = JSON.parse(await readFile(path.join(library, 'metadata.min.json'), 'utf8'));
  for (const plan of [...Object.values(metadata.countries), ...Object.values(metadata.nonGeographic)]) {
    plan[formats] = 0;
  }
  return `${head(version)}export const phoneMetadata = (): string =>\n  String.raw\`${JSON.stringify(metadata)}\`;\n`;
}

const head = (version: string): string => `/**
 * Numbering plans as JSON, from libphonenumber-js ${version} (MIT), which has them from Google's libphonenumber (Apache
 * License 2.0). Written by scripts/generate.ts; change nothing here. A string, since few callbacks need it.
 */
`;

interface Metadata {
  countries: Record<string, unknown[]>;
  nonGeographic: Record<string, unknown[]>;
}

/** Where a plan has its formats (libphonenumber-js, METADATA.md). */
const formats = 4;

const library = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'libphonenumber-js');
