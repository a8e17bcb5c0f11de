import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Manifest } from './apps-script/manifest.ts';
import type { Callback, Execution } from './apps-script/types.ts';
import { fromThisPage, localOnly } from './local-only.ts';
import type { LocalMailbox } from './mailbox/mailbox.ts';
import { mailboxView } from './mailbox/show.ts';
import type { PageFiles } from './page-files.ts';
import type { Person } from './people.ts';
import type { Setup } from './protocol.ts';

export interface PreviewOptions {
  page: PageFiles;
  /** The emulated Apps Script. */
  appsScript: { manifest: Manifest; run(callback: Callback): Promise<Execution> };
  mailbox: LocalMailbox;
  people: Person[];
  /** The `hd` claim of everyone's identity token. */
  domain: string;
}

/** The local Gmail: the page at `/`, what it asks for under `/preview/`. */
export function previewServer(options: PreviewOptions): Hono {
  const { page, appsScript, mailbox, people, domain } = options;
  const { manifest } = appsScript;
  const view = mailboxView(mailbox.threads);
  const granted = new Map(people.map(({ email }) => [email, manifest.oauthScopes as string[]]));
  const scopesOf = (email: string) => granted.get(email) ?? [];

  const app = new Hono();
  app.use(localOnly);
  app.use('/', pagePolicy);
  app.use('/preview/*', fromThisPage, pagePolicy, bodyLimit({ maxSize: 1_000_000 }));

  app.get('/', ({ html }) => html(page.html));
  app.get('/preview/page.js', ({ body }) => body(page.js, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/preview/page.css', ({ body }) => body(page.css, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/preview/icon.svg', ({ body }) => body(page.icon, 200, { 'content-type': 'image/svg+xml' }));

  app.get('/preview/setup', ({ json }) => {
    const { common, gmail } = manifest.addOns;
    const setup: Setup = {
      addOn: {
        name: common.name,
        logoUrl: common.logoUrl,
        onHomepage: (gmail.homepageTrigger ?? common.homepageTrigger)?.runFunction,
        onMessage: gmail.contextualTriggers?.[0]?.onTriggerFunction,
      },
      people: people.map((person) => ({ ...person, grantedScopes: scopesOf(person.email) })),
      scopes: manifest.oauthScopes,
    };
    return json(setup);
  });

  app.get('/preview/threads', ({ req, json }) => {
    const { q, from } = listQuery.parse(req.query());
    return json(view.list(q, from, pageSize));
  });

  app.get('/preview/threads/:id', ({ req, json, notFound }) => {
    const thread = view.open(req.param('id'), listQuery.parse(req.query()).q);
    return thread ? json(thread) : notFound();
  });

  app.get('/preview/messages/:id/body', ({ req, body, notFound }) => {
    const message = mailbox.find(req.param('id'));
    if (!message?.html) return notFound();
    return body(mailFrame(message.html), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': mailPolicy,
      'x-dns-prefetch-control': 'off',
    });
  });

  app.post('/preview/run', async ({ req, json, text }) => {
    const { user: email, ...callback } = runRequest.parse(await req.json());
    const person = people.find((each) => each.email === email);
    if (!person) return text('Nobody of the organisation has this address.', 422);
    const user = { email, name: person.name, domain, grantedScopes: scopesOf(email) };
    return json(await appsScript.run({ ...callback, user }));
  });

  app.post('/preview/consent', async ({ req, json }) => {
    const { user, scopes } = consentRequest.parse(await req.json());
    const grantedScopes = manifest.oauthScopes.filter((scope) => scopes.includes(scope));
    if (granted.has(user)) granted.set(user, grantedScopes);
    return json({ grantedScopes: scopesOf(user) });
  });

  app.onError((error, { text }) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof z.ZodError || error instanceof SyntaxError) return text(error.message, 422);
    console.error(error);
    return text(error.message, 500);
  });
  return app;
}

/** The page loads nothing from elsewhere and runs nothing that is written into it. */
const pagePolicy: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) {
    headers.set(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  }
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cache-control', 'no-store');
};

/** A mail shows its own styles and inline pictures, only inside the page, and nothing of it runs. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

const mailFrame = (html: string) =>
  `<!doctype html><meta charset="utf-8"><base target="_blank"><style>${mailStyle}</style>${withoutHosts(html)}`;

/** Frames and links under other names: browsers connect to the host of one before the policy refuses what it would load. */
const withoutHosts = (html: string) => html.replace(/<(?=(?:iframe|frame|link)[\s/>])/gi, '<no-');

const mailStyle =
  'html{overflow-x:auto}body{margin:0;font:14px/1.5 Arial,"Noto Sans JP","Noto Sans CJK JP",sans-serif;color:#222;' +
  'overflow-wrap:anywhere}img{max-width:100%;height:auto}';

const pageSize = 50;
const listQuery = z.object({
  q: z.string().max(500).default(''),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

const runRequest = z.strictObject({
  user: z.string().max(320),
  functionName: z.string().max(200),
  kind: z.enum(['trigger', 'action']),
  messageId: z
    .string()
    .regex(/^[0-9a-f]{1,16}$/)
    .optional(),
  parameters: z.record(z.string(), z.string()).optional(),
  formInputs: z.record(z.string(), z.array(z.string())).optional(),
  locale: z.string().max(35),
  platform: z.enum(['WEB', 'IOS', 'ANDROID']),
  timeZone: z.object({ id: z.string().max(100), offset: z.number().int() }).optional(),
});

const consentRequest = z.strictObject({ user: z.string().max(320), scopes: z.array(z.string().max(200)).max(100) });
