import { fold } from '../normalize.ts';

/** What a column of a CSV file may hold. */
export const importFields = [
  'fn',
  'family',
  'given',
  'phonetic',
  'phoneticFamily',
  'phoneticGiven',
  'org',
  'unit',
  'title',
  'email',
  'telWork',
  'telDirect',
  'telMain',
  'telCell',
  'telHome',
  'telFax',
  'telOther',
  'adr',
  'street',
  'locality',
  'region',
  'code',
  'country',
  'url',
  'tags',
  'notes',
] as const;
export type ImportField = (typeof importFields)[number];

/**
 * What a column is for, by its heading in English or Japanese, as our own export, Google Contacts, Outlook and name-card
 * services write them; undefined for an unknown one. Numbers, blanks and punctuation make no difference: `E-mail 1 - Value`.
 */
export const fieldOf = (heading: string): ImportField | undefined => fields.get(headingKey(heading));

const headingKey = (heading: string): string =>
  fold(heading)
    .replace(/[^\p{L}]/gu, '')
    .replace(/value$/, '');

const headings: Record<ImportField, string> = {
  fn: 'name, full name, fullname, display name, file as, 氏名, 名前, 姓名, お名前, 表示名, 漢字氏名',
  family: 'family name, last name, surname, 姓, 名字, 苗字, 氏名(姓), 姓(漢字)',
  given: 'given name, first name, 名, 下の名前, 氏名(名), 名(漢字)',
  phonetic: 'phonetic name, reading, フリガナ, ふりがな, 氏名カナ, 氏名(カナ), 氏名フリガナ, カナ, ヨミ',
  phoneticFamily:
    'phonetic family name, phonetic last name, family name yomi, last name yomi, surname yomi, yomi last name, セイ, 姓カナ, 姓フリガナ, 姓ふりがな, 姓(ヨミ), 姓よみ',
  phoneticGiven:
    'phonetic given name, phonetic first name, given name yomi, first name yomi, yomi first name, メイ, 名カナ, 名フリガナ, 名ふりがな, 名(ヨミ), 名よみ',
  org: 'company, company name, organization, organization name, organisation, 会社, 会社名, 勤務先, 組織名, 企業名, 法人名',
  unit: 'department, organization department, division, 部署, 部署名, 所属, 部門, 部課名',
  title: 'title, job title, organization title, position, 役職, 役職名, 肩書, 肩書き',
  email:
    'email, e-mail, email address, e-mail address, mail, other emails, work email, home email, メール, メールアドレス, e-mailアドレス, 電子メール, 電子メールアドレス',
  telWork:
    'phone, telephone, tel, business phone, work phone, phone number, 電話, 電話番号, 会社電話, 勤務先電話番号, 会社電話番号',
  telDirect: 'direct phone, direct, 直通, 直通電話, 直通電話番号',
  telMain: 'company main phone, main phone, 代表電話, 代表番号, 代表電話番号',
  telCell: 'mobile, mobile phone, cell, cell phone, 携帯, 携帯電話, 携帯電話番号, 携帯番号',
  telHome: 'home phone, 自宅電話, 自宅電話番号',
  telFax: 'fax, business fax, work fax, fax番号, ファックス, ファックス番号, 会社fax',
  telOther: 'other phone, other phones, その他電話',
  adr: 'address, formatted address, address formatted, business address, work address, 住所, 会社住所, 所在地, 勤務先住所',
  street: 'street, business street, address street, street address, 番地, 町名番地, 勤務先番地',
  locality: 'city, business city, address city, 市区町村, 市町村',
  region: 'region, state, province, business state, address region, 都道府県',
  code: 'postal code, zip, zip code, business postal code, address postal code, 郵便番号, 会社郵便番号',
  country: 'country, business country, business country region, address country, 国, 国名',
  url: 'website, web page, url, homepage, web site, ウェブサイト, ホームページ, 会社url',
  tags: 'tags, labels, categories, group membership, タグ, ラベル, グループ, 分類',
  notes: 'notes, note, memo, comment, メモ, 備考, ノート',
};

const fields = new Map(
  importFields.flatMap((field) => headings[field].split(',').map((heading) => [headingKey(heading), field] as const)),
);
