import { Hono } from 'hono';

export interface OutboxMail {
  to: string;
  subject: string;
  text: string;
  createdAt: string;
}

/** The mails that admins would get, on a page: the preview has no mail server, so they stay in the store's outbox. */
export function outboxPage(mails: () => Promise<OutboxMail[]>): Hono {
  const app = new Hono();
  app.get('/', async ({ html, header }) => {
    header('content-security-policy', pagePolicy);
    header('cache-control', 'no-store');
    return html(page(await mails()));
  });
  return app;
}

const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const page = (mails: OutboxMail[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mails to admins</title><style>${style}</style>
<h1>Mails to admins</h1><p>There is no mail server here: these would have been sent.</p>
${mails.map(article).join('\n') || '<p>None yet.</p>'}`;

const article = ({ to, subject, text, createdAt }: OutboxMail): string => `<article><h2>${escaped(subject)}</h2>
<p>To ${escaped(to)}, ${escaped(createdAt.slice(0, 16).replace('T', ' '))} UTC</p><pre>${escaped(text)}</pre></article>`;

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}article{border:1px solid #c7c7c7;' +
  'border-radius:8px;padding:0 1rem;margin:1rem 0}h2{font-size:1.1rem}pre{white-space:pre-wrap;font:inherit}';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
