import { type Context, Hono } from 'hono';
import { answerResponse } from './api/api-error.ts';
import { answerBatch } from './api/batch.ts';
import { findMethod, serveMethod } from './api/serve-method.ts';
import { directoryMethods } from './directory/methods.ts';
import type { EmulatedGoogle } from './emulated-google.ts';
import { gmailMethods } from './gmail/methods.ts';
import { answerGenerateIdToken, answerSignJwt } from './oauth/iam-credentials.ts';
import { metadataServer } from './oauth/metadata-server.ts';
import { answerTokenRequest } from './oauth/token-endpoint.ts';

const apiMethods = [...gmailMethods, ...directoryMethods];

/** The routes of the emulated Google. What Google does not have, or this does not know, is 404. */
export function googleApp(google: EmulatedGoogle): Hono {
  const app = new Hono();
  app.post('/token', async ({ req }) => {
    const response = await answerTokenRequest(google, req.raw);
    google.counts.add('oauth2.token', { status: response.status });
    return response;
  });
  const published = (keys: object, { json }: Context) => {
    google.counts.add('oauth2.certs', { status: 200 });
    return json(keys, 200, { 'cache-control': 'public, max-age=19800, must-revalidate' });
  };
  app.get('/oauth2/v3/certs', async (context) => published(await google.signer.certs(), context));
  app.get('/oauth2/v1/certs', async (context) => published(await google.signer.pemCerts(), context));
  app.route('/computeMetadata/v1', metadataServer(google));
  for (const [method, answer] of [
    ['signJwt', answerSignJwt],
    ['generateIdToken', answerGenerateIdToken],
  ] as const) {
    app.post(`/v1/projects/:project/serviceAccounts/:call{[^/]+:${method}}`, async ({ req }) => {
      const response = await answer(google, req.param('call').slice(0, -`:${method}`.length), req.raw);
      google.counts.add(`iamcredentials.projects.serviceAccounts.${method}`, { status: response.status });
      return response;
    });
  }
  app.post('/batch/gmail/v1', async ({ req }) => {
    const response = await answerBatch(google, req.raw);
    google.counts.add('gmail.batch', { status: response.status });
    return response;
  });
  app.all('*', async (context) => {
    const { method: verb, url: address, raw } = context.req;
    const url = new URL(address);
    const found = findMethod(apiMethods, verb, url.pathname);
    if (!found) return notFound(context);
    const authorization = context.req.header('authorization');
    return answerResponse(await serveMethod(google, found, { verb, url, authorization, body: await raw.text() }));
  });
  return app;
}

/** Google's own page for an address that it does not have. */
function notFound({ req, html }: Context): Response | Promise<Response> {
  const path = req.path.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  return html(
    `<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an error.</ins>` +
      `<p>The requested URL <code>${path}</code> was not found on this server. <ins>That’s all we know.</ins>`,
    404,
  );
}
