import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

interface Metrics {
  /** In Prometheus' text format. */
  text(): Promise<string>;
  contentType: string;
}

/** Serves them at `/metrics`, one after another; resolves when it listens. */
export async function serveMetrics(all: [Metrics, ...Metrics[]], at: { host: string; port: number }): Promise<Server> {
  return await listening(async ({ method, url }) => {
    if (method !== 'GET' || new URL(url).pathname !== '/metrics')
      return new Response('GET /metrics is all there is here\n', { status: 404 });
    const texts = await Promise.all(all.map((metrics) => metrics.text()));
    return new Response(texts.join('\n'), { headers: { 'content-type': all[0].contentType } });
  }, at);
}

export async function listening(
  fetch: (request: Request) => Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
