import { type Context, Hono } from 'hono';
import { answerBatch } from './api/batch.ts';
import { serveMethod } from './api/serve-method.ts';
import type { EmulatedGoogle } from './emulated-google.ts';
import { gmailMethods } from './gmail/methods.ts';
import { metadataServer } from './oauth/metadata-server.ts';
import { answerSignJwt } from './oauth/sign-jwt.ts';
import { answerTokenRequest } from './oauth/token-endpoint.ts';

/** The routes of the emulated Google. What Google does not have, or this does not know, is 404. */
export function googleApp(google: EmulatedGoogle): Hono {
  const app = new Hono();
  app.post('/token', async ({ req }) => {
    const response = await answerTokenRequest(google, req.raw);
    google.counts.add('oauth2.token', { status: response.status });
    return response;
  });
  app.get('/oauth2/v3/certs', async (context) => {
    google.counts.add('oauth2.certs', { status: 200 });
    return context.json(await google.signer.certs(), 200, {
      'cache-control': 'public, max-age=19800, must-revalidate',
    });
  });
  app.route('/computeMetadata/v1', metadataServer(google));
  app.post('/v1/projects/:project/serviceAccounts/:call{[^/]+:signJwt}', async ({ req }) => {
    const response = await answerSignJwt(google, req.param('call').replace(/:signJwt$/, ''), req.raw);
    google.counts.add('iamcredentials.projects.serviceAccounts.signJwt', { status: response.status });
    return response;
  });
  app.post('/batch/gmail/v1', async ({ req }) => {
    const response = await answerBatch(google, req.raw);
    google.counts.add('gmail.batch', { status: response.status });
    return response;
  });
  for (const method of gmailMethods) {
    app.on(method.verb, method.path, (context) => serveMethod(google, method, context));
  }
  app.notFound(notFound);
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
