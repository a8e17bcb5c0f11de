import type { DatabaseLocation } from '../../src/store/sql/database.ts';
import { type Losses, lossesOf, moreAcknowledged, startLoad } from './load.ts';
import { delay, openSite } from './site.ts';

export interface Survived extends Losses {
  acknowledged: number;
  dropped: number;
  unavailable: number;
  /** Answers that should not have come. */
  wrong: number;
  /** Milliseconds from each blow to the next acknowledged write. */
  recovery: number[];
}

/** Kills the server in the middle of its work, again and again, and starts another. */
export async function killServers(database: DatabaseLocation, kills: number): Promise<Survived> {
  return await underLoad(database, async ({ site, server, acknowledged }) => {
    const recovery: number[] = [];
    let running = server;
    for (let i = 0; i < kills; i++) {
      await acknowledged(5);
      await delay(Math.random() * 200);
      await running.kill();
      const killed = performance.now();
      running = await site.start(server.port);
      await acknowledged(1);
      recovery.push(performance.now() - killed);
    }
    return recovery;
  });
}

/** Stops and starts the database under the server, which must live on. */
export async function restartDatabase(url: string, restart: () => Promise<void>, times: number): Promise<Survived> {
  return await underLoad({ url }, async ({ acknowledged }) => {
    const recovery: number[] = [];
    for (let i = 0; i < times; i++) {
      await acknowledged(8);
      const began = performance.now();
      await restart();
      await acknowledged(8);
      recovery.push(performance.now() - began);
    }
    return recovery;
  });
}

interface UnderLoad {
  site: Awaited<ReturnType<typeof openSite>>;
  server: Awaited<ReturnType<Awaited<ReturnType<typeof openSite>>['start']>>;
  /** Waits until that many more writes are acknowledged. */
  acknowledged(count: number): Promise<void>;
}

async function underLoad(
  database: DatabaseLocation,
  torment: (under: UnderLoad) => Promise<number[]>,
): Promise<Survived> {
  const site = await openSite(database, { users: 10 });
  try {
    const server = await site.start();
    const load = startLoad(site, server.port);
    const recovery = await torment({ site, server, acknowledged: (count) => moreAcknowledged(load, count) });
    await load.stop();
    const losses = await lossesOf(load, site, server.port);
    const { acknowledged, repeated, wrong } = load;
    return { acknowledged: acknowledged.length, ...repeated, wrong: wrong.length, ...losses, recovery };
  } finally {
    await site.close();
  }
}
