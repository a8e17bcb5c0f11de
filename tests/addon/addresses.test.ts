import { readAddresses } from '../../src/addon/addresses.ts';

test.each([
  ['ana@example.com', ['ana@example.com']],
  ['Ana.Ruiz@Example.com', ['ana.ruiz@example.com']],
  ['Ana Ruiz <ana@example.com>', ['ana@example.com']],
  ['"Ruiz, Ana" <ana@example.com>, ben@example.com', ['ana@example.com', 'ben@example.com']],
  ['ana@example.com; ben@example.com\ncleo@example.com', ['ana@example.com', 'ben@example.com', 'cleo@example.com']],
  ['ana@example.com\tben@example.com', ['ana@example.com', 'ben@example.com']],
  ['森さくら <sakura@example.co.jp>、健@例え.example', ['sakura@example.co.jp', '健@例え.example']],
  ['ana@example.com, ana@example.com', ['ana@example.com']],
  [' \n , ;', []],
])('%j', (text, addresses) => expect(readAddresses(text)).toMatchObject({ addresses, unreadable: [] }));

test.each([
  ['ana@example.com, ben at example.com', ['ana@example.com'], ['ben at example.com']],
  ['ana', [], ['ana']],
  ['Ana <>', [], ['Ana <>']],
  ['ana@example', [], ['ana@example']],
  ['a@b@example.com', [], ['a@b@example.com']],
  ['ana@example.com and more', [], ['ana@example.com and more']],
])('%j is named for what cannot be read of it', (text, addresses, unreadable) =>
  expect(readAddresses(text)).toMatchObject({ addresses, unreadable }),
);

describe('R17: names', () => {
  test.each([
    ['Hanako Tanaka <hanako@example.com>', 'Hanako Tanaka'],
    ['"Tanaka Hanako" <hanako@example.com>', 'Tanaka Hanako'],
    ['"Tanaka, Hanako" <hanako@example.com>', 'Tanaka, Hanako'],
    ['田中花子 <hanako@example.com>', '田中花子'],
    ['hanako@example.com,Hanako Tanaka', 'Hanako Tanaka'],
    ['"Tanaka, Hanako",hanako@example.com', 'Tanaka, Hanako'],
    ['hanako@example.com;Hanako Tanaka', 'Hanako Tanaka'],
    ['田中 花子\thanako@example.com', '田中 花子'],
    ['email,name\nhanako@example.com,Hanako Tanaka', 'Hanako Tanaka'],
    ['"Name","Email Address"\r\n"Tanaka, Hanako","Hanako@example.com"', 'Tanaka, Hanako'],
    ['\ufeff氏名\tメールアドレス\r\n田中 花子\thanako@example.com\r\n', '田中 花子'],
    ['メール,名前\nhanako@example.com,田中 花子', '田中 花子'],
    [
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Recovery Email\nHanako,Tanaka,hanako@example.com,****,h@example.org',
      'Hanako Tanaka',
    ],
    ['名 [必須],姓 [必須],メールアドレス [必須]\n花子,田中,hanako@example.com', '田中 花子'],
    [`hanako@example.com,${'x'.repeat(600)}`, 'x'.repeat(500)],
    ['hanako@example.com,Hanako Tanaka\nhanako@example.com', 'Hanako Tanaka'],
  ])('of %j', (text, name) =>
    expect(readAddresses(text)).toEqual({
      addresses: ['hanako@example.com'],
      names: [{ email: 'hanako@example.com', name }],
      unreadable: [],
    }),
  );

  test.each([
    ['hanako@example.com, ken@example', ['ken@example']],
    ['hanako@example.com, ken.example.com', ['ken.example.com']],
    ['hanako@example.com, ken', ['ken']],
    ['hanako@example.com,Tanaka,Hanako', ['Tanaka', 'Hanako']],
    ['email,name\nhanako@example.com,\nken,Ken Mori', ['ken, Ken Mori']],
  ])('none is made of what is rather a wrong address, or nobody’s: %j', (text, unreadable) =>
    expect(readAddresses(text)).toEqual({ addresses: ['hanako@example.com'], names: [], unreadable }),
  );
});

test('a very long line is refused', () => {
  expect(readAddresses(`${'a.'.repeat(200_000)}@`).addresses).toEqual([]);
  expect(readAddresses(`${'<'.repeat(200_000)}@`).addresses).toEqual([]);
  expect(readAddresses(`${'",'.repeat(200_000)}@`).addresses).toEqual([]);
});
