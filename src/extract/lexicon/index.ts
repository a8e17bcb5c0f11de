import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Lexicon } from './lexicon.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { sv } from './sv.ts';
import { zh } from './zh.ts';

/**
 * Every language we read. A signature may mix them, so all are looked at for every mail. A function, so that the add-on
 * can unpack the tables when they are first needed.
 */
export const lexicons = (): Lexicon[] => languages;

const languages: Lexicon[] = [en, ja, de, fr, es, it, zh, ko, pt, nl, sv, da, pl, cs];
