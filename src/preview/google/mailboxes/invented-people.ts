/** Somebody who does not exist, and how they sign. */
export interface InventedPerson {
  /** As it stands in the signature. */
  name: string;
  email: string;
  company: string;
  title: string;
  /** As it stands in the signature; of a range that is kept for fiction. */
  phone: string;
  language: 'en' | 'de' | 'ja';
}

/** How many different people `inventedPerson` knows; then they repeat. */
export const inventedPeople = 60_000;

/** The same person for the same number, a different one for every number up to `inventedPeople`. */
export function inventedPerson(number: number): InventedPerson {
  let rest = number % inventedPeople;
  const take = <T>(list: readonly T[]): T => {
    const item = list[rest % list.length] as T;
    rest = Math.floor(rest / list.length);
    return item;
  };
  const language = take(['en', 'ja', 'de'] as const);
  const { given, family, companies, titles, phone, inOrder } = languages[language];
  const [familyName, familyLatin] = take(family);
  const [companyName, companyLatin] = take(companies);
  const [givenName, givenLatin] = take(given);
  return {
    name: inOrder(givenName, familyName),
    email: `${givenLatin}.${familyLatin}@${companyLatin}.example.com`,
    company: companyName,
    title: titles[number % titles.length] as string,
    phone: phone(number % 100),
    language,
  };
}

/** A word and how it stands in an address. */
type Word = readonly [text: string, latin: string];
const latin = (words: string): Word[] => words.split(' ').map((word) => [word, word.toLowerCase()]);
const twoDigits = (number: number) => `${number}`.padStart(2, '0');

const western = (given: string, family: string) => `${given} ${family}`;

const languages = {
  en: {
    given: latin(
      'Alice Brian Clara Derek Elena Frank Grace Henry Irene Jonas Kayla Liam Maria Nolan Olive Peter Quinn Rosa Simon Tessa Ursula Victor Wendy Xavier Yvonne Zachary Amber Boris Celia Dylan',
    ),
    family: latin(
      'Abbott Barlow Carver Dalton Easton Fulton Garner Harlow Ingram Jarvis Keller Lawson Mercer Norton Osborn Parker Quigley Ramsey Sutton Tanner Upton Vaughn Walker Yates Zimmer Ashby Benton Colby Dawson Ellison',
    ),
    companies: latin(
      'Northgate Bluefern Oakline Rivermark Stonebay Brightwell Cedarpoint Fairholt Glenmoor Harborview Ironleaf Juniper Kestrel Larkfield Maplewood Nettlecombe Orchard Pinecrest Quarry Redwing Silverton Thornbury Underhill',
    ).map(([name, at]): Word => [`${name} Ltd`, at]),
    titles: ['Sales Manager', 'Account Executive', 'Head of Purchasing', 'Project Engineer', 'Marketing Director'],
    phone: (last: number) => `+1 415 555 01${twoDigits(last)}`,
    inOrder: western,
  },
  de: {
    given: latin(
      'Anke Bernd Carla Dieter Elke Felix Gerda Heiko Ilse Jens Katja Lars Monika Niels Olga Paul Renate Stefan Tanja Uwe Vera Werner Anja Birgit Claus Doris Erik Frauke Gregor Heike',
    ),
    family: latin(
      'Albrecht Becker Cramer Dietrich Engel Fischer Graf Hartmann Jansen Kaiser Lehmann Maurer Neumann Otto Petersen Richter Schuster Thiele Ulrich Vogel Winkler Zander Brandt Conrad Ebert Franke Gerber Heller Krause Lorenz',
    ),
    companies: latin(
      'Nordlicht Talwerk Eichenhof Rheinblick Steinbach Waldmann Bergquell Falkner Gronau Hafenkontor Lindenau Morgenrot Ostwind Quellwerk Rotbuche Seeblick Tannhof Uferweg Weidenau Zeitwerk Ahornhof Birkental Dornfeld',
    ).map(([name, at]): Word => [`${name} GmbH`, at]),
    titles: ['Vertriebsleiterin', 'Einkauf', 'Geschäftsführer', 'Projektleitung', 'Kundenberatung'],
    phone: (last: number) => `+49 30 23125 1${twoDigits(last)}`,
    inOrder: western,
  },
  ja: {
    given: [
      ['健太', 'kenta'],
      ['美咲', 'misaki'],
      ['翔太', 'shota'],
      ['葵', 'aoi'],
      ['大輔', 'daisuke'],
      ['由紀', 'yuki'],
      ['直樹', 'naoki'],
      ['恵子', 'keiko'],
      ['拓也', 'takuya'],
      ['真理', 'mari'],
      ['和也', 'kazuya'],
      ['香織', 'kaori'],
      ['誠', 'makoto'],
      ['智子', 'tomoko'],
      ['亮', 'ryo'],
      ['陽子', 'yoko'],
      ['剛', 'tsuyoshi'],
      ['明美', 'akemi'],
      ['隆', 'takashi'],
      ['千尋', 'chihiro'],
      ['学', 'manabu'],
      ['裕子', 'yuko'],
      ['進', 'susumu'],
      ['愛', 'ai'],
      ['豊', 'yutaka'],
      ['久美', 'kumi'],
      ['浩', 'hiroshi'],
      ['麻衣', 'mai'],
      ['修', 'osamu'],
      ['奈々', 'nana'],
    ] as Word[],
    family: [
      ['佐藤', 'sato'],
      ['鈴木', 'suzuki'],
      ['高橋', 'takahashi'],
      ['田中', 'tanaka'],
      ['伊藤', 'ito'],
      ['渡辺', 'watanabe'],
      ['山本', 'yamamoto'],
      ['中村', 'nakamura'],
      ['小林', 'kobayashi'],
      ['加藤', 'kato'],
      ['吉田', 'yoshida'],
      ['山田', 'yamada'],
      ['松本', 'matsumoto'],
      ['井上', 'inoue'],
      ['木村', 'kimura'],
      ['清水', 'shimizu'],
      ['斎藤', 'saito'],
      ['池田', 'ikeda'],
      ['橋本', 'hashimoto'],
      ['石川', 'ishikawa'],
      ['前田', 'maeda'],
      ['藤田', 'fujita'],
      ['後藤', 'goto'],
      ['岡田', 'okada'],
      ['長谷川', 'hasegawa'],
      ['村上', 'murakami'],
      ['近藤', 'kondo'],
      ['石井', 'ishii'],
      ['坂本', 'sakamoto'],
      ['遠藤', 'endo'],
    ] as Word[],
    companies: [
      ['青葉', 'aoba'],
      ['若竹', 'wakatake'],
      ['千歳', 'chitose'],
      ['白樺', 'shirakaba'],
      ['月見', 'tsukimi'],
      ['瑞穂野', 'mizuhono'],
      ['山吹', 'yamabuki'],
      ['銀河堂', 'gingado'],
      ['桜木', 'sakuragi'],
      ['松風', 'matsukaze'],
      ['花園', 'hanazono'],
      ['北斗星', 'hokutosei'],
      ['若葉台', 'wakabadai'],
      ['光洋舎', 'koyosha'],
      ['東雲', 'shinonome'],
      ['常磐木', 'tokiwagi'],
      ['霞', 'kasumi'],
      ['朝凪', 'asanagi'],
      ['紅葉', 'momiji'],
      ['星見', 'hoshimi'],
      ['風見', 'kazami'],
      ['雪野', 'yukino'],
      ['波多', 'hata'],
    ].map(([name, at]): Word => [`株式会社${name}`, at as string]),
    titles: ['営業部 部長', '購買課 主任', '開発部 課長', '広報担当', '代表取締役'],
    phone: (last: number) => `03-5550-01${twoDigits(last)}`,
    inOrder: (given: string, family: string) => `${family} ${given}`,
  },
};
