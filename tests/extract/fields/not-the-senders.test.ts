import { readEmails } from '../../../src/extract/fields/email.ts';
import { readUrls } from '../../../src/extract/fields/url.ts';
import { signed } from '../signed.ts';

const emails = (lines: string | string[], from = 'Ana Ruiz <ana@kite.example>') =>
  (readEmails(signed(lines, { from })).found.email ?? []).map(({ value }) => value);
const urls = (lines: string | string[], from = 'Ana Ruiz <ana@kite.example>') =>
  (readUrls(signed(lines, { from })).found.url ?? []).map(({ value }) => value);

describe('addresses of somebody else', () => {
  test.each([
    ['the body of a message to majordomo@lists.heron.example'],
    ['rowing@lists.heron.example'],
    ['rowing-request@heron.example'],
    ['Assistant: Petra Winkel, winkel@kite.example'],
  ])('%s', (line) => expect(emails(line)).toEqual([]));

  test('who signs beside the sender', () =>
    expect(
      emails([
        'Ana Ruiz                          Peter Winkel',
        'Kite Labs                         Heron Works',
        'ana@kite.example                  pw@heron.example',
      ]),
    ).toEqual(['ana@kite.example']));

  test('who is named with it, in Japanese', () =>
    expect(
      emails(
        ['（担当）青木 花子　内線312', '（副担当）鷺沢 智子　内線315　sagi@kite.example'],
        '青木 花子 <aoki@kite.example>',
      ),
    ).toEqual([]));
});

describe('addresses that are spelled out', () => {
  test.each([
    ['ana [arobase] heron-club [point] example', ['ana@heron-club.example']],
    ['big files: ana.press[at]heron.com', ['ana.press@heron.com']],
    ['ar at kite dot example  |  knots, kites', ['ar@kite.example']],
    ['Meet at heron dot example', []],
    ['Tea [at] four', []],
  ])('%s', (line, wanted) => expect(emails(line)).toEqual(wanted));
});

describe('pages of somebody else', () => {
  test.each([
    ['More rowing info at  http://lists.heron.example/majordomo-info.html', []],
    ['Leave and preferences: https://listas.heron.example/options/rowing', []],
    ['https://heron.example/mailman/listinfo/rowing', []],
    ['Get FREE e-mail for life at http://www.heronmail.example', []],
    ['For super low prices, click here http://www.heron.example', []],
    ['Talk with friends online, try Heron Talk: http://talk.heron.example', []],
    ['Visit our web site at http://www.heron.example', ['http://www.heron.example']],
    ['see what we make of it at http://www.kite.example', ['http://www.kite.example']],
    ['Ana Ruiz, Heron Works http://www.heron.example', ['http://www.heron.example']],
  ])('%s', (line, wanted) => expect(urls(line)).toEqual(wanted));
});
