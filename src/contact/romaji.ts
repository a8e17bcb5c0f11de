import { toRomaji } from 'wanakana';

/** Kana as Latin letters, in the spelling that `romajiKey` gives. */
export const kanaReading = (kana: string): string => romajiKey(toRomaji(kana));

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
