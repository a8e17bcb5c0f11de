import { readUrls } from '../../../src/extract/fields/url.ts';
import { signed } from '../signed.ts';

const read = (line: string, from = 'Ana <ana@wren-workshop.example>') => {
  const { found } = readUrls(signed(line, { from }));
  return [...(found.url ?? []).map(({ value }) => value), ...(found.social ?? []).map(({ value }) => value.service)];
};

test.each([
  ['https://www.example.com/about.', ['https://www.example.com/about']],
  ['URL：https://example.co.jp/', ['https://example.co.jp/']],
  ['HP:www.example.co.jp', ['www.example.co.jp']],
  ['Web www.example.com | Blog http://blog.example.com', ['www.example.com', 'http://blog.example.com']],
  ['<http://www.example.com>', ['http://www.example.com']],
  ['wren-workshop.example', ['wren-workshop.example']],
  ['iana.org', ['iana.org']],
  ['〒810-0001 福岡市凧町9-9-20 4F　wren-workshop.example', ['wren-workshop.example']],
  ['linkedin.com/in/ana-ruiz-example', ['LinkedIn']],
  ['https://www.facebook.com/kite.example', ['Facebook']],
  ['https://github.com/anaruiz-example', ['GitHub']],
])('%s', (line, urls) => expect(read(line)).toEqual(urls));

test.each([
  'WrenWorkshop.com',
  'ana.ruiz',
  'B.K. Long',
  'Ph.D.',
  'e.g.',
  '12.05.2024',
  'We met at iana.org yesterday',
  'Chat: @ana:wren-workshop.example',
])('no url in %.40s', (line) => expect(read(line)).toEqual([]));

test('an address of a social network without a profile is no profile', () =>
  expect(read('https://www.linkedin.com/')).toEqual(['https://www.linkedin.com/']));

test('a picture is no web site', () =>
  expect(read('![Kites](https://pictures.example/at/Kites.png?auto=webp&format=png)')).toEqual([]));
