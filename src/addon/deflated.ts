import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateAsync } from '@gfx/zopfli';

/**
 * The bytes deflated by zopfli, which finds 6 % more than zlib does and takes a second for it: so what was deflated
 * once is kept with the other caches of build tools.
 */
export async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const kept = path.join(cache, createHash('sha256').update(bytes).digest('hex'));
  const known = await readFile(kept).catch(() => undefined);
  if (known) return known;
  const made = await deflateAsync(bytes, { numiterations: 15 });
  await keep(kept, made).catch(() => undefined); // where nothing can be kept, it is deflated each time
  return made;
}

/** Whole or not at all, whoever else builds at this moment. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(cache, { recursive: true });
  const own = `${file}.${process.pid}`;
  await writeFile(own, bytes);
  await rename(own, file);
}

const cache = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../node_modules/.cache/contact-inbox/deflated',
);
