import { senderOf } from '../../src/extract/sender.ts';

describe('the person a From header names', () => {
  test.each([
    ['Ana Ruiz <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['"Bond, James" <jb@Example.COM>', 'James Bond', 'jb@example.com'],
    ['Underwood, Carl', 'Carl Underwood', ''],
    ['"Ruiz Ana" <ana.ruiz@example.com>', 'Ana Ruiz', 'ana.ruiz@example.com'],
    ['Cliente Ruiz <ruiz@example.com>', 'Cliente Ruiz', 'ruiz@example.com'],
    ['"Prof. Dr. med. Ana Ruiz" <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['PD Dr. med. habil. Ana Ruiz <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['Drs. A.M.J. (Ana) de Ruiz <a.deruiz@example.nl>', 'Ana de Ruiz', 'a.deruiz@example.nl'],
    ['v. Braun <braun@example.com>', 'v. Braun', 'braun@example.com'],
    ['Ana Ruiz [mailto:ana@example.com]', 'Ana Ruiz', 'ana@example.com'],
    ['Ana RUIZ aruiz at kite-lines.example', 'Ana RUIZ', 'aruiz@kite-lines.example'],
    ['Ana Ruiz ruiz a kite.example', 'Ana Ruiz', 'ruiz@kite.example'],
    ['"ROUSSEL Thierry" <f@example.fr>', 'Thierry ROUSSEL', 'f@example.fr'],
    ['ana@example.com (Ana Ruiz)', 'Ana Ruiz', 'ana@example.com'],
    ['"Ruiz, Ana P.,M.D." <apruiz@example.com>', 'Ana P. Ruiz', 'apruiz@example.com'],
    ['"\'Ana Ruiz\'" <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['Dr. Ana Ruiz <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['"Ana Ruiz via Kites" <kites@lists.example.org>', 'Ana Ruiz', 'kites@lists.example.org'],
    ['"Ana Ruiz on behalf of Wren Workshop" <ana@example.com>', 'Ana Ruiz', 'ana@example.com'],
    ['Jane School <jschool@example.com>', 'Jane School', 'jschool@example.com'],
    ['Ann Bank <a.bank@example.com>', 'Ann Bank', 'a.bank@example.com'],
    ['Vano Chu', 'Vano Chu', ''],
    ['Dean Ruiz <dean@kite.example>', 'Dean Ruiz', 'dean@kite.example'],
    ['Pastor Ruiz <pastor@kite.example>', 'Pastor Ruiz', 'pastor@kite.example'],
    ['Juergen Kammer <kammer@example.de>', 'Juergen Kammer', 'kammer@example.de'],
    ['Don Pike <dpx@example.com>', 'Don Pike', 'dpx@example.com'],
    ['Ian Baker <ibx@example.org>', 'Ian Baker', 'ibx@example.org'],
    ['青柳 美咲 <aoyagi@example.co.jp>', '青柳 美咲', 'aoyagi@example.co.jp'],
    ['日下部 純 <kusakabe@example.co.jp>', '日下部 純', 'kusakabe@example.co.jp'],
    ['凧部 純 <takobe@example.co.jp>', '凧部 純', 'takobe@example.co.jp'],
    ['経理部 純 <keiri@example.co.jp>', '純', 'keiri@example.co.jp'],
    ['営業部 神戸 <kobe@example.co.jp>', '神戸', 'kobe@example.co.jp'],
    ['總務中心 林浩 <lin@example.tw>', '林浩', 'lin@example.tw'],
    ['"서하늘 과장" <seo@example.kr>', '서하늘', 'seo@example.kr'],
    ['"Ruiz Ana" <aruiz@example.com>', 'Ana Ruiz', 'aruiz@example.com'],
    ['Ruiz Ana P. <Ana.P.Ruiz@example.com>', 'Ana P. Ruiz', 'Ana.P.Ruiz@example.com'],
    ['"Ruiz, A.M. (Ana Maria)" <a.ruiz@example.nl>', 'Ana Maria Ruiz', 'a.ruiz@example.nl'],
    ['"Wren Workshop - Ana Ruiz" <ana.ruiz@example.com>', 'Ana Ruiz', 'ana.ruiz@example.com'],
    ['"FC Finkdorf - Ana Ruiz" <vorstand@fc-finkdorf.example>', 'Ana Ruiz', 'vorstand@fc-finkdorf.example'],
    ['青空ひろば 青柳 <aozora@example.org>', '青柳', 'aozora@example.org'],
  ])('%s', (from, name, email) => expect(senderOf(from)).toMatchObject({ name, email }));
});

test.each([
  ['Haruka Aoki 青木遥 <haruka.aoki@example.com>', { name: '青木遥', also: 'Haruka Aoki' }],
  ['青木 遥 (Haruka Aoki) <h.aoki@example.com>', { name: '青木 遥', also: 'Haruka Aoki' }],
  ['Haruka Aoki 星空株式会社 <h.aoki@example.com>', { name: 'Haruka Aoki', org: '星空株式会社' }],
  ['Robert Roe (Rob) <roe@example.com>', { name: 'Robert Roe' }],
  ['アレックス・ジョンソン <alex@example.jp>', { name: 'アレックス・ジョンソン' }],
  ['José María Gutiérrez de la Fuente <jmg@example.es>', { name: 'José María Gutiérrez de la Fuente' }],
])('%s in two writings, with a short form or of many words', (from, named) =>
  expect(senderOf(from)).toMatchObject(named),
);

test.each([
  ['James Bond (ACME) <jb@example.com>', 'James Bond', 'ACME'],
  ['James Bond | ACME <jb@example.com>', 'James Bond', 'ACME'],
  ['青柳 美咲|ホテル星空台 <aoyagi@example.jp>', '青柳 美咲', 'ホテル星空台'],
  ['James Bond from ACME <jb@example.com>', 'James Bond', 'ACME'],
  ['James from ACME <hello@example.com>', 'James', 'ACME'],
  ['Reformas y Garza – Ana <info@reformasygarza.example>', 'Ana', 'Reformas y Garza'],
  ['Bo Finch – Photography <info@bofinch.example>', 'Bo Finch', 'Photography'],
  ['青柳 美咲【星空印刷】 <aoyagi@example.co.jp>', '青柳 美咲', '星空印刷'],
])('%s adds the company', (from, name, org) => expect(senderOf(from)).toMatchObject({ name, org }));

test.each([
  ['Ana Ruiz (LIB) <ana@wren.ac.uk>', undefined, ['LIB']],
  ['Ana Ruiz (WREN) <ana@wren.ac.uk>', 'WREN', undefined],
])('initials at a university are a unit, unless its domain spells them: %s', (from, org, units) => {
  const sender = senderOf(from);
  expect([sender.name, sender.org, sender.units]).toEqual(['Ana Ruiz', org, units]);
});

test.each([
  ['Ana Ruiz, Sales Manager <ana@example.com>', { name: 'Ana Ruiz', title: 'Sales Manager' }],
  ["Ana 'kiter' Ruiz, KSG Senior Leader <ana@example.com>", { name: "Ana 'kiter' Ruiz", title: 'KSG Senior Leader' }],
  ['Ana Ruiz - Sales Manager <ana@example.com>', { name: 'Ana Ruiz', title: 'Sales Manager' }],
  ['Ana Ruiz (Sales Manager) <ana@example.com>', { name: 'Ana Ruiz', title: 'Sales Manager' }],
  ['Ana Ruiz, Kite Ltd <ana@example.com>', { name: 'Ana Ruiz', org: 'Kite Ltd' }],
  ['Ana Ruiz, Inc. <ana@example.com>', { name: 'Ana Ruiz' }],
  ['Ruiz, Ana <ana@example.com>', { name: 'Ana Ruiz' }],
  ['Van Dyke, Dean <dean.vandyke@example.com>', { name: 'Dean Van Dyke' }],
  ['Hotel Garza <ana.ruiz@example.it>', { org: 'Hotel Garza' }],
])('%s: what the display name says beside the person, or instead', (from, said) => {
  const { name, org, title } = senderOf(from);
  expect({ name, org, title }).toEqual({ name: undefined, org: undefined, title: undefined, ...said });
});

test.each([
  'Wren Workshop Ltd <ana@example.com>',
  'Prairie Seed News <hello@example.org>',
  'Support <support@example.com>',
  '株式会社星空印刷 <info@example.co.jp>',
  'ツバサ電機 <shop@example.co.jp>',
  '青柳書房店 <aoyagi@example.jp>',
  'Accounts Payable - Wren Freight <accounts.payable@wrenfreight.example>',
  'kite-office <kite-office@example.org>',
  'みどり文具 <order@example.co.jp>',
  'ana@example.com',
  '<ana@example.com>',
  '',
  'Kite.com <ana@example.com>',
  'Robert Roe For Mayor <campaign@example.org>',
])('%s names nobody', (from) => expect(senderOf(from).name).toBeUndefined());

test.each([
  'Bright Kites <hello@brightkites.example>',
  'Wren Mill Podiatry <info@wrenmill.example>',
  'WREN MILL <bookings@wren-mill.example>',
  'Finch & Tallow <news@finchandtallow.example>',
  'Lin & Chanvre <adhesion@linchanvre.example>',
  'Coopérative Lin & Chanvre <adhesion@linchanvre.example>',
  'Refrigeração Boa Garza <nfe@boagarza.example>',
  'Facturación Wren Mill <facturacion@wrenmill.example>',
  'IT Wren Mill <ipad@wrenmill.example>',
  'Bright Kites <hello@brightkites.example.co.uk>',
  'De Kring <info@obsdekring.example>',
  'Cometas del Garzal <factura.digital@cometasgarzal.example>',
  'KiteWorks <kiteworks.info@example.com>',

  'Kiteworks Usinagem Industrial <kiteworks@kiteworks.example>',
  'Wren Mill IT <tablets@wrenmill.example>',
  'Hosting De Reiger <facturen@dereiger-hosting.example>',
  'De Reigerkrant <post@reigerkrant.example>',
  'Bib Wrenmill <nieuws@bib.wrenmill.example.be>',
  'Wrenmill NOC <noc@wrenmill.example>',
  'Kiteworks, Inc. <flyer@kiteworks.example>',
  'Kite*s <kites_b@mail.example>',
  'KiteTaller <wiki@taller-garza.example>',
  'Het Reigertje <bestelling@reigertje.example>',
  'Blue Kite Network <bkn-admin@bkn.example>',
  '青柳 農園 <aoyagi-nouen@example.jp>',
  'Word of the Day! <dailyword@example.com>',
])('%s names the firm whose domain it is', (from) => {
  const { name, org, display } = senderOf(from);
  expect([name, org]).toEqual([undefined, display]);
});

test.each([
  ['Wrenmill Buchhaltung <buchhaltung@wrenmill.example>', 'Wrenmill'],
  ['Buchhaltung Ölmühle Reiher <buchhaltung@oelmuehle-reiher.example>', 'Ölmühle Reiher'],
  ['Export Dept - Bright Kites <sales06@bright-kites.example>', 'Bright Kites'],
  ['Bright Kites | Ops Desk <ops@bright-kites.example>', 'Bright Kites'],
  ['Reiherstraß Buchhaltung <buchhaltung@reiherstrass.example>', 'Reiherstraß'],
  ['Wren Mill Primary - School Office <office@wrenmill.example>', 'Wren Mill Primary'],
  ['Kite Design – Spain <info@kitedesign.example>', 'Kite Design'],
  ['Wren & Reiher | Fine Stationery <orders@wrenandreiher.example>', 'Wren & Reiher'],
  ['Contato | Ateliê Garza <contato@atelie-garza.example.br>', 'Ateliê Garza'],
  ['Central de Suporte | PipasJá <suporte@pipas.example>', 'PipasJá'],
  ['医療法人社団 星空会 <jimu@hoshizora.example.jp>', '医療法人社団星空会'],
  ['一般社団法人 凧の会 <info@tako.example.jp>', '一般社団法人凧の会'],
])('%s is a desk of the firm %s', (from, org) => {
  expect(senderOf(from).name).toBeUndefined();
  expect(senderOf(from).org).toBe(org);
});

test.each([
  ['青柳（開発） <aoyagi@example.jp>', '青柳', ['開発']],
  ['総務グループ 青柳(内5512) <aoyagi@example.jp>', '青柳', ['総務グループ']],
  ['青柳 美咲（内線 5512） <aoyagi@example.jp>', '青柳 美咲', []],
  ['기획실 부장 탁하늘 <tak@example.kr>', '탁하늘', ['기획실']],
  ['Purchase Dept. (Ana Ruiz) <purchase2@example.in>', 'Ana Ruiz', ['Purchase Dept.']],
])('%s is somebody of a unit', (from, name, units) => expect(senderOf(from)).toMatchObject({ name, units }));

test('a name whose letters are set apart', () =>
  expect(senderOf('小　山　内　勉 <o@example.jp>').name).toBe('小山内勉'));

test.each([
  ['ana at kite.example (Ana Ruiz)', 'Ana Ruiz'],
  ['Reformas Garza y Pintura - Zenón <info@reformasgarza.example>', 'Zenón'],
  ['凧と糸 あおば <shop@tako-aoba.example.jp>', undefined],
  ['凧茶屋 まるみや <info@marumiya.example.jp>', undefined],
  ['总务管理 <zw@kite.example.cn>', undefined],
  ['知识库 <wiki@kite.example.cn>', undefined],
  ['Hopkite Receipts <receipts@hopkite.example>', undefined],
  ['星ヶ原町 くらしの情報 <joho@town.hoshigahara.example.lg.jp>', undefined],
  ['Les Amis du Cerf-volant <lesamisducerfvolant@example.fr>', undefined],
  ['Ana <hola@kites.example>', 'Ana'],
  ['Falk Wren - Vertrieb <falk@falkwren.example>', 'Falk Wren'],
  ['Human Resources (New York) <hr@example.com>', undefined],
  ['Sales (Bad Homburg) <sales@example.com>', undefined],
  ['Patient Portal <portal@example.com>', undefined],
  ['總經理 信箱 <info@example.tw>', undefined],
  ['監査法人 青柳 美咲 <aoyagi@example.jp>', '青柳 美咲'],
  ['Ana Ruiz via list at lists.example', 'Ana Ruiz'],
  ['Guest Judith <judith.guest@kite.example>', 'Judith Guest'],
  ['Sales (Kite Ltd) <sales@kite.example>', undefined],
  ['Newsletter (Spring Edition) <newsletter@kite.example>', undefined],
])('%s: %s', (from, name) => expect(senderOf(from).name).toBe(name));

test.each([
  ['Ana Ruiz <info@anaruiz.example>', 'Ana Ruiz'],
  ['Matti Heron <mh@mattiheron.example>', 'Matti Heron'],
  ['Hannelore Reiher, MBA <mail@hannelorereiher.example>', 'Hannelore Reiher'],
  ['Brandner Lotte Marie <brandner@brandner.example>', 'Brandner Lotte Marie'],
  ['Conceição Lima <conceicao@kite.example>', 'Conceição Lima'],
  ['Falcão Pedro <p.falcao@kite.example>', 'Pedro Falcão'],
  ['joe <joe+123456789012@example.com>', 'joe'],
  ['Ruiz Ana <info@ruizana.example>', 'Ruiz Ana'],
  ['Ana de la Garza <info@anagarza.example>', 'Ana de la Garza'],
  ['Wren Tallow <wren@wrentallow.example>', 'Wren Tallow'],
  ['Birgitte Toft Skov <bogbinder@toftskov.example>', 'Birgitte Toft Skov'],
  ['Zenon Finkdorf <zegary@finkdorf.example>', 'Zenon Finkdorf'],
  ['Juan Carlos Ruiz <hola@juancarlos.example>', 'Juan Carlos Ruiz'],
  ['Concepción Ruiz <hola@kites.example>', 'Concepción Ruiz'],
  ['Finkdorf <zf@finkdorf.example>', 'Finkdorf'],
  ['Ward Finkdorf <ward@finkdorf.example>', 'Ward Finkdorf'],
  ['AnnaMaria Ruiz <info@ruiz.example>', 'AnnaMaria Ruiz'],
  ['KiteRuiz <kiteruiz@example.com>', 'KiteRuiz'],
  ['Ola Nordmann <ola.nordmann@kite.example>', 'Ola Nordmann'],
  ['Post Bianca <post.bianca@kite.example>', 'Post Bianca'],
  ['Nic Harper <nic@nicharper.example>', 'Nic Harper'],
  ['Les Brown <les.brown@kite.example>', 'Les Brown'],
  ['Kerstin Grimm <post@kerstingrimm.example>', 'Kerstin Grimm'],
  ['Monika Berger | Keramik <info@monika.example>', 'Monika Berger'],
  ['D. J. Bernwald <djb@djb.example>', 'D. J. Bernwald'],
  ['Zhang LI <li@zhang.example>', 'Zhang LI'],
  ['Wren Mill - Yrsa Falkenborg <info@wrenmill.example>', 'Yrsa Falkenborg'],
  ['佐々遥 <info@example.jp>', '佐々遥'],
  ['ThanhHa Nguyen <hello@kite.example>', 'ThanhHa Nguyen'],
  ['Anna Kern, Lehrer*in <anna.kern@kite.example>', 'Anna Kern'],
  ['Finkdorf <finkdorf@finkdorf.example>', 'Finkdorf'],
  ['Sidonie Finkdorf <sidonie@sidonie.example>', 'Sidonie Finkdorf'],
  ['青柳 まさや <info@example.jp>', '青柳 まさや'],
])('%s is a person', (from, name) => expect(senderOf(from).name).toBe(name));

test.each([
  'Administrador de Sistemas <bf@wren.example>',
  'Customer Resolution <resolution@wren.example>',
  'Cancelleria comunale <cancelleria@wren.example>',
  'Formación Continuada <formacion@wren.example>',
  'kitebot <kitebot+0aecfd34fb878546f3fd@wren.example>',
  'kites <rssfeeds@wren.example>',
])('%s is an office, a desk or a program', (from) => expect(senderOf(from).name).toBeUndefined());

test.each(['Ana Ruiz <ana.ruiz_at_[hidden]>', 'ana_at_[hidden]'])('%s, as archives hide it, is no address', (from) =>
  expect(senderOf(from)).toMatchObject({ email: '', domain: '' }),
);

test('nor is a hidden address a name', () => expect(senderOf('ana_at_[hidden]').name).toBeUndefined());

test.each(['Seção de Compras - Ana Ruiz', 'Ana Ruiz - Seção de Compras'])('%s adds the unit', (display) => {
  const { name, org, units } = senderOf(`${display} <ana@example.com>`);
  expect([name, org, units]).toEqual(['Ana Ruiz', undefined, ['Seção de Compras']]);
});

test.each([
  ['Architecte Ana Ruiz', 'Ana Ruiz', 'Architecte'],
  ['Conseillère municipale Ana Ruiz', 'Ana Ruiz', 'Conseillère municipale'],
  ['Dean Ana Ruiz', 'Dean Ana Ruiz', undefined],
  ['Administradora de Redes', undefined, undefined],
])('%s has a title before the name or none', (display, name, title) => {
  const sender = senderOf(`${display} <ar@example.com>`);
  expect([sender.name, sender.title]).toEqual([name, title]);
});

test('the registrable domain', () => {
  expect(senderOf('ana@mail.sales.kite.co.uk').site).toBe('kite.co.uk');
  expect(senderOf('Underwood, Carl').site).toBe('');
});

test('a hostile header is cut', () =>
  expect(senderOf(`${'<'.repeat(100_000)}a@b.example>`).display.length).toBeLessThan(1001));

test.each([
  ['ROUX Anne, OA Dr. <anne.roux@example.org>', 'Anne ROUX'],
  ['LE ROUX Anne <anne.leroux@example.org>', 'Anne LE ROUX'],
  ['"Apl. Prof. Dr.-Ing. habil. Jörg Meise" <meise@example.org>', 'Jörg Meise'],
  ['RAin Dr. Katja Meise <meise@example.org>', 'Katja Meise'],
  ['anna merlo — illustratrice <ciao@annamerlo.example>', 'anna merlo'],
])('%s is %s', (from, name) => expect(senderOf(from).name).toBe(name));
