import { cjkCompanyForm, companyForms } from './data/company-forms.ts';
import { modernKanji } from './kanji-variants.ts';
import { plainLetters } from './latin-letters.ts';
import { fold } from './normalize.ts';

/**
 * One company written in two ways gives one key: legal form, case, width, punctuation and `&` make no difference.
 * Undefined when nothing but a form is left.
 */
export function companyKey(name: string): string | undefined {
  const words = modernKanji(fold(plainLetters(name.slice(0, 300))))
    .replace(cjkCompanyForm, ' ')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '') // S.p.A., Co.,Ltd
    .replace(/(?<!\p{L})(\p{L})\/(\p{L})(?!\p{L})/gu, '$1$2') // A/S
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const kept = words.filter((word, i) => !companyForms.has(word) || (i === 0 && word !== 'the'));
  const key = kept.join('');
  return key === '' || companyForms.has(key) ? undefined : key;
}
