import { lazy } from '../../contact/lazy.ts';

/** Postal codes and names of the states of the USA, with the abbreviations older letters use. */
const states = `AL|Alabama;AK|Alaska;AZ|Arizona;AR|Arkansas;CA|California|Calif;CO|Colorado|Colo;CT|Connecticut|Conn;DE|Delaware;
FL|Florida|Fla;GA|Georgia;HI|Hawaii;ID|Idaho;IL|Illinois|Ill;IN|Indiana|Ind;IA|Iowa;KS|Kansas;KY|Kentucky;LA|Louisiana;
ME|Maine;MD|Maryland;MA|Massachusetts|Mass;MI|Michigan|Mich;MN|Minnesota|Minn;MS|Mississippi|Miss;MO|Missouri;MT|Montana;
NE|Nebraska;NV|Nevada;NH|New Hampshire;NJ|New Jersey;NM|New Mexico;NY|New York;NC|North Carolina;ND|North Dakota;OH|Ohio;
OK|Oklahoma;OR|Oregon;PA|Pennsylvania|Penn;RI|Rhode Island;SC|South Carolina;SD|South Dakota;TN|Tennessee|Tenn;TX|Texas|Tex;
UT|Utah;VT|Vermont;VA|Virginia;WA|Washington|Wash;WV|West Virginia;WI|Wisconsin|Wisc;WY|Wyoming;DC|District of Columbia|D\\.C;
PR|Puerto Rico`;

/** A state and a ZIP code after it: `Waltham, MA 02154`. */
export function findStateAndZip(text: string): { region: string; code: string; text: string } | undefined {
  if (!/\d{5}/.test(text)) return undefined;
  const match = pattern().exec(text);
  return match?.[1] && match[2] ? { region: match[1], code: match[2], text: match[0] } : undefined;
}

/** Whether a text is the name of a state, not its two letters. */
export const isState = (text: string): boolean => names().has(text.toLowerCase());

const names = lazy(
  () =>
    new Set(
      states
        .replace(/\n/g, '')
        .toLowerCase()
        .split(/[;|]/)
        .filter((name) => name.length >= 4),
    ),
);

const pattern = lazy(
  () => new RegExp(`(?<!\\p{L})(${alternatives()})\\.?,?\\s+(?:USA?,?\\s+)?(\\d{5}(?:-\\d{4})?)(?![\\d-])`, 'iu'),
);

const alternatives = (): string =>
  states
    .replace(/\n/g, '')
    .split(';')
    .flatMap((state) => state.split('|'))
    .concat(['N\\.\\s?[HJMYCD]', 'S\\.\\s?[CD]', 'R\\.\\s?I']) // those of two words, as older letters have them
    .sort((a, b) => b.length - a.length)
    .join('|');
