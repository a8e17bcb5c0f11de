import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { marked } from 'marked';

/**
 * The API document as a page that people read, at `/docs`. Everything it loads comes from here: it works without the
 * internet, and the browser is told to refuse anything else. It is for reading; it sends no requests.
 */
export function docsPage(): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy }));
  app.get('/', (c) => c.html(page, 200, { 'cache-control': 'no-store' }));
  for (const [name, language] of Object.entries(guides)) {
    app.get(`/${name}`, async (c) => c.html(await guide(name, language), 200, { 'cache-control': 'no-store' }));
  }
  app.get('/images/admin/:language/:picture{[1-9]-[a-z]+\\.png}', async (c) => {
    const { language, picture } = c.req.param();
    if (!Object.values(guides).includes(language)) return c.notFound();
    const bytes = await readFile(new URL(`../../docs/images/admin/${language}/${picture}`, import.meta.url)).catch(
      () => undefined,
    );
    if (!bytes) return c.notFound();
    return c.body(bytes, 200, { 'content-type': 'image/png', 'cache-control': 'max-age=3600' });
  });
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
  <style>.scheme-container { display: none }</style>
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

/** The guides for admins, which the add-on's cards link to: docs/admin.md and its translations. */
const guides: Record<string, string> = { admin: 'en', 'admin.ja': 'ja', 'admin.zh': 'zh' };

async function guide(name: string, language: string): Promise<string> {
  const text = await readFile(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
  const title = /^# (.*)/.exec(text)?.[1] ?? name;
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Contact Inbox: ${title}</title>
  <link rel="icon" href="data:,">
  <style>${guideStyle}</style>
</head>
<body>${await marked.parse(withoutLocalLinks(text))}</body>
</html>
`;
}

/** The other guides stay in the repository: here their names are words. Pictures are shown, and the links between the languages work. */
const withoutLocalLinks = (text: string): string =>
  text
    .replace(/\]\((admin(?:\.ja|\.zh)?)\.md\)/g, '](/docs/$1)')
    .replace(/\]\((images\/admin\/)/g, '](/docs/$1')
    .replace(/!?\[([^\]]*)\]\((?!https?:|\/docs\/|#)[^)]*\)/g, '$1');

const guideStyle =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1f1f1f;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #c7c7c7;padding:.4rem .6rem;text-align:left;vertical-align:top}' +
  'img{display:block;width:20rem;max-width:100%;margin:1rem 0;border:1px solid #c7c7c7;border-radius:8px}' +
  'code{background:#f1f3f4;padding:.1rem .3rem;overflow-wrap:anywhere}pre code{display:block;padding:.6rem}';

const { resolve } = createRequire(import.meta.url);
const ofPackage = (name: string) => () => readFile(resolve(`swagger-ui-dist/${name}`), 'utf8');

const script = 'text/javascript; charset=utf-8';
const files: Record<string, { type: string; read: () => Promise<string> }> = {
  'swagger-ui.css': { type: 'text/css; charset=utf-8', read: ofPackage('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: script, read: ofPackage('swagger-ui-bundle.js') },
  'start.js': { type: script, read: async () => start },
};
