import { bodyLines } from '../../src/extract/body-lines.ts';
import { regionOf } from '../../src/extract/region.ts';

const region = (text: string, domain = 'kite.example') => {
  const lines = [...bodyLines({ headers: { from: '' }, text, html: null })];
  return regionOf(lines, lines, domain);
};

describe('the country of numbers and addresses', () => {
  test.each([
    ['a country code', 'Best regards\nAna Ruiz\n+64 21 555 0142', 'NZ'],
    ['a country code after 00', 'Best regards\nAna Ruiz\n0043 664 555 01 42', 'AT'],
    ['an address in Taiwan', '敬祝 商祺\n80661 高雄市前鎮區海風路72號\n行動：0932-555-014', 'TW'],
    ['traditional letters', '您好，請與我們聯絡，謝謝。\n電話：02-2555-0142', 'TW'],
    ['simplified letters', '您好，请与我们联系，谢谢。\n电话：010-6555 0142', 'CN'],
    ['Hong Kong', '電話：2555 0142\n香港九龍海風道88號', 'HK'],
    ['a Portuguese code', 'Com os melhores cumprimentos\nPraça da Garça, 5\n3510-087 Vila da Garça', 'PT'],
    ['Portuguese numbers', 'Com os melhores cumprimentos\nAna Ruiz\nTelem. 936 555 071', 'PT'],
    ['Spanish numbers', 'Un saludo\nAna Ruiz\nTel. 965 55 01 42', 'ES'],
    ['Brazilian numbers', 'Atenciosamente\nAna Ruiz\n(11) 3555-0126', 'BR'],
    ['Belgian numbers and code', 'Met vriendelijke groeten\nAna Ruiz\n09 223 55 14\n8400 Oostende', 'BE'],
    ['Austrian registers', 'Mit besten Grüßen\nAna Ruiz\n07242 55501 DW 31', 'AT'],
    ['a country code before what looks like a Brazilian postal code', 'Ana Ruiz\n+49 40 66969-214', 'DE'],
    [
      'a closing formula of a language that the text is not in',
      'I think that this is the setup you have in mind, and it would be good to try it.\nMed vänlig hälsning\nAna Ruiz\ntel: 0733-608274',
      'SE',
    ],
    ['British numbers', 'Kind regards\nAna Ruiz\n01632 960733', 'GB'],
    ['British numbers in three groups', 'Kind regards\nAna Ruiz\n01632 960 733', 'GB'],
    ['American numbers', 'Kind regards\nAna Ruiz\n(312) 555-0142', 'US'],
  ])('%s', (_, text, country) => expect(region(text)).toBe(country));

  test('the domain, where nothing else tells', () => expect(region('Kind regards\nAna Ruiz', 'kite.ie')).toBe('IE'));
});
