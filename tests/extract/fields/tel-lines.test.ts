import type { CountryCode } from 'libphonenumber-js/min';
import { readTels } from '../../../src/extract/fields/tel.ts';
import { signed } from '../signed.ts';

/** Country, line, and the type and number of each telephone number in it. */
const cases: [CountryCode, string, string[]][] = [
  ['AU', '07 5550 0188 ~ 0491 570 158', ['work +61755500188', 'cell +61491570158']],
  ['SE', '// Kajsa Havtorn // Storken Data AB // 08-465 004 23', ['work +46846500423']],
  ['US', '512-555-0142 office | 512-555-0143 mobile | 512-555-0144 fax', ['work 142', 'cell 143', 'fax 144']],
  ['US', '512.555.0142 direct • 512.555.0143 main', ['direct 142', 'main 143']],
  ['US', '(512) 555-0142 days  *  (512) 555-0143 evenings  *  pgr 512-555-0144', ['work 142', 'home 143']],
  ['US', 'Tel: 512-555-0142 office, 512-555-0143 mobile', ['work 142', 'cell 143']],
  ['US', '(O) 512-555-0142 (M) 512-555-0143 (F) 512-555-0144', ['work 142', 'cell 143', 'fax 144']],
  ['US', 'Tel 512-555-0142 Fax  512-555-0143', ['work 142', 'fax 143']],
  ['US', '512-555-0142, 555-0143', ['work 142', 'work 143']],
  ['US', 'Call/Text: 512-555-0142', ['cell 142']],
  ['IN', 'Ph: 0431-2550147 (O), 0431-2550162 (R)', ['work +914312550147', 'home +914312550162']],
  ['IN', 'Off: 080 2555 0147, Res: 080 2555 0148', ['work +918025550147', 'home +918025550148']],
  ['JP', '       Tel.03-5555-0117 / Fax.03-5555-0118', ['work +81355550117', 'fax +81355550118']],
  ['JP', '[TEL] 03-5555-0117 [FAX] 03-5555-0118', ['work +81355550117', 'fax +81355550118']],
  ['CN', '13800138000（微信同号）', ['cell +8613800138000']],
  ['TW', '(02) 2555-0147、2555-0148', ['work +886225550147', 'work +886225550148']],
  ['BR', '(11) 3555-0147 / 95555-0148', ['work +551135550147', 'cell +5511955550148']],
  ['BR', '(0xx11) 3555-0147', ['work +551135550147']],
  ['GB', 'Tel 01243 960123 Fax 960124', ['work +441243960123', 'fax +441243960124']],
  ['CH', 'G: 044 555 01 47, M: 079 555 01 48', ['work +41445550147', 'cell +41795550148']],
  ['DE', 'Tel. p.: 030 5550147', ['home +49305550147']],
  ['FR', 'Std : 01 99 00 12 34', ['main +33199001234']],
  ['FI', 'Vaihde 09 555 0147, Matkapuh. 040 555 0147', ['main +35895550147', 'cell +358405550147']],
  ['FI', '+358-0-455 5120', ['work +3584555120']],
  ['GR', 'Τηλ. 210 555 0147, Φαξ 210 555 0148', ['work +302105550147', 'fax +302105550148']],
  ['RU', 'тел.: 8 (495) 555-01-47, факс: 8 (495) 555-01-48', ['work +74955550147', 'fax +74955550148']],
  ['TR', 'Tel: 0212 555 01 47 Faks: 0212 555 01 48', ['work +902125550147', 'fax +902125550148']],
  ['DE', 'Tel. +49 (83 23) 55 17 - 28', ['work +498323551728']],
  ['US', '30.267200 N 97.743100 W', []],
  ['CH', 'built with kite 2.6.16-1.2133_KC5', []],
  ['CH', '044.668.18-00', ['work +41446681800']],
  ['US', 'Conference bridge: 512-555-0142, code 123456#', []],
  ['US', 'Dial-in: 512-555-0142 PIN 123456', []],
  ['US', 'on 03/13/2001 08:51 AM', []],
  ['IT', 'Capitale 347.256.998,80', []],
  ['FR', 'Décennale n° 4471209', []],
  ['FI', 'Y-tunnus 1234567-8', []],
  ['RU', 'ИНН 7701234567', []],
];

test.each(cases)('%s: %s', (region, line, wanted) => {
  const tels = readTels(signed(line, { region })).found.tel ?? [];
  const full = (tel: string) => tel.replace(/ (\d{3})$/, ' +15125550$1');
  expect(tels.map(({ value }) => `${value.type} ${value.e164 ?? value.text}`)).toEqual(wanted.map(full));
});

describe('tel links', () => {
  const html = (cells: string) =>
    readTels({
      ...signed('', { region: 'AR' }),
      lines: [{ index: 0, text: '11 5550-0132', written: '', links: [cells], marked: false }],
    }).found.tel?.map(({ value }) => `${value.type} ${value.e164}`);
  test('say in full what the text leaves out', () =>
    expect(html('tel:+5491155500132')).toEqual(['cell +5491155500132']));
  test('to WhatsApp are to mobile telephones', () =>
    expect(html('https://wa.me/5491155500132')).toEqual(['cell +5491155500132']));
});
