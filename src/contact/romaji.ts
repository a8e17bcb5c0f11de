import { toRomaji } from 'wanakana';

/** Kana as Latin letters, in the spelling that `romajiKey` gives. */
export const kanaReading = (kana: string): string => romajiKey(toRomaji(kana));

/**
 * How people spell the kana of a name in Latin letters (Hepburn), for each run of two or more: long vowels written out, short,
 * or as `oh`, ん before b, m and p as n or m. さとう: `satou`, `sato`, `satoh`. `folded` has no katakana.
 */
export const romajiSpellings = (folded: string): string[] => [
  ...new Set((folded.match(/[\p{Script=Hiragana}ー]{2,}/gu) ?? []).flatMap(spellingsOf)),
];

function spellingsOf(kana: string): string[] {
  const long = [kana, kana.replaceAll('ー', '')].map((text) => toRomaji(text).replace(/[^a-z]/g, ''));
  const short = long.map(romajiKey);
  const usual = [...long, ...short, ...long.map((text) => text.replace(/o[ou](?=[^aiueoyh]|$)/g, 'oh'))];
  return [...usual, ...usual.map((text) => text.replace(/n(?=[bmp])/g, 'm'))];
}

/**
 * A Japanese name in Latin letters, spelled in one way of the many: Hepburn or Kunrei, long vowels short. Ōtani, Ohtani,
 * Ootani and おおたに are one; so are Jun'ichi and Junichi, Namba and Nanba. `latin`: lower-case letters without accents.
 */
export const romajiKey = (latin: string): string =>
  spellings.reduce((text, [from, to]) => text.replace(from, to), latin);

const spellings: [RegExp, string][] = [
  [/['’-]/g, ''],
  [/cch/g, 'tch'],
  [/sy/g, 'sh'],
  [/ty/g, 'ch'],
  [/zy|jy/g, 'j'],
  [/dz/g, 'z'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/zi|di/g, 'ji'],
  [/du/g, 'zu'],
  [/(?<![sc])hu/g, 'fu'],
  [/m(?=[bpm])/g, 'n'],
  [/oh(?![aiueoy])/g, 'o'],
  [/o[ou]+/g, 'o'],
  [/uu+/g, 'u'],
];
