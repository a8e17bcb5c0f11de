import { parse } from 'tldts';
import { publicSuffixes } from '../../src/contact/data/public-suffixes.ts';
import { registrableDomain } from '../../src/contact/registrable-domain.ts';

test.each([
  ['example.com', 'example.com'],
  ['mail.example.co.uk', 'example.co.uk'],
  ['Shop.Example.Aisai.Aichi.JP', 'example.aisai.aichi.jp'],
  ['www.ck', 'www.ck'],
  ['a.b.city.kobe.jp', 'city.kobe.jp'],
  ['a.b.c.kobe.jp', 'b.c.kobe.jp'],
  ['x.pvt.k12.ma.us', 'x.pvt.k12.ma.us'],
  ['mail.example.internal', 'example.internal'],
])('%s belongs to %s', (host, domain) => expect(registrableDomain(host).domain).toBe(domain));

test.each(['', '.', 'com', 'co.uk', 'c.kobe.jp', '192.0.2.1', '[192.0.2.1]', 'a..com', '-.', 'constructor'])(
  '%j belongs to nobody',
  (host) => expect(registrableDomain(host).domain).toBeUndefined(),
);

test('a top-level domain is known when the list has it', () => {
  expect(registrableDomain('kite.museum').isKnown).toBe(true);
  expect(registrableDomain('ruiz.ana').isKnown).toBe(false);
});

test('the table answers as the library that it was made from', () => {
  const labels = new Set(publicSuffixes().match(/[^\s()!*.\d][^\s()!*.]*/g));
  const tops = publicSuffixes()
    .trim()
    .split('\n')
    .map((line) => line.split(/[. ]/)[0]);
  const hosts = [...labels].flatMap((label) => ['jp', 'no', 'us', 'uk', label].map((top) => `a.b.${label}.${top}`));
  hosts.push(...tops.flatMap((top) => [`a.b.${top}`, `a.co.${top}`, `a.b.aichi.${top}`]));
  const wrong = hosts.filter((host) => {
    const { domain, isIcann } = parse(host);
    const own = registrableDomain(host);
    return own.domain !== (domain ?? undefined) || own.isKnown !== (isIcann || host.endsWith('.za')); // the list has no rule for za itself
  });
  expect(wrong).toEqual([]);
  expect(hosts.length).toBeGreaterThan(20_000);
});
