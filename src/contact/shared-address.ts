import { roleNames } from './data/role-names.ts';
import { lazy } from './lazy.ts';
import { fold } from './normalize.ts';

/**
 * Whether several people read what is sent there: `info@`, `sales.tokyo@`, `family.weber@`. `more`: names of desks beside
 * those that are known here, folded; `team-a` is all that stands before the `@`.
 */
export function isSharedAddress(address: string, more: ReadonlySet<string> = none): boolean {
  const words = localWords(address);
  return (
    more.has(localPart(address)) ||
    [words[0], words.at(-1)].some(
      (word) => word !== undefined && (roleNames().has(word) || alsoShared().has(word) || more.has(word)),
    )
  );
}

const none: ReadonlySet<string> = new Set();

/** `taro`, `yamada` and `2` of `Taro.Yamada2@example.com`; what follows a plus is no part of it. */
export function localWords(address: string): string[] {
  return (
    localPart(address)
      .match(/\p{L}+|\d+/gu)
      ?.slice(0, 8) ?? []
  );
}

const localPart = (address: string): string =>
  fold(address.slice(0, Math.max(0, address.lastIndexOf('@'))).split('+')[0] ?? '');

/** Beyond the desks that extraction knows; compiled by hand. */
const alsoShared = lazy(
  () =>
    new Set(
      (
        'all everyone staff group office secretary secretariat reception frontdesk purchasing procurement export import ' +
        'logistics shipping warehouse finance payroll legal compliance privacy security it itsupport dev ops marketing ' +
        'customerservice customercare care enquiry inquiries ask welcome home family familie familia famille mailbox post ' +
        'poststelle zentrale einkauf empfang sekretariat verwaltung buchhaltung personal bewerbung service rechnung ' +
        'accueil secretariat comptabilite achats ventes direccion administracion compras facturacion recepcion ' +
        'acquisti segreteria inkoop receptie administratie biuro sekretariat ' +
        'koho jinji keiri madoguchi soudan uketsuke honsha jimukyoku eigyou soumuka kaigai support contactus'
      ).split(' '),
    ),
);
