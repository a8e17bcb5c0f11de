import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/**
 * The API document as a page that people read, at `/docs`. Everything it loads comes from here: it works without the
 * internet, and the browser is told to refuse anything else. It is for reading; it sends no requests.
 */
export function docsPage(): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy }));
  app.get('/', (c) => c.html(page, 200, { 'cache-control': 'no-store' }));
  for (const [name, { type, read }] of Object.entries(files)) {
    app.get(`/${name}`, async (c: Context) =>
      c.body(await read(), 200, { 'content-type': type, 'cache-control': 'max-age=3600' }),
    );
  }
  return app;
}

/** Swagger UI writes styles into its elements and draws its arrows as data: images. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
};

const page = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Contact Inbox store: API</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
  <div id="api"></div>
  <noscript>This page needs JavaScript; <a href="/openapi.json">openapi.json</a> is the same as text.</noscript>
  <script src="/docs/swagger-ui-bundle.js"></script>
  <script src="/docs/start.js"></script>
</body>
</html>
`;

/** No requests from the page, no validator elsewhere. */
const start = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  supportedSubmitMethods: [],
  validatorUrl: null,
});
`;

const { resolve } = createRequire(import.meta.url);
const ofPackage = (name: string) => () => readFile(resolve(`swagger-ui-dist/${name}`), 'utf8');

const script = 'text/javascript; charset=utf-8';
const files: Record<string, { type: string; read: () => Promise<string> }> = {
  'swagger-ui.css': { type: 'text/css; charset=utf-8', read: ofPackage('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: script, read: ofPackage('swagger-ui-bundle.js') },
  'start.js': { type: script, read: async () => start },
};
