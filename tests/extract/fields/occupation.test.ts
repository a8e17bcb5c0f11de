import { extractContact } from '../../../src/extract/extract-contact.ts';
import { readName } from '../../../src/extract/fields/name.ts';
import { readOccupation } from '../../../src/extract/fields/occupation.ts';
import { endless, signed } from '../signed.ts';

/** Company, units and title below the sender's name; null for none. */
function read(lines: string | string[], from = 'Ana Ruiz <ana@kite.example>') {
  const sheet = signed(lines, { from });
  const { found, rest } = readName(sheet);
  const { org, title } = readOccupation({ ...sheet, lines: rest, found }).found;
  return [org?.value.name ?? null, org?.value.units ?? [], title?.value ?? null];
}

describe('English', () => {
  test.each([
    [['Ana Ruiz---Chief Buyer---Wren Workshop LLC'], 'Wren Workshop LLC', [], 'Chief Buyer'],
    [['Ana Ruiz (ordförande)', 'Drakklubben Brf'], 'Drakklubben Brf', [], 'ordförande'],
    [['Ana Ruiz', 'Buyer', 'Key fingerprint =  6C E9 51 4F D5 3E'], null, [], 'Buyer'],
    [['Ana Ruiz', 'Ejecutiva de Ventas', 'Av. Garza 4410 Pte.'], null, [], 'Ejecutiva de Ventas'],
    [['Ana Ruiz', 'Buyer', 'Wren Workshop Ltd'], 'Wren Workshop Ltd', [], 'Buyer'],
    [
      ['Ana Ruiz', 'Manager, Sales Department', 'Sakura Trading Co., Ltd.'],
      'Sakura Trading Co., Ltd.',
      ['Sales Department'],
      'Manager',
    ],
    [
      ['Ana Ruiz', 'Conseillère voyages — pôle « Grand Nord »', 'Voyages du Lac SARL'],
      'Voyages du Lac SARL',
      ['pôle « Grand Nord »'],
      'Conseillère voyages',
    ],
    [
      ['Ana Ruiz', 'Assessor de Imprensa - DRT 0000/RS', 'Clube das Pipas'],
      'Clube das Pipas',
      [],
      'Assessor de Imprensa',
    ],
    [['Ana Ruiz', 'Director, Wind Research | Kite Labs Ltd'], 'Kite Labs Ltd', ['Wind Research'], 'Director'],
    [['Ana Ruiz', 'Buyer (Cork, Ireland)', 'Kite Ltd'], 'Kite Ltd', [], 'Buyer'],
    [['Ana Ruiz', 'Teacher (French, Spanish)', 'Kite Ltd'], 'Kite Ltd', [], 'Teacher (French, Spanish)'],
    [['Ana Ruiz', 'Buyer', 'Level 3 Kites Inc.'], 'Level 3 Kites Inc.', [], 'Buyer'],
    [['Ana Ruiz', 'Buyer', 'Heron Science Building', 'Wren University'], 'Wren University', [], 'Buyer'],
    [
      ['Ana Ruiz', 'Buyer', 'Institute of Building', 'Wren University'],
      'Wren University',
      ['Institute of Building'],
      'Buyer',
    ],
    [['Ana Ruiz', 'Owner', 'Heron Building'], 'Heron Building', [], 'Owner'],
    [['Ana Ruiz', 'Director, Team Building', 'Wren Ltd'], 'Wren Ltd', [], 'Director, Team Building'],
    [['Ana Ruiz', 'Programme Officer', 'Engineers without Kites'], 'Engineers without Kites', [], 'Programme Officer'],
    [['Ana Ruiz', 'Manager (Sales, Marketing)', 'Kite Ltd'], 'Kite Ltd', [], 'Manager (Sales, Marketing)'],
    [
      ['Ana Ruiz', "Service d'affectation : Direction des achats, pôle voiles", 'Kite SARL'],
      'Kite SARL',
      ['Direction des achats, pôle voiles'],
      null,
    ],
    [['Ana Ruiz', '2nd-Level-Support', 'Drachen eG'], 'Drachen eG', ['2nd-Level-Support'], null],
    [['Ana Ruiz', 'Student Services Officer', 'Kite College'], 'Kite College', [], 'Student Services Officer'],
    [
      ['Ana Ruiz', 'Executive Director, Research and Development', 'Kite Lines Ltd'],
      'Kite Lines Ltd',
      ['Research and Development'],
      'Executive Director',
    ],
    [['Ana Ruiz', 'Manager – North East', 'Kite Lines Ltd'], 'Kite Lines Ltd', [], 'Manager'],
    [
      ['Ana Ruiz', 'Concejala', 'Concejalía de Urbanismo, Vivienda y Medio Ambiente', 'Ayuntamiento de Garza'],
      'Ayuntamiento de Garza',
      ['Concejalía de Urbanismo, Vivienda y Medio Ambiente'],
      'Concejala',
    ],
    [['Ana Ruiz', 'Geologist', 'Kite Minerals Corp. (TSX-V: KITE)'], 'Kite Minerals Corp.', [], 'Geologist'],
    [['Ana Ruiz', 'Rezeptionsleiterin', 'Drachenhof', 'Familie Reiher'], 'Drachenhof', [], 'Rezeptionsleiterin'],
    [['Ana Ruiz', 'Copyeditor', 'On leave 22 December – 5 January'], null, [], 'Copyeditor'],
    [['Ana Ruiz', 'Vorsitzende - Verein »Drachen für alle«'], 'Verein »Drachen für alle«', [], 'Vorsitzende'],
    [['Ana Ruiz', 'Mon blog « Le Vent »'], null, [], null],
    [['Ana Ruiz', 'for Kite Ltd'], 'Kite Ltd', [], null],
    [['For Kite Ltd', 'Ana Ruiz'], 'Kite Ltd', [], null],
    [['Ana Ruiz', 'For Kids Ltd'], 'For Kids Ltd', [], null],
    [['Ana Ruiz', 'Familia Ruiz Vinos S.A.'], 'Familia Ruiz Vinos S.A.', [], null],
    [['Ana Ruiz', 'Department of Biology, Wren & Pym College'], 'Wren & Pym College', ['Department of Biology'], null],
    [
      ['Ana Ruiz', 'Rechtsanwältin Familienrecht, Erbrecht und Mietrecht', 'Kite Ltd'],
      'Kite Ltd',
      [],
      'Rechtsanwältin Familienrecht, Erbrecht und Mietrecht',
    ],
    [['Ana Ruiz', 'Directrice', 'Collectif « Le Vent »'], 'Collectif « Le Vent »', [], 'Directrice'],
    [['Ana Ruiz', 'HR', 'Kite Lines Ltd'], 'Kite Lines Ltd', ['HR'], null],
    [['Ana Ruiz', 'Clerk, Compliance', 'Kite Lines Ltd'], 'Kite Lines Ltd', ['Compliance'], 'Clerk'],
    [['Ana Ruiz', 'Vice President, Compliance', 'Kite Lines Ltd'], 'Kite Lines Ltd', [], 'Vice President, Compliance'],
    [['Ana Ruiz', 'Employee Relations', 'Kite Lines Ltd'], 'Kite Lines Ltd', ['Employee Relations'], null],
    [['Ana Ruiz', 'Soporte Técnico', 'Cometas SL'], 'Cometas SL', ['Soporte Técnico'], null],
    [['Ana Ruiz', 'Support Technician', 'Kite Lines Ltd'], 'Kite Lines Ltd', [], 'Support Technician'],
    [
      ['Ana Ruiz', 'Rektor', 'Drakskolan • Elevhälsa och särskilt stöd'],
      'Drakskolan',
      ['Elevhälsa och särskilt stöd'],
      'Rektor',
    ],
    [
      ['Ana Ruiz', 'Buyer', 'Unit: Risk, Safety & Recoveries', 'Kite Lines Ltd'],
      'Kite Lines Ltd',
      ['Risk, Safety & Recoveries'],
      'Buyer',
    ],
    [['Ana Ruiz', 'Full contact details at www.kite.eu/pc', 'Hill Street 3'], null, [], null],
    [['Ana Ruiz', 'Skoleleder', 'Følg os på facebook.com/drageskolen', 'Dragen A/S'], 'Dragen A/S', [], 'Skoleleder'],
    [['Fröken Ana Ruiz', 'Hill Street 3'], null, [], null],
    [['Ana Ruiz', 'Head of Contracts | Finch & Tallow Ltd'], 'Finch & Tallow Ltd', [], 'Head of Contracts'],
    [['Ana Ruiz, CTO, Wren Workshop Inc.'], 'Wren Workshop Inc.', [], 'CTO'],
    [['Ana Ruiz', 'Kite Lines Ltd / Harbour Development Staff'], 'Kite Lines Ltd', ['Harbour Development Staff'], null],
    [['Ana Ruiz', 'Technical Staff Member', 'Kite Lines Ltd'], 'Kite Lines Ltd', [], 'Technical Staff Member'],
    [
      ['Ana Ruiz', 'PhD Student', 'University of California, Davis'],
      'University of California, Davis',
      [],
      'PhD Student',
    ],
    [['Ana Ruiz', 'kite GmbH - automation of lines and reels for everybody'], 'kite GmbH', [], null],
    [['Ana Ruiz     Houston, Texas', 'Kite Lines Ltd'], 'Kite Lines Ltd', [], null],
    [['kiteWorks', 'Ana Ruiz', 'Hill Street 3'], 'kiteWorks', [], null],
    [['Ana Ruiz', 'Senior Engineer at Eastmill LLC'], 'Eastmill LLC', [], 'Senior Engineer'],
    [['Ana Ruiz', 'CEO @ Acme'], 'Acme', [], 'CEO'],
    [['Ana Ruiz', 'CEO na Latawice'], 'Latawice', [], 'CEO'],
    [['Ana Ruiz', 'Directeur bij Vlieger'], 'Vlieger', [], 'Directeur'],
    [['Ana Ruiz', 'Zakladatelka | Latawice'], 'Latawice', [], 'Zakladatelka'],
    [
      ['Ana Ruiz', 'STICHTING WREN', 'High Performance Computing'],
      'STICHTING WREN',
      ['High Performance Computing'],
      null,
    ],
    [['Ana Ruiz', 'Director Brand, APAC', 'Willowsoft Ltd'], 'Willowsoft Ltd', [], 'Director Brand, APAC'],
    [['Ana Ruiz', 'Site Engineer, North Africa', 'Kite Ltd'], 'Kite Ltd', [], 'Site Engineer, North Africa'],
    [['Ana Ruiz', 'Shift Engineer, Glazing', 'Kite Ltd'], 'Kite Ltd', ['Glazing'], 'Shift Engineer'],
    [['Ana Ruiz', 'Buyer – Imports Desk', 'KITE LINES'], 'KITE LINES', ['Imports Desk'], 'Buyer'],
    [
      ['Ana Ruiz', 'Reader in Botany, School of Botany', 'Kite Ltd'],
      'Kite Ltd',
      ['School of Botany'],
      'Reader in Botany',
    ],
    [['Ana Ruiz', 'Volunteer Manager – Trails & Maps', 'Kite Ltd'], 'Kite Ltd', ['Trails & Maps'], 'Volunteer Manager'],
    [['Ana Ruiz, M.S., CCC-SLP', 'Buyer', 'Kite Yard'], 'Kite Yard', [], 'Buyer'],
    [['Ana Ruiz', 'Vice President - UK Gas', 'Kite Ltd'], 'Kite Ltd', ['UK Gas'], 'Vice President'],
    [['Ana Ruiz', 'Division of Botany', 'Harbour College'], 'Harbour College', ['Division of Botany'], null],
    [['Ana Ruiz', 'a division of Kite Ltd'], null, [], null],
    [['Ana Ruiz  EB 3217b'], null, [], null],
    [['Ana Ruiz', '312-555-0142  Dec2001'], null, [], null],
    [['Ana Ruiz', 'PGP 2.2 key by finger'], null, [], null],
    [['Ana Ruiz', 'Knots / Networks / Reels'], null, [], null],
    [['Ana Ruiz', 'Harbour Networks'], 'Harbour Networks', [], null],
    [
      ['Ana Ruiz', 'Harbour Networks', 'Wren University of Technology'],
      'Wren University of Technology',
      ['Harbour Networks'],
      null,
    ],
    [['Ana Ruiz', 'Wren Institute', 'of Kite Studies', 'Hill Street 3'], 'Wren Institute of Kite Studies', [], null],
    [['Ana Ruiz, Ph.D. Comp Sci,', 'Buyer', 'Kite Yard'], 'Kite Yard', [], 'Buyer'],
    [['Ana Ruiz', 'Finch &  Co'], 'Finch &  Co', [], null],
    [['Ana Ruiz', 'Bank of', 'Wren'], 'Bank of Wren', [], null],
    [['Ana Ruiz', 'University of', 'Wren'], 'University of Wren', [], null],
    [
      ['Ana Ruiz', 'Fachhochschule für Technik und', 'Wirtschaft Kranichstadt'],
      'Fachhochschule für Technik und Wirtschaft Kranichstadt',
      [],
      null,
    ],
    [['Ana Ruiz', 'Kranich GmbH', 'für Ihre Drachen'], 'Kranich GmbH', [], null],
    [['Ana Ruiz', 'Kraanvogel Bank', 'voor Nederland'], 'Kraanvogel Bank', [], null],
    [['Ana Ruiz', 'Life is Good Ltd'], 'Life is Good Ltd', [], null],
    [['Ana Ruiz', "Chief Marketing Officer, Don't Panic Ltd"], "Don't Panic Ltd", [], 'Chief Marketing Officer'],
    [['Ana Ruiz', 'Heron Museum', 'Wren University Alumni Association'], 'Heron Museum', [], null],
    [['Ana Ruiz', 'Partner', 'Heron, Finch, Tern, and Kranich'], 'Heron, Finch, Tern, and Kranich', [], 'Partner'],
    [['Ana Ruiz', 'Buyer', 'Then and Now'], 'Then and Now', [], 'Buyer'],
    [['Ana Ruiz', 'Sys Admin @ KITES'], 'KITES', [], 'Sys Admin'],
    [['Ana Ruiz', 'Kite Support Staff', 'Harbour College'], 'Harbour College', [], 'Kite Support Staff'],
    [['Ana Ruiz -=- Buyer -=- Kite Ltd -=- 312-555-0142'], 'Kite Ltd', [], 'Buyer'],
    [
      ['Ana Ruiz', 'School of Law, Politics and Sociology, Harbour College'],
      'Harbour College',
      ['School of Law, Politics and Sociology'],
      null,
    ],
    [
      ['Ana Ruiz', 'Buyer', 'Royal College of Rigging, Knots, and Reels'],
      'Royal College of Rigging, Knots, and Reels',
      [],
      'Buyer',
    ],
    [['Ana Ruiz', 'Director of Sales, Finch and Tallow'], 'Finch and Tallow', [], 'Director of Sales'],
    [['Ana Ruiz', 'Office for Research (AD 218)', 'Harbour College'], 'Harbour College', ['Office for Research'], null],
    [['Ana Ruiz', 'Flying kites as a way of life and research', 'Harbour College'], 'Harbour College', [], null],
    [['Ana Ruiz', 'Paper mail:     Harbour College'], 'Harbour College', [], null],
    [['Ana Ruiz', 'Kite Yard', 'Bank: Harbour Bank'], 'Kite Yard', [], null],
    [['Ana Ruiz', 'Book time with me', 'Kite Yard'], 'Kite Yard', [], 'Book time with me'],
    [['Ana Ruiz', 'Buyer | Cédula n.º 7714', 'Kite Ltd'], 'Kite Ltd', [], 'Buyer'],
    [
      ['Ana Ruiz – Senior Buyer of Kites for the North – Botanical University of the Old Harbour and its Islands'],
      'Botanical University of the Old Harbour and its Islands',
      [],
      'Senior Buyer of Kites for the North',
    ],
    [['Ana Ruiz', 'Buyer (she/her)', 'Kite Ltd'], 'Kite Ltd', [], 'Buyer'],
    [['Ana Ruiz', 'Claims', 'Kite Yard'], 'Kite Yard', ['Claims'], null],
    [['Ana Ruiz', 'VP, Grid Planning', 'Kite Ltd'], 'Kite Ltd', [], 'VP, Grid Planning'],
    [['Ana Ruiz', 'Buyer, Legal Services'], null, [], 'Buyer, Legal Services'],
    [['Ana Ruiz', 'for and on behalf of Wren, Kite & Line LLP'], 'Wren, Kite & Line LLP', [], null],
    [['Ana Ruiz', 'History, Redwood University'], 'Redwood University', ['History'], null],
    [['Ana Ruiz', 'Kite and Line'], 'Kite and Line', [], null],
    [['Ana Ruiz', 'Guest Services', 'Harbour College'], 'Harbour College', ['Guest Services'], null],
    [['Ana Ruiz', 'Meridian'], 'Meridian', [], null],
    [['Company: Lantern', 'Title: Keeper', 'Name: Ana Ruiz'], 'Lantern', [], 'Keeper'],
  ])('%j', (lines, org, units, title) => expect(read(lines)).toEqual([org, units, title]));
});

describe('Japanese', () => {
  const from = '青柳 美咲 <aoyagi@hoshizora.example.jp>';
  test.each([
    [['株式会社星空印刷　営業部 第二課', '課長　青柳 美咲'], '株式会社星空印刷', ['営業部', '第二課'], '課長'],
    [['星空印刷(株)', '青柳 美咲'], '星空印刷(株)', [], null],
    [['株式会社 星空', '青柳 美咲'], '株式会社 星空', [], null],
    [['株式会社星空', '品質保証G', '青柳 美咲'], '株式会社星空', ['品質保証G'], null],
    [['営業部　青柳 美咲', '星空印刷合同会社'], '星空印刷合同会社', ['営業部'], null],
    [['青柳 美咲', '資材購買課長', '株式会社星空'], '株式会社星空', [], '資材購買課長'],
    [['はまかぜ工科大学 応用物理学専攻', '准教授 青柳 美咲'], 'はまかぜ工科大学', ['応用物理学専攻'], '准教授'],
    [['取締役CFO　青柳 美咲', '株式会社星空'], '株式会社星空', [], '取締役CFO'],
    [['甘味処 ことり庵　店主 青柳 美咲'], '甘味処 ことり庵', [], '店主'],
    [['甘味処 ことり庵　星守 青柳 美咲'], '甘味処 ことり庵', [], null],
    [
      ['星空印刷(株) 営業部', '青柳 美咲', 'Sales Department', 'Hoshizora Printing Co., Ltd.'],
      '星空印刷(株)',
      ['営業部'],
      null,
    ],
    [['会社名：星空', '所属先：営業部 第二課', '氏名：青柳 美咲'], '星空', ['営業部 第二課'], null],
    [['担当者：管理責任者 青柳 美咲', '株式会社星空'], '株式会社星空', [], '管理責任者'],
    [['担当：青柳 美咲 　英語・韓国語対応', '株式会社星空'], '株式会社星空', [], null],
    [['代表　青柳 美咲', 'ほしぞら工房'], 'ほしぞら工房', [], '代表'],
    [['星空市 総務部 文書課', '主査　青柳 美咲'], '星空市', ['総務部', '文書課'], '主査'],
    [['星空大学', '大学院工学研究科教授　青柳 美咲'], '星空大学', ['大学院工学研究科'], '教授'],
    [['会社名：星空', '部署：広報', '青柳 美咲'], '星空', ['広報'], null],
    [['株式会社星空', '営業部', '星守　青柳 美咲'], '株式会社星空', ['営業部'], '星守'],
    [['青柳 美咲', '株式会社星空', '営業部　星守'], '株式会社星空', ['営業部'], '星守'],
  ])('%j', (lines, org, units, title) => expect(read(lines, from)).toEqual([org, units, title]));
});

describe('other languages', () => {
  test.each([
    [
      ['Ana Ruiz', 'Leiterin Vertrieb', 'Nordlicht Optik GmbH & Co. KG'],
      'Nordlicht Optik GmbH & Co. KG',
      [],
      'Leiterin Vertrieb',
    ],
    [
      ['Ana Ruiz', 'Laborleiterin', 'Abteilung Optik', 'Lichtlabor e. V.'],
      'Lichtlabor e. V.',
      ['Abteilung Optik'],
      'Laborleiterin',
    ],
    [['Ana Ruiz', 'Cheffe de produit', 'SARL Menuiserie du Val'], 'SARL Menuiserie du Val', [], 'Cheffe de produit'],
    [
      ['Ana Ruiz', 'Gerente de Calidad', 'Colibrí Datos, S.A. de C.V.'],
      'Colibrí Datos, S.A. de C.V.',
      [],
      'Gerente de Calidad',
    ],
    [['Ana Ruiz', 'Responsabile Qualità', 'Vela Bianca S.p.A.'], 'Vela Bianca S.p.A.', [], 'Responsabile Qualità'],
    [['Ana Ruiz', 'Gerente Financeiro', 'Tintas Aroeira Ltda'], 'Tintas Aroeira Ltda', [], 'Gerente Financeiro'],
    [['Ana Ruiz', 'Adviseur', 'Bureau Duin B.V.'], 'Bureau Duin B.V.', [], 'Adviseur'],
    [['Ana Ruiz', 'Projektledare, Norrsken El AB'], 'Norrsken El AB', [], 'Projektledare'],
    [
      ['Ana Ruiz', 'Kierownik Działu Sprzedaży', 'Lipowa Sp. z o.o.'],
      'Lipowa Sp. z o.o.',
      [],
      'Kierownik Działu Sprzedaży',
    ],
    [['Ana Ruiz', 'vedoucí prodeje', 'Papírna, s.r.o.'], 'Papírna, s.r.o.', [], 'vedoucí prodeje'],
  ])('%j', (lines, org, units, title) => expect(read(lines)).toEqual([org, units, title]));

  test('Chinese and Korean', () => {
    expect(read(['温岚 产品经理', '市场部 | 青山科技有限公司'], '温岚 <wen@example.cn>')).toEqual([
      '青山科技有限公司',
      ['市场部'],
      '产品经理',
    ]);
    expect(read(['서하늘 과장', '영업지원팀', '(주)별빛소프트'], '서하늘 <seo@example.kr>')).toEqual([
      '(주)별빛소프트',
      ['영업지원팀'],
      '과장',
    ]);
    expect(read(['푸른고등학교 드림'], '푸른고등학교 정보부 서하늘 <seo@example.kr>')).toEqual([
      '푸른고등학교',
      ['정보부'],
      null,
    ]);
  });
});

describe('inferred', () => {
  test('the company whose web site is given', () => {
    const text = 'Hi,\n\nRegards\n-- \nAna Ruiz | http://www.kiteworks.example\nKiteworks\nKite Laboratory';
    const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@ruiz.example>' }, text, html: null });
    expect(contact?.org?.value).toEqual({ name: 'Kiteworks', units: ['Kite Laboratory'] });
  });

  test('the company before the title, as the domain has it', () =>
    expect(read(['Ana Ruiz', 'Bright Kites Sales Manager'], 'Ana Ruiz <ana@brightkites.example>')).toEqual([
      'Bright Kites',
      [],
      'Sales Manager',
    ]));

  const org = (lines: string[], from: string) => {
    const sheet = signed(lines, { from });
    const { found, rest } = readName(sheet);
    return readOccupation({ ...sheet, lines: rest, found }).found.org;
  };
  test('the company a display name adds', () =>
    expect(org(['James Bond'], '"James Bond (ACME)" <jb@example.com>')).toMatchObject({
      value: { name: 'ACME' },
      basis: 'inferred',
    }));
  test('the unit a display name adds to a company that is signed', () =>
    expect(org(['Harbour College'], 'Seção de Compras - Ana Ruiz <compras@example.com>')?.value).toEqual({
      name: 'Harbour College',
      units: ['Seção de Compras'],
    }));
  test('but no domain: it is no name, and whoever saves the card sees the address beside it', () =>
    expect(org(['Ana Ruiz', 'Buyer'], 'Ana Ruiz <ana@iana.org>')).toBeUndefined());
});

describe('what no table knows, by its place', () => {
  test.each([
    [['Ana Ruiz', 'lampmaker', 'Glimmer House', '12 High Street'], 'Glimmer House', [], 'lampmaker'],
    [['Ana Ruiz', 'Buyer', 'Wooden Toys', 'GLIMMERHOUSE'], 'GLIMMERHOUSE', ['Wooden Toys'], 'Buyer'],
    [['Ana Ruiz', 'Buyer', 'Paint | Print | Wood'], null, [], 'Buyer'],
    [['Ana Ruiz', 'Canmore, AB'], null, [], null],
    [['Ana Ruiz', 'Rook Mail v2.1'], null, [], null],
    [['Ana Ruiz', 'Since 1889', 'Buyer'], null, [], 'Buyer'],
    [['Ana Ruiz | Planning | Glimmer Ltd'], 'Glimmer Ltd', ['Planning'], null],
    [['Ana Ruiz | Weaver | Glimmer Ltd'], 'Glimmer Ltd', [], 'Weaver'],
    [['Ana Ruiz', 'Buyer', 'Old maps wanted everywhere'], null, [], 'Buyer'],
    [['Ana Ruiz', 'Buyer', 'Glimmer.com - weave . spin . learn'], 'Glimmer.com', [], 'Buyer'],
    [
      ['Ana Ruiz', 'Cellar Lead', 'Packaging & Cellar', 'Tamarind Ltd'],
      'Tamarind Ltd',
      ['Packaging & Cellar'],
      'Cellar Lead',
    ],
    [
      ['Ana Ruiz', 'Stadt Drachenau', 'Fachbereich Bau', 'Baubehörde'],
      'Stadt Drachenau',
      ['Fachbereich Bau', 'Baubehörde'],
      null,
    ],
    [
      ['Ana Ruiz', 'Commercial Banking Group', 'Lagoon Bank Plc'],
      'Lagoon Bank Plc',
      ['Commercial Banking Group'],
      null,
    ],
    [['Ana Ruiz', 'Asset Planner | Water Networks', 'Kite Ltd'], 'Kite Ltd', ['Water Networks'], 'Asset Planner'],
    [['Ana Ruiz', 'Buyer', 'Lagoon Group'], 'Lagoon Group', [], 'Buyer'],
    [['Ana Ruiz', 'Sales Unit', 'Lagoon Ltd', 'Sales Unit (SU2)'], 'Lagoon Ltd', ['Sales Unit'], null],
  ])('%j', (lines, org, units, title) => expect(read(lines)).toEqual([org, units, title]));
});

describe('lines that say it twice, or add something', () => {
  test.each([
    [['Ana Ruiz', 'Représentante de la société Kite'], 'Kite', [], 'Représentante'],
    [['Ana Ruiz', 'Vertreterin der Firma Drachenhof'], 'Drachenhof', [], 'Vertreterin'],
    [['Ana Ruiz', 'Engineer, Lines Unit / Reels team'], '', ['Lines Unit', 'Reels team'], 'Engineer'],
    [['Web Developer — Cork'], null, [], 'Web Developer'],
    [['Ana Ruiz', 'Sprzedaż B2B · Latawce Olmo · hurt'], 'Latawce Olmo', ['Sprzedaż B2B'], null],
    [['Ana Ruiz', 'Mrs Paula Finch'], null, [], null],
    [['Aquilone Serramenti di Ruiz Ana', 'Via Garza 3'], 'Aquilone Serramenti', [], null],
    [['Ana Ruiz', 'Ufficio Tecnico del Comune di Garza'], 'Comune di Garza', ['Ufficio Tecnico'], null],
    [
      ['Ana Ruiz', 'Department of Botany of the University of Wren'],
      'University of Wren',
      ['Department of Botany'],
      null,
    ],
    [['Ana Ruiz', 'Rúnaí / Secretary', 'Kite Ltd'], 'Kite Ltd', [], 'Rúnaí'],
    [['Ana Ruiz', '(she/her) Co-founder & CEO', 'Kite Ltd'], 'Kite Ltd', [], 'Co-founder & CEO'],
    [['Ana Ruiz', 'Office of the Dean', 'Redwood University'], 'Redwood University', ['Office of the Dean'], null],
    [['Ana Ruiz', 'Cat herder, Wren Systems Ltd'], 'Wren Systems Ltd', [], 'Cat herder'],
    [['Ana Ruiz', 'Buyer', 'Wren Ltd', 'A member of the Lark Group'], 'Wren Ltd', [], 'Buyer'],
    [['Ana Ruiz', 'Krause & Partner'], 'Krause & Partner', [], null],
    [['Ana Ruiz', 'Arce, Polo y Asociados'], 'Arce, Polo y Asociados', [], null],
    [['Ana Ruiz / Manager / Wren Yard / Cork'], 'Wren Yard', [], 'Manager'],
    [['Ana Ruiz', 'Wren Tax & Books', 'Ogden, Utah'], 'Wren Tax & Books', [], null],
    [['Ana Ruiz', 'Buyer', 'WR4021'], null, [], 'Buyer'],
    [['Ana Ruiz', 'Buyer', '"It is not a bug. All right,  this one is."'], null, [], 'Buyer'],
    [['Ana Ruiz', 'Buyer', 'WRC', 'Wren River Consulting GmbH'], 'Wren River Consulting GmbH', [], 'Buyer'],
    [['Ana Ruiz', 'Grupo de Recursos', 'Instituto de Mares'], 'Instituto de Mares', ['Grupo de Recursos'], null],
    [['Ana Ruiz', 'Buyer', 'Kite Ltd (and yes, we fly them)'], 'Kite Ltd', [], 'Buyer'],
    [['Ana Ruiz', 'Kite Pipeline Company', 'Gas Control'], 'Kite Pipeline Company', ['Gas Control'], null],
    [['Ana Ruiz', 'M/s. Kite Valves Pvt. Ltd.'], 'Kite Valves Pvt. Ltd.', [], null],
    [['Ana Ruiz', 'Service Contracts Co-ordinator', 'Kite Ltd'], 'Kite Ltd', [], 'Service Contracts Co-ordinator'],
    [['Ana Ruiz, MD, DM (Cardiology)', 'Consultant', 'Kite Heart Institute'], 'Kite Heart Institute', [], 'Consultant'],
    [
      ['Ana Ruiz', 'Solutions Engineer, Mid-Market West @ Kiteloop'],
      'Kiteloop',
      [],
      'Solutions Engineer, Mid-Market West',
    ],
    [['Ana Ruiz', 'Einkauf', 'Die Brücke GmbH'], 'Die Brücke GmbH', ['Einkauf'], null],
    [['Ana Ruiz', 'Stadt Kranich', 'Der Bürgermeister', 'Amt für Planung'], 'Stadt Kranich', ['Amt für Planung'], null],
    [['Ana Ruiz ▪ Buyer ▪ Sales Desk ▪ Kite Ltd ▪ 312-555-0142'], 'Kite Ltd', ['Sales Desk'], 'Buyer'],
    [['Ana Ruiz', 'Sales Desk\tKite Ltd'], 'Kite Ltd', ['Sales Desk'], null],
    [['Ana Ruiz, CCM ........ Buyer', 'Kite Ltd'], 'Kite Ltd', [], 'Buyer'],
    [['Name....: Ana Ruiz', 'Desig...: Buyer', 'Company.: Kite Ltd'], 'Kite Ltd', [], 'Buyer'],
    [['Ana Ruiz', 'Buyer', 'Kite Civils (Pty) Ltd . CIDB 8CE'], 'Kite Civils (Pty) Ltd', [], 'Buyer'],
    [['Ana Ruiz', 'Buyer - Office of the Chairman', 'Kite Ltd'], 'Kite Ltd', ['Office of the Chairman'], 'Buyer'],
    [
      ['Ana Ruiz', 'School of Earth, Atmospheric and Life Sciences', 'Kite University'],
      'Kite University',
      ['School of Earth, Atmospheric and Life Sciences'],
      null,
    ],
    [
      ['Pour le Maire et par délégation,', 'Ana Ruiz', 'Instructrice', 'Mairie de Garce'],
      'Mairie de Garce',
      [],
      'Instructrice',
    ],
    [
      ['Ana Ruiz', 'Buyer', 'HOSHIZORA BOEKI KAISHA, LTD. （星空貿易株式会社）'],
      'HOSHIZORA BOEKI KAISHA, LTD.',
      [],
      'Buyer',
    ],
    [['■社　名：星空電装', '■部　署：調達部', '■氏　名：Ana Ruiz'], '星空電装', ['調達部'], null],
    [['FONCTION  : Buyer', 'SOCIETE   : Wren', 'NOM       : Ana Ruiz'], 'Wren', [], 'Buyer'],
  ])('%j', (lines, org, units, title) => expect(read(lines)).toEqual([org, units, title]));
});

describe('what is nobody’s occupation', () => {
  test.each([
    [
      'a first name above the whole one',
      ['Andy', '', 'Andrew Linley', 'Tel: 312-555-0142'],
      'Andrew Linley <andy@example.com>',
    ],
    ['when somebody is reached', ['Andrew Linley', 'Sprechstunde nach Vereinbarung'], 'Andrew Linley <al@example.com>'],
    ['a cry', ['Andrew Linley', 'Communication with success!'], 'Andrew Linley <al@example.com>'],
    ['a link to what the law wants', ['Andrew Linley', 'Datenschutzerklärung'], 'Andrew Linley <al@example.com>'],
    ['a degree with its school', ['Dipl.-Ing. (FH) Andrew Linley', 'Hill Street 3'], 'Andrew Linley <al@example.com>'],
    ['the call sign of a radio amateur', ['Andrew Linley', '', 'KB8TGR'], 'Andrew Linley <al@example.com>'],
    ['a handle of a registry', ['Andrew Linley', 'AL26-RIPE'], 'Andrew Linley <al@example.com>'],
    ['a town and its country', ['Andrew Linley', 'Wuerzburg/Germany'], 'Andrew Linley <al@example.com>'],
    ['a street in the south-east', ['Andrew Linley', '3550 Harbour Ave SE'], 'Andrew Linley <al@example.com>'],
    ['pages of a site', ['Andrew Linley', 'Knowledge Base | Support | Careers'], 'Andrew Linley <al@example.com>'],
    ['where in a house', ['Andrew Linley', '204 Wren Service Center'], 'Andrew Linley <al@example.com>'],
    ['a pair of feet', ['ooO      Ooo', 'Andrew Linley', 'Tel: 312-555-0142'], 'Andrew Linley <al@example.com>'],
  ])('%s', (_, lines, from) => expect(read(lines, from)).toEqual([null, [], null]));
});

describe('of several companies', () => {
  test('the picture that has the name of the domain, though a word of units is in it', () =>
    expect(read(['Ana Ruiz', 'Buyer', '[Wren Hills Payroll]'], 'Ana Ruiz <ana@wrenhills.example.com>')).toEqual([
      'Wren Hills Payroll',
      [],
      'Buyer',
    ]));
  test('nor what a picture says of it', () =>
    expect(
      read(['Ana Ruiz', 'Gerente', '[Rota Garça]', 'Rota Garça e Logística Ltda.'], 'Ana Ruiz <ana@rotagarca.example>'),
    ).toEqual(['Rota Garça e Logística Ltda.', [], 'Gerente']));
  test('not the initials behind it', () =>
    expect(read(['Ana Ruiz', 'Universidade Federal da Garça - UFGA'], 'Ana Ruiz <ana@ufga.example>')[0]).toBe(
      'Universidade Federal da Garça',
    ));
  test('the one like the sender’s domain', () =>
    expect(
      read(['Ana Ruiz', 'Clinic for Surgery', 'Hospital Sankt Kite'], 'Ana Ruiz <ana@sanktkite.example>').slice(0, 1),
    ).toEqual(['Hospital Sankt Kite']));
  test('and before one without a form, whose word may as well be a trade', () =>
    expect(
      read(['Ana Ruiz', 'Kite & Line', 'Chartered Surveyors'], 'Ana Ruiz <ana@kiteandline.example>').slice(0, 1),
    ).toEqual(['Kite & Line']));
});

describe('a noun that stands first in Romance languages decides', () => {
  test.each([
    [['Ana Ruiz', 'Dermatóloga', 'Centro Médico Turia'], 'Centro Médico Turia'],
    [['Ana Ruiz', 'Director of Clinical Research', 'Kite Ltd'], 'Kite Ltd'],
    [['Ana Ruiz', 'Secretaria', 'Dirección de Obras', 'Instituto Médico del Mar'], 'Instituto Médico del Mar'],
    [['Ana Ruiz', 'Subdirección de Redes', 'Instituto Médico del Mar'], 'Instituto Médico del Mar'],
    [['Ana Ruiz', 'Groupement Est', 'SDIS du Lac'], 'SDIS du Lac'],
    [['Ana Ruiz', 'Rettrice', 'Via Roma snc', 'Università di Kite'], 'Università di Kite'],
  ])('%j', (lines, org) => expect(read(lines)[0]).toBe(org));
});

test.each([
  [['Ana Ruiz', 'Referat 34 – Kanäle', 'Landesamt Nord'], ['Referat 34 – Kanäle']],
  [['Ana Ruiz', 'Service Mobilités (LAM, UMR 12)', 'Université du Val'], ['Service Mobilités (LAM, UMR 12)']],
])('a unit keeps its number, its subject and its brackets: %j', (lines, units) =>
  expect(read(lines)[1]).toEqual(units),
);

test('the part of a university that its communications are is a unit of the one like the domain', () =>
  expect(read(['Ana Ruiz', 'Kite State | University Communications'], 'Ana Ruiz <ana@kitestate.example.edu>')).toEqual([
    'Kite State',
    ['University Communications'],
    null,
  ]));

test('a company may have a backslash', () =>
  expect(read(['Ana Ruiz', 'KITE\\Japan'], 'Ana Ruiz <ana@kite-japan.example>')[0]).toBe('KITE\\Japan'));

test('the noun before `de` decides what a line names', () =>
  expect(read(['Ana Ruiz', 'Maestrina de Gabinete', '3ª Vara Cível', 'Tribunal do Norte'])).toEqual([
    'Tribunal do Norte',
    ['3ª Vara Cível'],
    'Maestrina de Gabinete',
  ]));

test.each([
  '"Less is more"',
  'There is no place like home, she said',
  'My opinions are my own and not those of anybody else.',
  'she/her',
  'PGP: 5508 B563 6791',
  endless('Manager '),
  endless('部'),
])('no occupation in %.50s', (line) => expect(read(['Ana Ruiz', line])).toEqual([null, [], null]));

describe('a field of work between name and company is a unit, what a person is a title', () => {
  test.each([
    ['Kampagnen & Spenden', 'unit'],
    ['Wind Forecasting', 'unit'],
    ['Programação de Voos', 'unit'],
    ['Operaciones', 'unit'],
    ['Outdoor Programmes', 'unit'],
    ['Vent Inspection & Control', 'unit'],
    ['Kite Safety', 'unit'],
    ['Formation continue', 'unit'],
    ['Privatkunden', 'unit'],
    ['Assistência Técnica', 'unit'],
    ['R&D', 'unit'],
    ['I+D', 'unit'],
    ['Sekretariat', 'unit'],
    ['Recepción', 'unit'],
    ['Harbour Police Department', 'unit'],
    ['Co-Chairs of Trustees', 'title'],
    ['Safety Instructor', 'title'],
    ['Cat herder', 'title'],
    ['Flieger & Bastler', 'title'],
    ['Drachenflieger für Orientierung', 'title'],
  ])('%s', (line, kind) =>
    expect(read(['Ana Ruiz', line, 'Kite Ltd'])).toEqual([
      'Kite Ltd',
      ...(kind === 'unit' ? [[line], null] : [[], line]),
    ]),
  );
});

test.each([
  ['Ana Ruiz <ana@muellerlampen.example>', 'Müller Lampen'],
  ['Ana Ruiz <ana@sonnenwiese.example>', 'Gut Sonnenwiese'],
])('%s writes for what the domain spells or ends in', (from, company) =>
  expect(read(['Ana Ruiz', 'Drachenbau', company, 'Am Hang'], from)[0]).toBe(company),
);

describe('in Japanese, Chinese and Korean signatures', () => {
  const from = '青柳 美咲 <aoyagi@hoshizora.example.jp>';
  test('the company stands above its units, which are none without it', () => {
    expect(read(['星空堂', '営業部 第二課', '青柳 美咲'], from)).toEqual(['星空堂', ['営業部', '第二課'], null]);
    expect(read(['営業部 第二課', '青柳 美咲'], from)).toEqual(['', ['営業部', '第二課'], null]);
  });
  test('a noun that may be a body is a unit between the company and the name; with a name before it, it is the company’s own', () => {
    expect(read(['株式会社星空', '研究所', '青柳 美咲'], '青柳 美咲 <a@x.example>')).toEqual([
      '株式会社星空',
      ['研究所'],
      null,
    ]);
    expect(read(['星空町役場', '都市計画課', '青柳 美咲'], '青柳 美咲 <a@x.example>')[1]).toEqual(['都市計画課']);
    expect(read(['株式会社　大星組　　建築部', '青柳 美咲'], '青柳 美咲 <a@x.example>').slice(0, 2)).toEqual([
      '株式会社　大星組',
      ['建築部'],
    ]);
    expect(
      read(['海星グループ', '株式会社海星物流', '配車課・担当', '青柳 美咲'], '青柳 美咲 <a@x.example>')[1],
    ).toEqual(['配車課']);
    expect(read(['弁護士法人 星空法律事務所（東京弁護士会所属）', '青柳 美咲'], '青柳 美咲 <a@x.example>')[0]).toBe(
      '弁護士法人 星空法律事務所',
    );
    expect(read(['医療法人社団 星空会', '星空台クリニック', '青柳 美咲'], '青柳 美咲 <a@x.example>')[1]).toEqual([]);
  });
  test('a brand before the company is neither title nor unit', () =>
    expect(read(['ホシゾラ / 株式会社星空', '青柳 美咲'], from)).toEqual(['株式会社星空', [], null]));
  test('a deputy’s title ends with the unit', () =>
    expect(read(['푸른길연구소', '林浩', '医务科副科长'], '林浩 <lin@example.cn>').slice(1)).toEqual([
      ['医务科'],
      '副科长',
    ]));
  test('a Latin word before a title is the unit', () =>
    expect(read(['서하늘', 'Pureun Labs', 'Product 팀장'], '서하늘 <seo@example.kr>')).toEqual([
      'Pureun Labs',
      ['Product'],
      '팀장',
    ]));
  test('what stands before a unit is a part of it', () =>
    expect(read(['星空新聞社', '縮刷版 販売事務局　青柳 美咲'], from)).toEqual([
      '星空新聞社',
      ['縮刷版 販売事務局'],
      null,
    ]));
  test('the company without its legal form is no title', () =>
    expect(read(['ほしぞら　営業部　青柳 美咲', '株式会社ほしぞら'], from)).toEqual([
      '株式会社ほしぞら',
      ['営業部'],
      null,
    ]));
  test('an account of a messenger and hours are no company', () =>
    expect(read(['ほし工房　青柳 美咲', 'LINE：hoshi.zora', '定休：土日・祝日'], from)).toEqual([
      'ほし工房',
      [],
      null,
    ]));
  test.each([
    [['星空建工', '事務所TEL 0770-55-0142', 'aoyagi@kite.example'], '星空建工'],
    [['■店舗情報', 'BAR 白鳥', '', 'TEL 0770-55-0142', 'FAX 0770-55-0143'], 'BAR 白鳥'],
    [['青柳', 'TEL 0770-55-0142'], null],
    [['별제다(TEL: 055-555-0142)', '대표자: 青柳 美咲'], '별제다'],
  ])('%j, at whose head the firm stands', (lines, org) => {
    const { contact } = extractContact({
      headers: { from: '青柳 美咲 <aoyagi@kite.example>' },
      text: `お世話になります。\n\n${lines.join('\n')}`,
      html: null,
    });
    expect(contact?.org?.value.name ?? null).toBe(org);
  });
  test('the name in Latin letters is no unit', () =>
    expect(read(['課長', '青柳 美咲  Aoyagi Misaki', '株式会社 星空'], from)).toEqual(['株式会社 星空', [], '課長']));
});

test('what stands right before a value that is taken is its label', () => {
  const from = '서하늘 <seo@pureun.example.kr>';
  const text = '안녕하세요.\n\n서하늘 팀장\n푸른길(주)\n진료실 042-555-0138\n손전화 010-5555-0138';
  const { contact } = extractContact({ headers: { from }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: '푸른길(주)', units: [] });
});

test('the end of a number, and what it is, are no company', () => {
  const text = '-- \nAna Ruiz\nOwner,  Kite Security\n(312) 555-0142 Voice, -0143 FAX';
  expect(
    extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null }).contact?.org?.value,
  ).toEqual({ name: 'Kite Security', units: [] });
});

test.each([
  [
    ['Ana Ruiz', 'Wren Workshop Ltd', 'Kite Design, Sewing, Embedded Systems'],
    ['Wren Workshop Ltd', [], null],
  ],
  [
    ['Ana Ruiz', 'WTH / Heron Observatory', 'University of Wrenland'],
    ['University of Wrenland', ['Heron Observatory'], null],
  ],
  [
    ['Your kite manager,', 'Ana Ruiz', 'Wren Workshop Ltd'],
    ['Wren Workshop Ltd', [], 'kite manager'],
  ],
  [
    [
      'Ana Ruiz',
      'Wren Workshop Ltd',
      'https://kite.example/   Kites',
      'https://kite.example/d/   Developer Central',
      'https://kite.example/w/   Wind',
    ],
    ['Wren Workshop Ltd', [], null],
  ],
  [
    ['Ana Ruiz', 'Flying beyond the Western Edge', 'Wren Workshop'],
    ['Wren Workshop', [], null],
  ],
])('activities, initials, links and slogans are neither unit nor title: %j', (lines, found) => {
  const contact = extractContact({
    headers: { from: 'Ana Ruiz <ana@example.com>' },
    text: `-- \n${lines.join('\n')}`,
    html: null,
  }).contact;
  expect([contact?.org?.value.name, contact?.org?.value.units, contact?.title?.value ?? null]).toEqual(found);
});

test('what stands between asterisks beside the card is of no firm', () => {
  const text = [
    '--',
    'Ana Ruiz                       *********************',
    '                               *   Kites fly with   *',
    'Heron Mountain Wind System     *       Hands        *',
    '12 Hill Street, Suite 9        *********************',
    'Chicago, IL 60606',
  ].join('\n');
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: 'Heron Mountain Wind System', units: [] });
});

test('initials that the domain has are the company, the unit what stands behind them', () =>
  expect(read(['Ana Ruiz', 'WREN Department of Kites'], 'Ana Ruiz <ana@kites.wren.example>')).toEqual([
    'WREN',
    ['Department of Kites'],
    null,
  ]));

test('a label of several words is no company when its value is taken', () => {
  const text = 'Hi,\n\nRegards,\nAna Ruiz\nConsultant\nNumber of my superior: 0113 496 0142';
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect(contact?.org).toBeUndefined();
});

test('nor is one with a word for a unit', () => {
  const text =
    'Hi,\n\nRegards,\nAna Ruiz\nBuyer | Kite Ltd | ana@example.com Support Phone Number: https://kite.example/help';
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: 'Kite Ltd', units: [] });
});

test.each([
  ['青木 遥 <aoki@example.jp>', ['青木 遥（あおき はるか）', '青木遥設計事務所'], '青木遥設計事務所'],
  ['Ana Ruiz <ana@example.com>', ['Ana Ruiz', 'Ana Ruiz Software'], 'Ana Ruiz Software'],
])('%s keeps the name in that of the company', (from, lines, company) => {
  const text = ['Hi,', '', '-- ', ...lines, '0113 496 0142'].join('\n');
  expect(extractContact({ headers: { from }, text, html: null }).contact?.org?.value.name).toBe(company);
});

test('a unit below the address is another office', () => {
  const text = 'Hi,\n\nAna Ruiz\nKite Ltd\n12 Hill Street, London SW1A 1AA\nLeeds Branch\nTel. 0113 496 0142';
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: 'Kite Ltd', units: [] });
});

test('what stands between an authority and its address is the unit', () => {
  const text = 'Hallo,\n\nAna Ruiz\nLandesamt für Lufträume\nDrachen und Windräder\nReiherweg 3\n24103 Kiel';
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: 'Landesamt für Lufträume', units: ['Drachen und Windräder'] });
});

test('but a section is no other office', () => {
  const text =
    'お世話になります。\n\n青柳 美咲\n株式会社星空\n埼玉県星野市1-2-3\nTEL 048-555-0142\n［設備課］\nTEL 048-555-0143';
  const { contact } = extractContact({ headers: { from: '青柳 美咲 <aoyagi@example.jp>' }, text, html: null });
  expect(contact?.org?.value).toEqual({ name: '株式会社星空', units: ['設備課'] });
});

test.each([
  ['Kite Ltd (formerly Wren Ltd)', 'Kite Ltd'],
  ['星空株式会社（旧 星原商店）', '星空株式会社'],
])('the company’s name of today: %s', (line, company) => expect(read(['Ana Ruiz', 'Buyer', line])[0]).toBe(company));

describe('one name in two pieces', () => {
  test.each<[string[], string, string, string[]]>([
    [['Ana Ruiz', 'Kranich Lüftungsbau', 'GmbH & Co. KG'], 'ana@kite.example', 'Kranich Lüftungsbau GmbH & Co. KG', []],
    [
      ['Ana Ruiz', 'Latawiec - Centrum terapii i rozwoju'],
      'ana@latawiec.example',
      'Latawiec - Centrum terapii i rozwoju',
      [],
    ],
    [
      ['Ana Ruiz', 'Drachen - Centrum terapii i rozwoju'],
      'ana@drachen.onmicrosoft.com',
      'Drachen - Centrum terapii i rozwoju',
      [],
    ],
    [['Ana Ruiz', 'GZK - Garza Zentrum für Kites'], 'ana@example.com', 'GZK - Garza Zentrum für Kites', []],
    [['Ana Ruiz', 'Presidente de Garza Norte SL'], 'ana@kite.example', 'Garza Norte SL', []],
    [
      ['Ana Ruiz', 'Area Tecnica - Servizio Edilizia', 'Comune di Garza'],
      'ana@kite.example',
      'Comune di Garza',
      ['Area Tecnica', 'Servizio Edilizia'],
    ],
    [
      ['Ana Ruiz', 'Manager, Kite Repair Team', 'Anti-Litter League'],
      'ana@kite.example',
      'Anti-Litter League',
      ['Kite Repair Team'],
    ],
    [
      ['Ana Ruiz', 'Director, Southwest Region', 'Anti-Litter League'],
      'ana@kite.example',
      'Anti-Litter League',
      ['Southwest Region'],
    ],
  ])('%j of %s', (lines, address, org, units) =>
    expect(read(lines, `Ana Ruiz <${address}>`).slice(0, 2)).toEqual([org, units]),
  );

  test.each<[string[], string | null, string[], string | null]>([
    [['서하늘', '로보틱스 연구실', '(주)푸른길'], '(주)푸른길', ['로보틱스 연구실'], null],
    [['서하늘', 'UX 디자이너', '(주)푸른길'], '(주)푸른길', [], 'UX 디자이너'],
    [['서하늘 Seo Ha Neul | 대학생'], null, [], '대학생'],
  ])('%j', (lines, org, units, title) => expect(read(lines, '서하늘 <seo@example.kr>')).toEqual([org, units, title]));

  test('what follows a unit after a comma is no title', () =>
    expect(read(['Ana Ruiz', 'Technical Support, Tier 2', 'Kite Ltd'])).toEqual([
      'Kite Ltd',
      ['Technical Support'],
      null,
    ]));

  test('an office of a town is whom somebody works for where nothing else is', () =>
    expect(read(['林浩明', '江州市市场监督管理局'], '林浩明 <lin@example.cn>')[0]).toBe('江州市市场监督管理局'));
});

test.each<[string, string, string[], string | null]>([
  ['Chair of Kite Engineering', 'University of Salem', ['Chair of Kite Engineering'], null],
  ['Chair of the Board', 'University of Salem', [], 'Chair of the Board'],
  ['Chair of Kite Safety', 'Kite Ltd', [], 'Chair of Kite Safety'],
])('%s of %s', (chair, org, units, title) => expect(read(['Ana Ruiz', chair, org])).toEqual([org, units, title]));

test.each([
  ['Innovative, experienced, Reels and'],
  ['Reel Zealot, Conservative, and Nomad'],
  ['Kites and Reels in an hour. - Blake'],
  ['Harbour -- The power of wind'],
  ['And a Kite in a Wild Wind'],
  ['Lines in a Room which Nobody Enters'],
  ["You've got a Kite in Pennsylvania"],
  ['The Wind is Mystery'],
  ['ASCII Ribbon Campaign'],
  ['Systems and'],
])('%j below the sender, or beside them, is said by somebody and names nothing', (saying) => {
  expect(read(['Ana Ruiz', 'Houston, Texas', saying])).toEqual([null, [], null]);
  expect(read([`Ana Ruiz            ${saying}`, 'Houston, Texas'])).toEqual([null, [], null]);
});

describe('labels, offices and bodies', () => {
  test.each<[string[], string, string | null, string[], string | null]>([
    [
      ['株式会社星空（証券コード：0000）', '青柳 美咲', '■松山本社'],
      '青柳 美咲 <a@example.jp>',
      '株式会社星空',
      [],
      null,
    ],
    [['星空情報合同会社 代表 青柳美咲'], '青柳 美咲 <a@example.jp>', '星空情報合同会社', [], '代表'],
    [['林浩明', '客戶關係總監', '星空信託'], '林浩明 <lin@example.hk>', '星空信託', [], '客戶關係總監'],
    [
      ['작성 : (주)푸른시스템 정보연구소 프레임웍연구팀 서하늘 선임'],
      '서하늘 <seo@example.kr>',
      '(주)푸른시스템',
      ['정보연구소', '프레임웍연구팀'],
      '선임',
    ],
    [['管理会社: 星空ビル株式会社', '青柳 美咲'], '青柳 美咲 <a@example.jp>', '星空ビル株式会社', [], null],
    [
      ['青柳 美咲（コーディネーター）', '星野市立支援センター'],
      '青柳 美咲 <a@example.jp>',
      '星野市立支援センター',
      [],
      'コーディネーター',
    ],
    [['株式会社星空', '青柳 美咲', '【松山本社】'], '青柳 美咲 <a@example.jp>', '株式会社星空', [], null],
    [['特定非営利活動法人', '里山の学校（SNG）'], '青柳 美咲 <a@example.jp>', '特定非営利活動法人里山の学校', [], null],
    [['Ana Ruiz', 'Kite Lines PLC', 'Corporate Office'], 'Ana Ruiz <ana@example.lk>', 'Kite Lines PLC', [], null],
    [['Ana Ruiz', 'Kitewater, Sluice Road,'], 'Ana Ruiz <ana@kitewater.example>', 'Kitewater', [], null],
    [
      ['Ana Ruiz', 'Digital Media R&D Center, Heron Electronics Co.,Ltd.'],
      'Ana Ruiz <ana@example.kr>',
      'Heron Electronics Co.,Ltd.',
      ['Digital Media R&D Center'],
      null,
    ],
    [['Ana Ruiz', 'GP, Brynteg Medical Practice'], 'Ana Ruiz <ana@example.uk>', 'Brynteg Medical Practice', [], 'GP'],
    [
      ['Ana Ruiz, administration des ventes', '', 'Conserverie La Garzette'],
      'Ana Ruiz <ana@example.fr>',
      'Conserverie La Garzette',
      ['administration des ventes'],
      null,
    ],
  ])('%j of %s', (lines, from, org, units, title) => expect(read(lines, from)).toEqual([org, units, title]));
});

test.each<[string[], string | null, string[], string | null]>([
  [['For KITE & REEL (P) LTD.,', '', 'Ana Ruiz', 'BUYER - WORKS'], 'KITE & REEL (P) LTD.', [], 'BUYER'],
  [['for Kite Reels Ltd', 'Ana Ruiz', 'Buyer'], 'Kite Reels Ltd', [], 'Buyer'],
  [['per pro Kite Reels Ltd', 'Ana Ruiz'], 'Kite Reels Ltd', [], null],
  [['For and on behalf of Kite Reels Ltd', 'Ana Ruiz'], 'Kite Reels Ltd', [], null],
  [['Ana Ruiz', 'As brokers only', 'Kite Reels Ltd'], 'Kite Reels Ltd', [], null],
  [['Ana Ruiz', 'As agent only / for and on behalf of', 'Kite Reels Ltd'], 'Kite Reels Ltd', [], null],
])('for whom is signed, and as what: %j', (lines, org, units, title) =>
  expect(read(lines)).toEqual([org, units, title]),
);

test.each([
  ['Klinik II – Augen und Ohren', ['Klinik II – Augen und Ohren']],
  ['Dezernat IV / Fachbereich 31 Bau', ['Dezernat IV', 'Fachbereich 31 Bau']],
  ['Fachbereich Bau / Sachgebiet 31 Statik', ['Fachbereich Bau', 'Sachgebiet 31 Statik']],
  ['Sales Department / Abteilung Verkauf', ['Sales Department']],
  ['Level B, Heron Wing', []],
])('units in one line: %s', (line, units) => expect(read(['Ana Ruiz', line, 'Kite GmbH'])[1]).toEqual(units));

test.each([
  ['Officer Parks, Play and Wildlife', [], 'Officer Parks, Play and Wildlife'],
  ['Referentin Garten, Spiel und Natur', [], 'Referentin Garten, Spiel und Natur'],
  ['Adviseur Water, Wegen en Groen', [], 'Adviseur Water, Wegen en Groen'],
  ['Senior Officer, Parks and Wildlife', ['Parks and Wildlife'], 'Senior Officer'],
])('subjects behind a title belong to it: %s', (line, units, title) =>
  expect(read(['Ana Ruiz', line, 'Kite Ltd'])).toEqual(['Kite Ltd', units, title]),
);

test('a title whose company stands in the other column ends before the preposition', () =>
  expect(
    read(['Ana Ruiz        Network Representative for', 'ana@kite.example        Wizards of the Harbour, Inc.'])[2],
  ).toBe('Network Representative'));

test('a title ends before the preposition that leads to the company below', () =>
  expect(read(['Ana Ruiz', 'Forlægger & forfatter på', 'Forlaget Hejre'])[2]).toBe('Forlægger & forfatter'));

test('below the title a field of work is a unit where the company stands in the other column', () =>
  expect(
    read([
      'Ana Ruiz            Heron Corporation',
      'Senior Engineer     955 East Hill Ave',
      'Placement & Routing     Salem, MA 01970',
    ]),
  ).toEqual(['Heron Corporation', ['Placement & Routing'], 'Senior Engineer']));

test.each<[string[], string, string | null, string[], string | null]>([
  [['青柳＠星空大学　工学部　建築学科'], 'Misaki Aoyagi <a@example.jp>', '星空大学', ['工学部', '建築学科'], null],
  [['青柳＠ＨＯＳＨＩ (開発第２部)'], 'Misaki Aoyagi <a@example.jp>', 'HOSHI', ['開発第2部'], null],
  [
    ['星空化粧品有限会社', '品質管理室　青柳 美咲', '[本社]'],
    '青柳 美咲 <a@example.jp>',
    '星空化粧品有限会社',
    ['品質管理室'],
    null,
  ],
  [
    ['Ana Ruiz', 'Barrister', 'Heron Law*', '*Practising as a Law Corporation'],
    'Ana Ruiz <a@heronlaw.example>',
    'Heron Law',
    [],
    'Barrister',
  ],
  [['Ana Ruiz', 'Kundenbetreuung'], 'Ana Ruiz <a@nordmed.example>', '', ['Kundenbetreuung'], null],
  [['Adrian Mewa', 'Specjalista', 'Mewia 92, Ciele'], 'Adrian Mewa <a@mewa.example.pl>', null, [], 'Specjalista'],
  [['서하늘', '과장', '데이터 관리', '(주)새빛'], '서하늘 <ha@example.kr>', '(주)새빛', ['데이터 관리'], '과장'],
  [['青柳 美咲', '提供会社', '株式会社星空'], '青柳 美咲 <a@example.jp>', '株式会社星空', [], null],
  [['谭坤 Kevin Tan', '岩维贸易有限公司'], 'Kevin Tan <tan@yanwei.example>', '岩维贸易有限公司', [], null],
  [
    [
      'Ana Ruiz',
      'Program Assistant',
      'Division of Public Health, Immunization Branch',
      'Wrenland Department of Health',
    ],
    'Ana Ruiz <ana@example.org>',
    'Wrenland Department of Health',
    ['Division of Public Health', 'Immunization Branch'],
    'Program Assistant',
  ],
  [
    ['Els Claes', 'Stad Meerle - dienst Vrije Tijd'],
    'Els Claes <els@meerle.example.be>',
    'Stad Meerle',
    ['dienst Vrije Tijd'],
    null,
  ],
  [
    ['Ana Ruiz, J.D. | Attorney (Bar #100200, NY) at Heron Legal Group', '(518) 555-0193'],
    'Ana Ruiz <ana@heronlegal.example>',
    'Heron Legal Group',
    [],
    'Attorney',
  ],
  [
    ['Ana Ruiz', 'Hoofd Communicatie (aanwezig: maandag tot en met donderdag)', 'Stichting Reiger'],
    'Ana Ruiz <ana@example.nl>',
    'Stichting Reiger',
    [],
    'Hoofd Communicatie',
  ],
  [
    ['Sachbearbeiterin: Katja Reiher', 'Finanzamt Kranichfeld'],
    'Finanzamt Kranichfeld <poststelle@example.de>',
    'Finanzamt Kranichfeld',
    [],
    'Sachbearbeiterin',
  ],
  [['DPO — Airone S.r.l.'], 'Ana Ruiz <dpo@airone.example>', 'Airone S.r.l.', [], 'DPO'],
  [['Ana Ruiz', 'Stores In-charge', 'Kite Ltd'], 'Ana Ruiz <a@example.in>', 'Kite Ltd', [], 'Stores In-charge'],
  [['Ana Ruiz', 'Oprichter Kiteworks'], 'Ana Ruiz <ana@kiteworks.example>', 'Kiteworks', [], 'Oprichter'],
  [['Ana Ruiz', 'Director of Kiteworks'], 'Ana Ruiz <ana@kiteworks.example>', 'Kiteworks', [], 'Director'],
  [['Ana Ruiz', 'Engineer @ Kite Software', '', 'Oy'], 'Ana Ruiz <ana@example.eu>', 'Kite Software', [], 'Engineer'],
  [
    ['Ana Ruiz', 'Responsabile', 'Vele al vento'],
    'Hotel Garza <ana.ruiz@example.it>',
    'Hotel Garza',
    [],
    'Responsabile',
  ],
  [['Dział Handlowy Mewa Trans'], 'Ana Ruiz <biuro@mewa-trans.example>', 'Mewa Trans', ['Dział Handlowy'], null],
  [
    ['Mme Jay Finch', 'Modiste - Atelier Garza'],
    'Atelier Garza <contact@atelier-garza.example>',
    'Atelier Garza',
    [],
    'Modiste',
  ],
  [['Ana Ruiz', 'Restauradora | casa_garza'], 'Ana Ruiz <ana@casagarza.example>', 'casa_garza', [], 'Restauradora'],
  [
    ['Ana Ruiz', 'Engineer', 'Kites & Winds, Inc (AS64500)'],
    'Ana Ruiz <ana@example.net>',
    'Kites & Winds, Inc',
    [],
    'Engineer',
  ],
  [
    ['Ana Ruiz', 'Unix Administrator', 'Naka-ku, Nagoya', 'Japan'],
    'Ana Ruiz <ana@example.net>',
    null,
    [],
    'Unix Administrator',
  ],
  [['Reiher Consorzio'], 'Ufficio Soci - Ana Ruiz <soci@reiher.example>', 'Reiher Consorzio', ['Ufficio Soci'], null],
  [
    ['（代理店）株式会社　星空開発', '（代表者氏名）代表取締役　青柳 美咲'],
    '青柳 美咲 <a@example.jp>',
    '株式会社　星空開発',
    [],
    '代表取締役',
  ],
  [
    ['星空市教育委員会 生涯学習部', '中央図書館 児童サービス担当', '青柳 美咲'],
    '青柳 美咲 <a@example.lg.jp>',
    '星空市教育委員会',
    ['生涯学習部', '中央図書館', '児童サービス担当'],
    null,
  ],
  [
    ['星空染工（株）', '東京ショールーム営業担当', '青柳 美咲'],
    '青柳 美咲 <a@example.jp>',
    '星空染工(株)',
    [],
    '東京ショールーム営業担当',
  ],
  [
    ['星空株式会社', '執行役員 経営企画本部長 兼 人事部長', '青柳 美咲'],
    '青柳 美咲 <a@example.jp>',
    '星空株式会社',
    [],
    '執行役員 経営企画本部長 兼 人事部長',
  ],
  [['星空株式会社 営業部', '月影商事', '青柳 美咲'], '青柳 美咲 <a@example.jp>', '星空株式会社', ['営業部'], null],
  [
    ['총무팀', '푸른대학교 사회과학대학 행정학과', '부교수 서하늘'],
    '서하늘 <ha@example.kr>',
    '푸른대학교',
    ['총무팀', '사회과학대학', '행정학과'],
    '부교수',
  ],
  [['마케팅 팀장 서하늘', '푸른주식회사'], '서하늘 <ha@example.kr>', '푸른주식회사', ['마케팅'], '팀장'],
  [
    ['星空県 総務部 財政課', '予算担当', '青柳 美咲'],
    '青柳 美咲 <a@example.jp>',
    '星空県',
    ['総務部', '財政課', '予算担当'],
    null,
  ],
  [['星空区西部支所', '区民福祉課　青柳 美咲'], '青柳 美咲 <a@example.lg.jp>', '星空区西部支所', ['区民福祉課'], null],
  [['星空町議会事務局議事課', '青柳 美咲'], '青柳 美咲 <a@example.lg.jp>', '星空町議会事務局', ['議事課'], null],
  [['(재단법인)푸른길문화', '과장 서하늘'], '서하늘 <ha@example.kr>', '(재단법인)푸른길문화', [], '과장'],
  [
    ['株式会社ほしぞら', 'コールセンターリーダー', '青柳 美咲'],
    '青柳 美咲 <a@example.jp>',
    '株式会社ほしぞら',
    ['コールセンター'],
    'リーダー',
  ],
  [
    ['一般社団法人ほしぞら', '子ども支援センターひなた', '青柳 美咲'],
    '青柳 美咲 <a@example.or.jp>',
    '一般社団法人ほしぞら',
    ['子ども支援センターひなた'],
    null,
  ],
  [
    ['Ana Ruiz', 'Institut Garza', 'Université de la Vallée', '2 rue Verte, 93166 Noisy'],
    'Ana Ruiz <ana@example.fr>',
    'Université de la Vallée',
    ['Institut Garza'],
    null,
  ],
  [
    ['Ana Ruiz', 'Dipl.-Wirtsch.-Inf. (FH), Security Engineer', 'Kranich GmbH'],
    'Ana Ruiz <ana@example.de>',
    'Kranich GmbH',
    [],
    'Security Engineer',
  ],
  [
    ['Ana Ruiz,', 'Senior System Developer', 'M: +45 22 77 73 22', 'Website | Newsletter'],
    'Ana Ruiz <ana@example.dk>',
    null,
    [],
    'Senior System Developer',
  ],
  [
    ['溫佳玲', '任職單位：星空大學資訊工程學系 副教授'],
    '溫佳玲 <wen@example.tw>',
    '星空大學',
    ['資訊工程學系'],
    '副教授',
  ],
  [['店主　青柳 美咲', '●店名', '古書ほしぞら'], '青柳 美咲 <a@example.jp>', '古書ほしぞら', [], '店主'],
  [['Ana Ruiz|T.I.', 'Grupo Garça'], 'Ana Ruiz <ana@example.br>', 'Grupo Garça', ['T.I.'], null],
])('%j of %s', (lines, from, org, units, title) => expect(read(lines, from)).toEqual([org, units, title]));

test('a house above which the address stands is no unit of the town hall', () =>
  expect(
    extractContact({
      headers: { from: '青柳 美咲 <a@city.hoshino.example.jp>' },
      text: 'お世話になっております。\n\n*****\n星野市役所　福祉部\n保育係　青柳 美咲\n桜庁舎 〒849-1492 佐賀県星野市桜町99番地\nTEL 0954-55-0111\n*****',
      html: null,
    }).contact?.org?.value.units,
  ).toEqual(['福祉部', '保育係']));

test.each([
  [
    ['Ana Ruiz (Schatzmeisterin)', 'Drachenverein e.V.'],
    ['Drachenverein e.V.', [], 'Schatzmeisterin'],
  ],
  [
    ['Ana Ruiz', 'Kite - Your guide to the coast'],
    ['Kite', [], null],
  ],
  [
    ['Ana Ruiz', 'Kite Lines – Váš specialista na draky'],
    ['Kite Lines', [], null],
  ],
  [
    ['Ana Ruiz', 'Kite : The gentle printing agency. Since 1987'],
    ['Kite', [], null],
  ],
  [
    ['Ana Ruiz', 'Buyer', 'Book a meeting'],
    [null, [], 'Buyer'],
  ],
  [
    ['Ana Ruiz', 'Buyer', 'Agendar reunión'],
    [null, [], 'Buyer'],
  ],
  [
    ['Ana Ruiz', 'Buyer', 'Prendre rendez-vous'],
    [null, [], 'Buyer'],
  ],
  [
    ['Ana Ruiz', 'Buyer', 'Termin vereinbaren'],
    [null, [], 'Buyer'],
  ],
  [
    ['Ana Ruiz', 'Buyer', 'Boka möte'],
    [null, [], 'Buyer'],
  ],
])('what a firm says of itself, and what a button says, are neither company nor title: %j', (lines, found) =>
  expect(read(lines)).toEqual(found),
);

test.each([
  [
    ['Ana Ruiz', 'Owner - Your Space Ltd'],
    ['Your Space Ltd', [], 'Owner'],
  ],
  [
    ['Ana Ruiz', 'Gerente - Su Casa S.L.'],
    ['Su Casa S.L.', [], 'Gerente'],
  ],
  [
    ['Ana Ruiz', 'Filialleiterin – Ihre Apotheke GmbH'],
    ['Ihre Apotheke GmbH', [], 'Filialleiterin'],
  ],
  [
    ['Ana Ruiz', 'Responsable - Votre Maison SARL'],
    ['Votre Maison SARL', [], 'Responsable'],
  ],
  [
    ['Ana Ruiz', 'Engineer – Din Tai Fung Ltd'],
    ['Din Tai Fung Ltd', [], 'Engineer'],
  ],
  [
    ['Ana Ruiz', 'Owner - Your Space'],
    ['Your Space', [], 'Owner'],
  ],
])('a firm behind what somebody is, though it begins like a slogan: %j', (lines, found) =>
  expect(read(lines)).toEqual(found),
);

test.each([
  ['Planning Manager, Heron McCall', 'Planning Manager'],
  ['Planning Officer for the Annual Meeting', 'Planning Officer for the Annual Meeting'],
  ['Booking Manager, Kite McCall', 'Booking Manager'],
])('a title that begins as the words of a button do: %s', (line, title) =>
  expect(read(['Ana Ruiz', line])[2]).toBe(title),
);

test.each(['Planetario Felicita', 'Planet Kites Solicita', 'Plan Byggeri Møde'])(
  'a firm that begins as the words of a button do: %s',
  (line) => expect(read(['Ana Ruiz', 'Buyer', line])).toEqual([line, [], 'Buyer']),
);

describe('what a firm says of itself, and where it is, behind a dash or a comma', () => {
  test.each([
    [['Ana Ruiz', 'Kiteworks - Making paper fly everywhere'], 'ana@kiteworks.example', 'Kiteworks', [], null],
    [['Ana Ruiz', 'Wren Trust - Caring for herons'], 'ana@kite.example', 'Wren Trust', [], null],
    [
      ['Ana Ruiz', 'Kite Ltd - Managing director of sales'],
      'ana@kite.example',
      'Kite Ltd',
      [],
      'Managing director of sales',
    ],
    [['Ana Ruiz', 'Wren Web Services - Hosting, Design, Support'], 'ana@kite.example', 'Wren Web Services', [], null],
    [
      ['Ana Ruiz', 'Head of Sales - Hosting, Design, Support', 'Kite Ltd'],
      'ana@kite.example',
      'Kite Ltd',
      ['Hosting, Design', 'Support'],
      'Head of Sales',
    ],
    [['Ana Ruiz', 'Kite & Associates - Unix Consulting'], 'ana@kite.example', 'Kite & Associates', [], null],
    [['Ana Ruiz', 'Kite(R) - a service of Wren + Wren', 'Buyer'], 'ana@kite.example', 'Kite(R)', [], 'Buyer'],
    [['Ana Ruiz', 'Alpha, Delta kite systems and', 'Wren Ltd'], 'ana@kite.example', 'Wren Ltd', [], null],
    [['Ana Ruiz', 'Engineer, Cork, Ireland'], 'ana@kite.example', null, [], 'Engineer'],
    [['Ana Ruiz', 'Engineer, Salem, Oregon', 'Kite Ltd'], 'ana@kite.example', 'Kite Ltd', [], 'Engineer'],
    [['Ana Ruiz', 'Head, Brand, Ireland', 'Kite Ltd'], 'ana@kite.example', 'Kite Ltd', [], 'Head, Brand, Ireland'],
    [['Ana Ruiz, Wrenport, Salem, OR'], 'ana@mail.example', 'Wrenport', [], null],
    [['Ana Ruiz', 'Buyer', 'Wrenport, Cork, Ireland'], 'ana@mail.example', 'Wrenport', [], 'Buyer'],
    [['Ana Ruiz', 'Heron, Finch, Wren'], 'ana@mail.example', 'Heron, Finch, Wren', [], null],
    [
      ['Ana Ruiz', 'PhD Scholar, Kite Department, Wren Garza', 'Lab No. 323, Heron Building'],
      'ana@mail.example',
      'Wren Garza',
      ['Kite Department', 'Lab No. 323'],
      'PhD Scholar',
    ],
  ])('%j of %s', (lines, address, org, units, title) =>
    expect(read(lines, `Ana Ruiz <${address}>`)).toEqual([org, units, title]),
  );
});

describe('a unit or a firm beside a title', () => {
  test.each([
    [
      ['Ana Ruiz', 'Principal Engineer, Kernel Software'],
      'ana@ks.example',
      'Kernel Software',
      [],
      'Principal Engineer',
    ],
    [
      ['Ana Ruiz', 'Principal Engineer, Kernel Software'],
      'ana@ruiz.example',
      'Kernel Software',
      [],
      'Principal Engineer',
    ],
    [['Ana Ruiz', 'Principal Engineer, Kernel Software'], 'ana@gmail.com', 'Kernel Software', [], 'Principal Engineer'],
    [['Ana Ruiz', 'Senior Developer, Heron Systems'], 'ana@hsys.example', 'Heron Systems', [], 'Senior Developer'],
    [
      ['Ana Ruiz', 'Gemeente Wren - Afdeling voor interne zaken'],
      'ana@wren.example',
      'Gemeente Wren',
      ['Afdeling voor interne zaken'],
      null,
    ],
    [
      ['Ana Ruiz', 'Manager', 'Research Capacity Building', 'Kite Ltd'],
      'ana@kite.example',
      'Kite Ltd',
      ['Research Capacity Building'],
      'Manager',
    ],
    [['Ana Ruiz', 'CEO, Kernel Software'], 'ana@wren.example', 'Kernel Software', [], 'CEO'],
    [
      ['Ana Ruiz', 'Specialist, eResearch', 'Wren University'],
      'ana@wren.example',
      'Wren University',
      ['eResearch'],
      'Specialist',
    ],
    [
      ['Wren College', 'Ana Ruiz', 'Head of Division', 'Kite Matters'],
      'ana@wren.example',
      'Wren College',
      ['Kite Matters'],
      'Head of Division',
    ],
    [
      ['Comune di Garza', 'Ana Ruiz', 'Direttore Dipartimento', 'Aquiloni Volanti'],
      'ana@garza.example',
      'Comune di Garza',
      ['Aquiloni Volanti'],
      'Direttore Dipartimento',
    ],
    [
      ['Ana Ruiz', 'Buyer', 'Kite Matter Theory', 'Physics Department', 'Wren University'],
      'ana@wren.example',
      'Wren University',
      ['Kite Matter Theory', 'Physics Department'],
      'Buyer',
    ],
    [
      ['Ana Ruiz', 'Buyer', 'North Campus', 'Physics Department', 'Wren University'],
      'ana@wren.example',
      'Wren University',
      ['Physics Department'],
      'Buyer',
    ],
    [['Ana Ruiz', 'Redactora jefe de Garza Azul'], 'ana@garzaazul.example', 'Garza Azul', [], 'Redactora jefe'],
    [
      ['Ana Ruiz', 'Director of Kiteworks Sales', 'Kiteworks Ltd'],
      'ana@kiteworks.example',
      'Kiteworks Ltd',
      [],
      'Director of Kiteworks Sales',
    ],
    [
      ['Ana Ruiz', 'Director de Kiteworks Norte', 'Kiteworks SL'],
      'ana@kiteworks.example',
      'Kiteworks SL',
      [],
      'Director de Kiteworks Norte',
    ],
    [
      ['Ana Ruiz', 'Member of Technical Staff', 'Wren Labs'],
      'ana@wren.example',
      'Wren Labs',
      [],
      'Member of Technical Staff',
    ],
    [['Ana Ruiz', 'Member of the Kite Board', 'Wren Labs'], 'ana@wren.example', 'Wren Labs', [], null],
    [['Ana Ruiz', 'Breast Cancer, Heron Studio'], 'ana@wren.example', 'Heron Studio', ['Breast Cancer'], null],
    [
      ['Ana Ruiz', 'Kite Computing, NCWK', 'Wren University'],
      'ana@wren.example',
      'Wren University',
      ['Kite Computing, NCWK'],
      null,
    ],
    [
      ['Ana Ruiz', 'PhD Candidate, Botany', 'Wren University'],
      'ana@wren.example',
      'Wren University',
      ['Botany'],
      'PhD Candidate',
    ],
    [['Ana Ruiz, KEWS, Wren University'], 'ana@kews.wren.example', 'Wren University', ['KEWS'], null],
    [['Ana Ruiz, KEWS, Wren University'], 'ana@wren.example', 'Wren University', [], null],
    [
      ['Ana Ruiz', 'Policy Adviser', 'Department for Kites'],
      'ana@gov.example',
      'Department for Kites',
      [],
      'Policy Adviser',
    ],
    [['A. Ruiz', 'Ana Ruiz'], 'ana@gov.example', null, [], null],
  ])('%j of %s', (lines, address, org, units, title) =>
    expect(read(lines, `Ana Ruiz <${address}>`)).toEqual([org, units, title]),
  );
});

test.each([
  ['http://www.kite.example   (Kite Home Page)', undefined],
  ['+1 312 555 0142   (Kite Office)', undefined],
  ['(Kite Works)', 'Kite Works'],
])('what stands in brackets behind an address or a number says what that is: %s', (line, org) => {
  const text = `Regards\n\nAna Ruiz\n${line}`;
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@kite.example>' }, text, html: null });
  expect(contact?.org?.value.name).toBe(org);
});
