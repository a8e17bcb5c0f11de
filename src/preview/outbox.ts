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
  app.get('/', async ({ req, html, header }) => {
    header('content-security-policy', pagePolicy);
    header('cache-control', 'no-store');
    return html(page(await mails(), req.query('lang') === 'ja' ? 'ja' : 'en'));
  });
  return app;
}

const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const words = {
  en: {
    title: 'Mails to admins',
    about: 'There is no mail server here: these would have been sent.',
    to: (email: string) => `To ${email}`,
    none: 'None yet.',
  },
  ja: {
    title: '管理者宛てのメール',
    about: 'ここにはメールサーバーがありません。次のメールが送信されるはずでした。',
    to: (email: string) => `宛先: ${email}`,
    none: 'まだありません。',
  },
};

const page = (mails: OutboxMail[], lang: keyof typeof words): string => `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words[lang].title}</title><style>${style}</style>
<h1>${words[lang].title}</h1><p>${words[lang].about}</p>
${mails.map((mail) => article(mail, lang)).join('\n') || `<p>${words[lang].none}</p>`}`;

const article = (
  { to, subject, text, createdAt }: OutboxMail,
  lang: keyof typeof words,
): string => `<article><h2>${escaped(subject)}</h2>
<p>${words[lang].to(escaped(to))}, ${escaped(createdAt.slice(0, 16).replace('T', ' '))} UTC</p><pre>${escaped(text)}</pre></article>`;

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}article{border:1px solid #c7c7c7;' +
  'border-radius:8px;padding:0 1rem;margin:1rem 0}h2{font-size:1.1rem}pre{white-space:pre-wrap;font:inherit}';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
