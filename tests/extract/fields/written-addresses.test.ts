import { readEmails } from '../../../src/extract/fields/email.ts';
import { readUrls } from '../../../src/extract/fields/url.ts';
import { signed } from '../signed.ts';

const from = 'Ana Ruiz <ana.ruiz@kite.example>';

describe('addresses as people write them, also against programs', () => {
  test.each([
    ['E-Mail: ana.ruiz [at] kite.example', 'ana.ruiz@kite.example'],
    ['ana.ruiz (at) kite (dot) example', 'ana.ruiz@kite.example'],
    ['E-Mail: ana.ruiz(ät)kite.example', 'ana.ruiz@kite.example'],
    ['E-Mail: ana.ruiz AT kite DOT example', 'ana.ruiz@kite.example'],
    ['Courriel : ana.ruiz (arobase) kite.example', 'ana.ruiz@kite.example'],
    ['Courriel : ana.ruiz[arobase]kite[point]example', 'ana.ruiz@kite.example'],
    ['Correo: ana.ruiz(arroba)kite.example', 'ana.ruiz@kite.example'],
    ['Correo: ana.ruiz arroba kite punto example', 'ana.ruiz@kite.example'],
    ['mail: ana.ruiz (chiocciola) kite.example', 'ana.ruiz@kite.example'],
    ['メール：ana.ruiz★kite.example（★を@に変えてください）', 'ana.ruiz@kite.example'],
    ['E-mail: ana.ruiz☆kite.example', 'ana.ruiz@kite.example'],
    ['メール：ana.ruiz（アットマーク）kite.example', 'ana.ruiz@kite.example'],
    ['メール：ana.ruiz[アット]kite.example', 'ana.ruiz@kite.example'],
    ['이메일: ana.ruiz(골뱅이)kite.example', 'ana.ruiz@kite.example'],
    ['邮箱：ana.ruiz#kite.example（请将#换成@）', 'ana.ruiz@kite.example'],
    ['邮箱：ana.ruiz(a)kite.example', 'ana.ruiz@kite.example'],
    ['email: ana.ruiz_at_kite.example', 'ana.ruiz@kite.example'],
    ['e-mail: ana.ruiz<at>kite.example', 'ana.ruiz@kite.example'],
    ['e-mail: ana.ruiz{at}kite.example', 'ana.ruiz@kite.example'],
    ['e-mail: ana.ruiz (zavináč) kite.example', 'ana.ruiz@kite.example'],
    ['e-mail: ana.ruiz (małpa) kite.example', 'ana.ruiz@kite.example'],
    ['e-post: ana.ruiz (snabel-a) kite.example', 'ana.ruiz@kite.example'],
    ['e-mail: ana.ruiz (apenstaartje) kite.example', 'ana.ruiz@kite.example'],
    ['ana.ruiz＠kite.example', 'ana.ruiz@kite.example'],
    ['ana.ruiz @ kite.example', 'ana.ruiz@kite.example'],
    ['e-mail: ana.ruiz@kite.example-www.kite.example', 'ana.ruiz@kite.example'],
    ['info@kite.example.', 'info@kite.example'],
    ['<ana.ruiz@kite.example>', 'ana.ruiz@kite.example'],
    ['ana.ruiz@kite.example/www.kite.example', 'ana.ruiz@kite.example'],
    ['Meet me at noon (at) the pier.', ''],
    ['I work at kite.example on Mondays and at home on Fridays, all the best to you', ''],
    ['Si recibió este mensaje por error, avise a lopd@other.example y bórrelo de inmediato, por favor, gracias', ''],
  ])('%s', (line, address) =>
    expect(
      readEmails(signed(line, { from }))
        .found.email?.map(({ value }) => value)
        .join(),
    ).toBe(address),
  );
});

describe('web sites, and links that are not the sender’s site', () => {
  test.each([
    ['www.kite.example', 'www.kite.example'],
    ['Web: kite.example', 'kite.example'],
    ['kite.co.uk', 'kite.co.uk'],
    ['ana@kite.example | kite.com', 'kite.com'],
    ['e-mail: ana.ruiz@kite.example-www.kite.example', 'www.kite.example'],
    ['HP: https://kite.example/', 'https://kite.example/'],
    ['http//www.kite.example', 'www.kite.example'],
    ['Read our disclaimer: https://www.kite.example/disclaimer', ''],
    ['Please consider the terms at https://www.kite.example/terms before you use this message', ''],
    ['Datenschutz: https://www.kite.example/datenschutz', ''],
    ['Unsubscribe: https://kite.example/unsubscribe?u=1', ''],
    ['Informations légales : www.kite.example/mentions-legales', ''],
    ['skype: kite / xmpp.net: kite', ''],
    ['WWW.KITE.EXAMPLE', 'WWW.KITE.EXAMPLE'],
    ['Kite.com', ''],
    ['Node.js developer, ASP.NET', ''],
    ['url: Kite.example', 'Kite.example'],
    ['https://teams.microsoft.com/l/meetup-join/19', ''],
    ['https://kite.zoom.us/j/5550142', ''],
    ['http://kite.example/~ruiz', 'http://kite.example/~ruiz'],
    ['https://calendly.com/ana-ruiz', 'https://calendly.com/ana-ruiz'],
    ['Virus-free. www.avast.com', ''],
    ['[www.kite.example]', 'www.kite.example'],
  ])('%s', (line, url) =>
    expect(
      readUrls(signed(line, { from }))
        .found.url?.map(({ value }) => value)
        .join(),
    ).toBe(url),
  );
});
