/** Words around a name that are no part of it, as lower-case letters without dots. Compiled by hand. */
export const nameTitles: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr drs prof professor herr frau hr fr ing dipl dipling diplkfm diplinform drting dring drmed drphil drjur ' +
    'hc mag dott dottssa drssa dssa avv arch geom rag sig sigra sigri mme mlle sra srta sres exmo exma eng engo enga ir drir mgr ' +
    'inz pan pani doc judr mudr phdr rndr csc fru sir dame rev hon capt lt col phd md mba bsc msc ba ma meng beng llm llb esq cpa ' +
    'pmp cfa rn pe dds dvm jd dphil mpa mphil san sama kun sensei'
  ).split(' '),
);

/** A title before a name, part of a name behind it. */
export const leadingTitles: ReadonlySet<string> = new Set(['sr', 'jr', 'av', 'adv']);

/** What tells father and son apart, behind the name, in one word for each. */
export const generations: ReadonlyMap<string, string> = new Map([
  ...['jr', 'jnr', 'jun', 'junior', 'fils', 'filho', 'figlio', 'hijo'].map((word) => [word, 'junior'] as const),
  ...['sr', 'snr', 'sen', 'senior', 'pere'].map((word) => [word, 'senior'] as const),
  ...['ii', 'iii', 'iv'].map((word) => [word, word] as const),
]);

/** What follows is the family name of before the marriage. */
export const bornWords: ReadonlySet<string> = new Set([
  'nee',
  'ne',
  'geb',
  'geborene',
  'born',
  'rozena',
  'nata',
  'fodd',
  'fodt',
]);

/** What may stand before a family name of one word and belongs to it. */
export const particles: ReadonlySet<string> = new Set(
  'van von vom zu zum der den dem de di da do dos das del della dei du la le les ter ten te op al el bin ibn ben abu af av'.split(
    ' ',
  ),
);

export const cjkTitle =
  /(?<=.{2})(?:様|さま|さん|氏|殿|御中|先生|博士|教授|社長|部長|課長|女士|小姐|老师|님|씨|귀하|선생님|박사|교수|대표|부장|과장)$/u;

/** Given names that are one name: unambiguous short forms only (no Alex, Sam, Chris, Pat, Jo or Nicky). */
export const nicknames: ReadonlyMap<string, string> = new Map(
  (
    'robert rob bob bobby robbie|william bill will billy|richard rick dick rich richie|michael mike mick mickey|james jim jimmy jamie|' +
    'john johnny jack|thomas tom tommy|joseph joe joey|edward ed eddie ted|charles charlie chuck|david dave davey|daniel dan danny|' +
    'matthew matt|anthony tony|steven steve stephen|andrew andy drew|kenneth ken kenny|gregory greg|jeffrey jeff geoffrey geoff|' +
    'lawrence larry laurence|timothy tim|benjamin ben benny|nathaniel nate nat|peter pete|raymond ray|ronald ron ronnie|donald don|' +
    'douglas doug|frederick fred freddie|gerald gerry|leonard len lenny|philip phil phillip|vincent vince vinny|walter walt wally|' +
    'elizabeth liz beth betty lizzie eliza|katherine kate katie kathy cathy catherine kathryn|margaret maggie meg peggy|' +
    'jennifer jenny jen|patricia patty trish tricia|susan sue susie|deborah deb debbie|barbara barb|rebecca becky becca|' +
    'jessica jess jessie|victoria vicky vicki|pamela pam|judith judy|dorothy dot dottie|christina christine tina|abigail abby|' +
    'johannes hannes|wolfgang wolf|friedrich fritz|heinrich heinz|ulrich uli|matthias matze|sebastian basti|maximilian max|' +
    'alexander sascha|francisco paco pancho|jose pepe|ignacio nacho|guadalupe lupe|dolores lola|rosario charo|' +
    'giuseppe beppe|luigi gigi|jan jasiek|katarzyna kasia|malgorzata gosia|krzysztof krzys|piotr piotrek|tomasz tomek'
  )
    .split('|')
    .flatMap((group) => {
      const [whole = '', ...short] = group.split(' ');
      return [whole, ...short].map((name) => [name, whole] as const);
    }),
);
