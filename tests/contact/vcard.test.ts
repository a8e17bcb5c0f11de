import type { ContactCard } from '../../src/contact/card.ts';
import { vcardFrom } from '../../src/contact/vcard.ts';

const empty: ContactCard = { fn: '', email: [], tel: [], url: [], social: [] };
const vcard = (card: Partial<ContactCard>): string => vcardFrom({ ...empty, ...card });
/** The lines between `VERSION` and `END`, unfolded. */
const lines = (card: Partial<ContactCard>): string[] => vcard(card).replaceAll('\r\n ', '').split('\r\n').slice(2, -2);

test('a whole card', () => {
  const card: ContactCard = {
    fn: '森 さくら',
    n: { family: '森', given: 'さくら' },
    phonetic: { family: 'もり', given: 'さくら', script: 'kana' },
    org: { name: '青空商事株式会社', units: ['営業本部', '第二課'] },
    title: '課長',
    email: ['sakura.mori@aozora.example', 'sakura@example.com'],
    tel: [
      { text: '03-5550-0101', e164: '+81355500101', type: 'work', ext: '12' },
      { text: '090-5550-0102', e164: '+819055500102', type: 'cell' },
      { text: '03-5550-0103', e164: '+81355500103', type: 'fax' },
      { text: '内線 4455' },
    ],
    adr: {
      label: '〒100-0001\n東京都千代田区千代田1-1',
      street: '千代田1-1',
      locality: '千代田区',
      region: '東京都',
      code: '100-0001',
      country: 'JP',
    },
    url: ['https://www.aozora.example/'],
    social: [{ service: 'LinkedIn', url: 'https://www.linkedin.com/in/sakura-mori-example' }],
  };
  expect(vcardFrom(card).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:森 さくら',
    'N;SORT-AS="もり,さくら":森;さくら;;;',
    'X-PHONETIC-LAST-NAME:もり',
    'X-PHONETIC-FIRST-NAME:さくら',
    'ORG:青空商事株式会社;営業本部;第二課',
    'TITLE:課長',
    'EMAIL:sakura.mori@aozora.example',
    'EMAIL:sakura@example.com',
    'TEL;TYPE="work,voice";VALUE=uri:tel:+81355500101;ext=12',
    'TEL;TYPE=cell;VALUE=uri:tel:+819055500102',
    'TEL;TYPE=fax;VALUE=uri:tel:+81355500103',
    'TEL;TYPE=voice:内線 4455',
    'ADR;CC=JP;LABEL="〒100-0001^n東京都千代田区千代田1-1":;;千代',
    ' 田1-1;千代田区;東京都;100-0001;Japan',
    'URL:https://www.aozora.example/',
    'SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/sakura-mori',
    ' -example',
    'END:VCARD',
    '',
  ]);
});

describe('FN is never empty', () => {
  test.each([
    [{ fn: 'Ana Ruiz', email: ['a@example.com'] }, 'FN:Ana Ruiz'],
    [{ email: ['a@example.com'], org: { name: 'Example', units: [] } }, 'FN:a@example.com'],
    [{ org: { name: 'Example', units: [] } }, 'FN:Example'],
  ])('%j', (card, line) => expect(lines(card)[0]).toBe(line));
});

describe('writes', () => {
  test.each([
    ['text', { fn: 'A\\B; C, "D"\r\nE' }, 'FN:A\\\\B\\; C\\, "D"\\nE'],
    ['the parts of a list', { org: { name: 'Ruiz; Co, Ltd', units: ['R;D'] } }, 'ORG:Ruiz\\; Co\\, Ltd;R\\;D'],
    ['nothing in a URL', { url: ['https://example.com/?a=1,2;3'] }, 'URL:https://example.com/?a=1,2;3'],
    ['a parameter', { adr: { label: 'The "Mill"; Room ^1, 2' } }, 'ADR;LABEL="The ^\'Mill^\'; Room ^^1, 2":;;;;;;'],
    ['a colon not at all', { title: 'Sales: Asia' }, 'TITLE:Sales: Asia'],
  ])('%s', (_, card, line) => expect(lines(card)).toContain(line));

  test.each([
    ['a name', { fn: 'Ana\r\nTEL:+15550100' }],
    ['a URL', { url: ['https://example.com/\r\nTEL:+15550100'] }],
    ['a title with the line ends of Unicode', { title: 'CEO\u2028TEL:+15550100' }],
    ['a service', { social: [{ service: 'x":y\r\nTEL:+15550100', url: 'https://x.example' }] }],
    ['an extension', { tel: [{ text: '1', e164: '+12025550100', ext: '1\r\nTEL:+15550100' }] }],
  ])('%s cannot begin a line', (_, card) => {
    expect(
      vcard(card)
        .split(/\r\n|[\r\n\u2028\u2029]/)
        .filter((line) => line.startsWith('TEL:')),
    ).toEqual([]);
  });

  test('control characters are dropped', () => expect(lines({ fn: 'Ana\0 \u001bRuiz' })).toContain('FN:Ana Ruiz'));
});

describe('folding', () => {
  test.each([
    ['ASCII', 'x'.repeat(500)],
    ['Japanese', '青空商事'.repeat(100)],
    ['emoji', '😀'.repeat(100)],
    ['a mixture', 'aé青😀'.repeat(100)],
  ])('%s: no line is over 75 octets, no character is cut, nothing is lost', (_, title) => {
    const text = vcard({ title });
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/);
    }
    expect(lines({ title })).toContain(`TITLE:${title}`);
  });

  test('a line of 75 octets is not folded, of 76 it is', () => {
    expect(vcard({ title: 'x'.repeat(69) })).toContain(`TITLE:${'x'.repeat(69)}\r\n`);
    expect(vcard({ title: 'x'.repeat(70) })).toContain(`TITLE:${'x'.repeat(69)}\r\n x\r\n`);
  });
});

test('what is no country code stands as written', () => {
  expect(lines({ adr: { label: 'A', country: 'Nowhere' } })).toContain('ADR;CC=Nowhere;LABEL=A:;;;;;;Nowhere');
});

test('a name without a reading, and a reading without a family name', () => {
  expect(lines({ fn: 'Ana Ruiz', n: { given: 'Ana', family: 'Ruiz' } })).toContain('N:Ruiz;Ana;;;');
  expect(lines({ n: { given: 'さくら' }, phonetic: { given: 'サクラ', script: 'kana' } })).toEqual([
    'FN:',
    'N:;さくら;;;',
    'X-PHONETIC-FIRST-NAME:サクラ',
  ]);
});

test('3.0: the name is required, phones are no URIs, the printed address stands alone', () => {
  const written = vcardFrom(
    {
      ...empty,
      fn: '森 さくら',
      phonetic: { family: 'もり', given: 'さくら', script: 'kana' },
      email: ['sakura@example.com'],
      tel: [{ text: '03-5550-0101', e164: '+81355500101', type: 'main', ext: '12' }, { text: '内線 4455' }],
      adr: { label: '東京都\n1-1', region: '東京都', country: 'JP' },
      social: [{ service: 'linked in', url: 'https://linkedin.example/in/sakura' }],
    },
    {
      version: '3.0',
      uid: '5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c',
      tags: ['VIP', 'a,b'],
      notes: 'x\ny',
      rev: '2026-11-22T09:30:00.000Z',
    },
  );
  expect(written.split('\r\n').slice(1, -2)).toEqual([
    'VERSION:3.0',
    'UID:urn:uuid:5a8e0f0c-7c1e-4b1a-9b1a-2b1a5a8e0f0c',
    'FN:森 さくら',
    'N:;;;;',
    'SORT-STRING:もり さくら',
    'X-PHONETIC-LAST-NAME:もり',
    'X-PHONETIC-FIRST-NAME:さくら',
    'EMAIL;TYPE=INTERNET:sakura@example.com',
    'TEL;TYPE=WORK,VOICE,PREF:+81355500101 ext. 12',
    'TEL;TYPE=VOICE:内線 4455',
    'ADR;TYPE=WORK:;;;;東京都;;Japan',
    'LABEL;TYPE=WORK:東京都\\n1-1',
    'X-SOCIALPROFILE;TYPE=linkedin:https://linkedin.example/in/sakura',
    'CATEGORIES:VIP,a\\,b',
    'NOTE:x\\ny',
    'REV:2026-11-22T09:30:00.000Z',
  ]);
});
