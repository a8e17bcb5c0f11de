import fc from 'fast-check';
import type { Tel } from '../../src/contact/draft.ts';
import { emailDomain, emailKey, fold, isBlank, telKeys, urlKey } from '../../src/contact/normalize.ts';

describe('fold', () => {
  test.each([
    ['José  ÁLVAREZ', 'jose alvarez'],
    ['Müller-Weiß', 'muller-weiss'],
    ['ＡＯＺＯＲＡ　商事', 'aozora 商事'],
    ['ｱｵｿﾞﾗ', 'あおぞら'],
    ['アオゾラ', 'あおぞら'],
    ['İstanbul', 'istanbul'],
    ['  tab\tand\nline ', 'tab and line'],
  ])('%j becomes %j', (text, folded) => expect(fold(text)).toBe(folded));

  test('keeps the marks that make another letter', () => {
    expect(fold('がき')).not.toBe(fold('かき'));
    expect(fold('가')).not.toBe(fold('각'));
  });
});

describe('emailKey', () => {
  test.each([
    [' Ana.Ruiz@Example.COM ', 'ana.ruiz@example.com'],
    ['u\u0308ber@example.com', '\u00fcber@example.com'],
  ])('%j', (address, key) => expect(emailKey(address)).toBe(key));

  test('does not take different addresses for one', () => {
    expect(emailKey('ana.ruiz@example.com')).not.toBe(emailKey('anaruiz@example.com'));
    expect(emailKey('ana+list@example.com')).not.toBe(emailKey('ana@example.com'));
  });

  test('domain', () => {
    expect(emailDomain('Ana@Example.COM')).toBe('example.com');
    expect(emailDomain('nobody')).toBe('');
  });
});

describe('telKeys', () => {
  const same: [Tel, Tel][] = [
    [
      { text: '+81 3-0000-1234', e164: '+81300001234' },
      { text: '03-0000-1234', e164: '+81300001234' },
    ],
    [{ text: '03-0000-1234' }, { text: '03 0000 1234', e164: '+81300001234' }],
    [{ text: '０３（００００）１２３４' }, { text: '03-0000-1234' }],
    [
      { text: '(212) 555-0142', type: 'work' },
      { text: '212.555.0142', type: 'direct' },
    ],
  ];
  test.each(same)('%j is %j', (a, b) => expect(telKeys(a).some((key) => telKeys(b).includes(key))).toBe(true));

  const different: [Tel, Tel][] = [
    [{ text: '212-555-0142' }, { text: '212-555-0143' }],
    [{ text: '212-555-0142' }, { text: '212-555-0142', type: 'fax' }],
    [
      { text: '212-555-0142', ext: '7' },
      { text: '212-555-0142', ext: '8' },
    ],
    [{ text: 'ask reception' }, { text: 'ask Ana' }],
  ];
  test.each(different)('%j is not %j', (a, b) =>
    expect(telKeys(a).some((key) => telKeys(b).includes(key))).toBe(false),
  );
});

describe('urlKey', () => {
  test.each(['https://www.Example.com/', 'http://example.com', 'example.com/', ' EXAMPLE.com '])('%j', (url) =>
    expect(urlKey(url)).toBe('example.com'),
  );

  test('keeps path, query and fragment as they are', () => {
    expect(urlKey('https://Example.com/Ana/?q=A#B')).toBe('example.com/Ana/?q=A#B');
    expect(urlKey('https://example.com/ana')).not.toBe(urlKey('https://example.com/Ana'));
  });
});

describe('isBlank', () => {
  test.each(['', '   ', '\u200b\u2060', '\u3000', '\u00ad', undefined])('%j', (text) =>
    expect(isBlank(text)).toBe(true),
  );
  test.each(['.', '森', '0'])('not %j', (text) => expect(isBlank(text)).toBe(false));
});

test('a very long line costs linear time', () => {
  const hostile = `${'+1-'.repeat(200_000)}x${' '.repeat(200_000)}\u00e1`;
  // What is not linear runs into the time a test may take.
  for (const read of [fold, urlKey]) expect(read(hostile).length).toBeLessThanOrEqual(hostile.length);
  expect(() => telKeys({ text: hostile })).not.toThrow();
  expect(isBlank(' '.repeat(400_000))).toBe(true);
});

test('a text of ASCII alone is folded as one that has more', () => {
  const ascii = fc.string({ unit: 'binary-ascii' });
  fc.assert(fc.property(ascii, (text) => expect(fold(`e${text}e`)).toBe(fold(`é${text}é`))));
});
