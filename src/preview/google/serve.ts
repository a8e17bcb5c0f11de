import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { EmulatedGoogle } from './emulated-google.ts';

export interface ServedGoogle {
  /** `http://127.0.0.1:<port>/`, what clients take as Google's root URL. */
  url: string;
  stop(): Promise<void>;
}

/** Serves an emulated Google on the loopback address; any free port when absent. */
export async function serveGoogle(google: EmulatedGoogle, { port = 0 } = {}): Promise<ServedGoogle> {
  const server = createServer(getRequestListener((request) => google.fetch(request)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
