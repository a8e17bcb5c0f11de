import { type Context, Hono } from 'hono';
import { consoleWords } from './console-words.ts';
import type { Organisation } from './directory/organisation.ts';
import type { EmulatedGoogle } from './emulated-google.ts';
import type { ServiceAccountKeyFile } from './oauth/service-accounts.ts';

export interface ConsoleOptions {
  google: EmulatedGoogle;
  organisation: Organisation;
  /** The key that an admin can download, as Google Cloud offers it. */
  keyFile: ServiceAccountKeyFile;
  /** Is told of each change, before the page is shown anew. */
  onChange?: () => Promise<void>;
}

/**
 * What an admin does at Google, on one page: get the key file of the service account, delegate scopes to its client ID, and
 * mend what keeps a colleague's mailbox from being read. Forms without scripts; a POST must come from the page itself.
 */
export function googleConsole({ google, organisation, keyFile, onChange }: ConsoleOptions): Hono {
  const app = new Hono();
  app.use(async ({ req, text, header }, next) => {
    if (req.method !== 'GET' && req.header('origin') !== `http://${req.header('host')}`)
      return text('This request does not come from the page.', 403);
    await next();
    header('content-security-policy', pagePolicy);
    header('x-content-type-options', 'nosniff');
    header('cache-control', 'no-store');
  });
  app.get('/', (context) => context.html(page(google, organisation, languageOf(context))));
  app.get('/key-file.json', ({ body }) =>
    body(JSON.stringify(keyFile, undefined, 2), 200, {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${keyFile.project_id}-${keyFile.private_key_id.slice(0, 12)}.json"`,
    }),
  );
  app.post('/delegate', async (context) => {
    const { req, redirect } = context;
    const { clientId, scopes } = await req.parseBody();
    const wanted = `${scopes ?? ''}`.split(/[\s,]+/).filter(Boolean);
    if (/^\d+$/.test(`${clientId}`.trim())) organisation.delegate(`${clientId}`.trim(), wanted);
    await onChange?.();
    return redirect(`.?lang=${languageOf(context)}`);
  });
  app.post('/mend', async (context) => {
    google.mend(`${(await context.req.parseBody()).email}`);
    await onChange?.();
    return context.redirect(`.?lang=${languageOf(context)}`);
  });
  return app;
}

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type Language = keyof typeof consoleWords;

/** As the preview was in when the page was opened. */
const languageOf = ({ req }: Context): Language => (req.query('lang') === 'ja' ? 'ja' : 'en');

function page(google: EmulatedGoogle, organisation: Organisation, lang: Language): string {
  const words = consoleWords[lang];
  const troubled = [...organisation.people.values()].flatMap(({ email }) => {
    const trouble = google.troubles.nameOf(email);
    return trouble ? [{ email, trouble }] : [];
  });
  const delegated = [...organisation.delegations].map(
    ([clientId, scopes]) => `<li><code>${escaped(clientId)}</code>: ${escaped([...scopes].join(', '))}</li>`,
  );
  const rows = troubled.map(
    ({
      email,
      trouble,
    }) => `<tr><td>${escaped(email)}</td><td>${words.troubles[trouble] ?? ''} <code>${trouble}</code></td><td>
<form method="post" action="mend?lang=${lang}"><input type="hidden" name="email" value="${escaped(email)}"><button>${words.mend}</button></form></td></tr>`,
  );
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title><style>${style}</style>
<h1>${words.title}</h1><p>${words.about(escaped(organisation.domain))}</p>
<h2>${words.account}</h2><p><a href="key-file.json" download>${words.download}</a></p>
<h2>${words.delegation}</h2>${delegated.length > 0 ? `<ul>${delegated.join('')}</ul>` : `<p>${words.nothingDelegated}</p>`}
<form method="post" action="delegate?lang=${lang}"><p><label>${words.clientId}<br><input name="clientId" required pattern="\\s*[0-9]+\\s*"></label></p>
<p><label>${words.scopes}<br><textarea name="scopes" rows="3"></textarea></label></p>
<p><button>${words.authorize}</button></p></form>
<h2>${words.inTrouble}</h2>${rows.length > 0 ? `<table>${rows.join('')}</table>` : `<p>${words.nobody}</p>`}`;
}

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}input,textarea{font:inherit;' +
  'width:100%;box-sizing:border-box}td{padding:.2rem 1rem .2rem 0}form{margin:0}';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
