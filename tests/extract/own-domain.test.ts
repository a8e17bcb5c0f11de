import { extractContact } from '../../src/extract/extract-contact.ts';

const nameOf = (from: string, ...lines: string[]) =>
  extractContact({
    headers: { from },
    text: ['Hello Sam,', '', 'see you on Monday.', '', ...lines].join('\n'),
    html: null,
  }).contact?.fn?.value;

describe('a person whose own domain their name is, and whose address is a desk’s', () => {
  const from = 'Priya Reiher <hello@priyareiher.example>';
  test.each([
    [['Best,', 'Priya Reiher', 'UX Designer', '+44 20 7946 0123']],
    [['Best,', 'Priya Reiher, UX Designer', '+44 20 7946 0123']],
    [['Best,', 'Dr Priya Reiher', '+44 20 7946 0123']],
    [['Cheers, Priya', '', 'Priya Reiher', '+44 20 7946 0123']],
    [['P.', '', 'Priya Reiher', '+44 20 7946 0123']],
    [['Priya', '', '+44 20 7946 0123']],
  ])('%j', (lines) => expect(nameOf(from, ...lines)).toBe('Priya Reiher'));

  test('with an address of their own', () =>
    expect(nameOf('Priya Reiher <pr@priyareiher.example>', '+44 20 7946 0123')).toBe('Priya Reiher'));

  test('with a firm that bears their name', () => {
    const lines = ['Gruß', 'Hannah Reiher', 'Steuerberaterin', 'Tel. 030 23125012'];
    expect(nameOf('Steuerkanzlei Hannah Reiher <info@reiher-steuer.example>', ...lines)).toBe('Hannah Reiher');
    expect(nameOf('Zoe Reiher GmbH <info@reiher.example>', 'Gruß', 'Zoe Reiher', 'Tel. 030 23125012')).toBe(
      'Zoe Reiher',
    );
  });
});

test.each([
  ['Bright Kites <shop@brightkites.example>', ['Regards,', 'Bright Kites', '312-555-0142']],
  ['Wren Mill Podiatry <info@wrenmill.example>', ['Wren Mill', '312-555-0142']],
  ['Acme Logistics <dispatch@acmelogistics.example>', ['Acme', '12 Hill Street', '312-555-0142']],
])('%s that signs %j is a firm', (from, lines) => expect(nameOf(from, ...lines)).toBeUndefined());
