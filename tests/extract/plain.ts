import { extractContact } from '../../src/extract/extract-contact.ts';

/** Somebody in each language, with what a plain signature says of them. */
interface Person {
  name: string;
  from: string;
  title: string;
  unit: string;
  org: string;
  tel: string;
  body: string;
  closing: string;
}

export const people: Record<string, Person> = {
  en: {
    name: 'Jane Cooper',
    from: 'Jane Cooper <jane.cooper@hobart-lines.example>',
    title: 'Manager',
    unit: 'Export Department',
    org: 'Hobart Lines Ltd',
    tel: 'Tel: 01632 960123',
    body: 'Hi all,\n\nplease find the figures for next week below.\n',
    closing: 'Best regards,',
  },
  ja: {
    name: '佐藤 美咲',
    from: '佐藤 美咲 <sato@minato-seiki.example>',
    title: '課長',
    unit: '営業部',
    org: '株式会社みなと精機',
    tel: 'TEL 03-5555-0142',
    body: 'お世話になっております。\n来週の打ち合わせの件、承知しました。\n',
    closing: 'よろしくお願いいたします。\n\n--------------------',
  },
  de: {
    name: 'Anja Kessler',
    from: 'Anja Kessler <kessler@nordlicht-optik.example>',
    title: 'Geschäftsführerin',
    unit: 'Abteilung Export',
    org: 'Nordlicht Optik GmbH',
    tel: 'Tel. 030 23125 012',
    body: 'Guten Tag,\n\nanbei die Zahlen für nächste Woche.\n',
    closing: 'Mit freundlichen Grüßen',
  },
  fr: {
    name: 'Claire Dubreuil',
    from: 'Claire Dubreuil <c.dubreuil@verrerie-sud.example>',
    title: 'Directrice',
    unit: 'Service export',
    org: 'Verrerie du Sud SARL',
    tel: 'Tél. 01 99 00 12 34',
    body: 'Bonjour,\n\nvoici les chiffres de la semaine prochaine.\n',
    closing: 'Cordialement,',
  },
  it: {
    name: 'Giulia Morandi',
    from: 'Giulia Morandi <morandi@vetreria-sud.example>',
    title: 'Responsabile',
    unit: 'Ufficio Export',
    org: 'Vetreria Sud S.r.l.',
    tel: 'Tel. 0444 555014',
    body: 'Buongiorno,\n\nin allegato i dati della prossima settimana.\n',
    closing: 'Cordiali saluti',
  },
  es: {
    name: 'Marta Olivares',
    from: 'Marta Olivares <molivares@vidrios-sur.example>',
    title: 'Directora',
    unit: 'Departamento de Ventas',
    org: 'Vidrios del Sur S.L.',
    tel: 'Tel. 91 555 01 42',
    body: 'Buenos días:\n\nadjunto los datos de la próxima semana.\n',
    closing: 'Un saludo,',
  },
  pt: {
    name: 'Renata Figueira',
    from: 'Renata Figueira <renata@vidros-sul.example>',
    title: 'Gerente',
    unit: 'Setor de Compras',
    org: 'Vidros do Sul Ltda.',
    tel: 'Tel. (11) 5555-0142',
    body: 'Bom dia,\n\nseguem os dados da próxima semana.\n',
    closing: 'Atenciosamente,',
  },
  nl: {
    name: 'Marieke Vos',
    from: 'Marieke Vos <m.vos@noorderglas.example>',
    title: 'Directeur',
    unit: 'Afdeling Inkoop',
    org: 'Noorderglas B.V.',
    tel: 'Tel. 020 555 0142',
    body: 'Beste,\n\nbijgaand de cijfers voor volgende week.\n',
    closing: 'Met vriendelijke groet,',
  },
  zh: {
    name: '李晓梅',
    from: '李晓梅 <lixm@donghai-boli.example>',
    title: '经理',
    unit: '销售部',
    org: '东海玻璃有限公司',
    tel: '电话：021-55550142',
    body: '您好，\n\n附件是下周的数据，请查收。\n',
    closing: '此致\n敬礼\n',
  },
  ko: {
    name: '김서연',
    from: '김서연 <sykim@donghae-glass.example>',
    title: '과장',
    unit: '영업팀',
    org: '(주)동해유리',
    tel: 'Tel. 02-555-0142',
    body: '안녕하세요,\n\n다음 주 자료를 첨부합니다.\n',
    closing: '감사합니다.\n',
  },
};

export type Field = 'title' | 'department' | 'company';

/** The plain signatures in which a value may stand: as people of the language put name, title, department and company. */
export function plain(language: string, field: Field, value: string): string[][] {
  const { name, title, unit, org, tel } = people[language] as Person;
  if (language === 'ja') {
    if (field === 'title')
      return [
        [org, `${unit} ${value} ${name}`, tel],
        [org, `${value}\u3000${name}`, tel],
      ];
    if (field === 'department')
      return [
        [org, value, name, tel],
        [`${org}\u3000${value}`, name, tel],
      ];
    return [
      [value, name, tel],
      [`${value}\u3000${unit}`, name, tel],
    ];
  }
  if (field === 'title') return [[name, value, org, tel]];
  if (field === 'department')
    return [
      [name, value, org, tel],
      [name, title, value, org, tel],
    ];
  return [
    [name, value, tel],
    [name, title, value, tel],
  ];
}

/** What the person's mail with these lines below the closing formula is read as. */
export function read(language: string, lines: string[]): Partial<Record<Field, string>> {
  const { from, body, closing } = people[language] as Person;
  const text = [body, closing, ...lines].join('\n');
  const { contact } = extractContact({
    headers: { from, to: 'sam@example.org', subject: 'Figures' },
    text,
    html: null,
  });
  const { name, units = [] } = contact?.org?.value ?? {};
  return { title: contact?.title?.value, department: units.join(' ') || undefined, company: name || undefined };
}
