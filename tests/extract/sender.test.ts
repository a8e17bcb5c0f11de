import { senderOf } from '../../src/extract/sender.ts';

describe('the person a From header names', () => {
  test.each([
    ['Ana Ruiz <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['"Bond, James" <jb@Example.COM>', 'James Bond', 'jb@example.com'],
    ['Underwood, Carl', 'Carl Underwood', ''],
    ['"Ruiz Ana" <ana.ruiz@example.com>', 'Ana Ruiz', 'ana.ruiz@example.com'],
    ['"ROUSSEL Thierry" <f@example.fr>', 'Thierry ROUSSEL', 'f@example.fr'],
    ['ana@example.com (Ana Ruiz)', 'Ana Ruiz', 'ana@example.com'],
    ['"\'Ana Ruiz\'" <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['Dr. Ana Ruiz <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['"Ana Ruiz via Kites" <kites@lists.example.org>', 'Ana Ruiz', 'kites@lists.example.org'],
    ['Don Pike <dpx@example.com>', 'Don Pike', 'dpx@example.com'],
    ['Ian Baker <ibx@example.org>', 'Ian Baker', 'ibx@example.org'],
    ['青柳 美咲 <aoyagi@example.co.jp>', '青柳 美咲', 'aoyagi@example.co.jp'],
    ['日下部 純 <kusakabe@example.co.jp>', '日下部 純', 'kusakabe@example.co.jp'],
    ['總務中心 林浩 <lin@example.tw>', '林浩', 'lin@example.tw'],
    ['"서하늘 과장" <seo@example.kr>', '서하늘', 'seo@example.kr'],
  ])('%s', (from, name, email) => expect(senderOf(from)).toMatchObject({ name, email }));
});

test.each([
  ['James Bond (ACME) <jb@example.com>', 'James Bond', 'ACME'],
  ['James Bond | ACME <jb@example.com>', 'James Bond', 'ACME'],
  ['James Bond from ACME <jb@example.com>', 'James Bond', 'ACME'],
  ['青柳 美咲【星空印刷】 <aoyagi@example.co.jp>', '青柳 美咲', '星空印刷'],
])('%s adds the company', (from, name, org) => expect(senderOf(from)).toMatchObject({ name, org }));

test.each([
  'Wren Workshop Ltd <ana@example.com>',
  'Prairie Seed News <hello@example.org>',
  'Support <support@example.com>',
  '株式会社星空印刷 <info@example.co.jp>',
  'みどり文具 <order@example.co.jp>',
  'ana@example.com',
  '<ana@example.com>',
  '',
  'Kite.com <ana@example.com>',
  'Robert Roe For Mayor <campaign@example.org>',
])('%s names nobody', (from) => expect(senderOf(from).name).toBeUndefined());

test('the registrable domain', () => {
  expect(senderOf('ana@mail.sales.kite.co.uk').site).toBe('kite.co.uk');
  expect(senderOf('Underwood, Carl').site).toBe('');
});

test('a hostile header is cut', () =>
  expect(senderOf(`${'<'.repeat(100_000)}a@b.example>`).display.length).toBeLessThan(1001));
