import { publicSuffixes } from './data/public-suffixes.ts';
import { lazy } from './lazy.ts';

/** The part of a host name that somebody registered: `example.co.uk` of `mail.example.co.uk`. */
export interface RegistrableDomain {
  /** Undefined when the host is a public suffix itself, an address of numbers, or no host. */
  domain?: string;
  /** Whether the list of public suffixes has its top-level domain. */
  isKnown: boolean;
}

/**
 * By the ICANN section of the Public Suffix List; a host of an unknown top-level domain has that one as its suffix, and so
 * has one of a name in other letters that is spelled in ASCII (`xn--…`).
 */
export function registrableDomain(host: string): RegistrableDomain {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const top = labels[labels.length - 1] ?? '';
  if (labels.includes('') || /^\d+$/.test(top) || !/^[^\s/:@[\]]+$/.test(top)) return { isKnown: false };
  const suffixes = suffixesUnder(top);
  const count = suffixes ? suffixLength(labels.slice(0, -1).reverse(), suffixes) : 1;
  const domain = labels.length > count ? labels.slice(-count - 1).join('.') : undefined;
  return { domain, isKnown: suffixes !== undefined || top.startsWith('xn--') };
}

/** The same as a name to look up: a host that is below none stands for itself. */
export const registrableOf = (host: string): string =>
  registrableDomain(host).domain ?? host.toLowerCase().replace(/\.$/, '');

/** How many labels the public suffix has; `below` are the labels under the top-level domain, from right to left. */
function suffixLength(below: string[], suffixes: ReadonlySet<string>): number {
  let length = 1;
  let path = '';
  for (const [i, label] of below.entries()) {
    const wild = path ? `*.${path}` : '*';
    path = path ? `${label}.${path}` : label;
    if (suffixes.has(`!${path}`)) return i + 1;
    if (suffixes.has(path) || suffixes.has(wild)) length = i + 2;
    if (i === deepest) break;
  }
  return length;
}

/** The deepest rules are like `pvt.k12.ma.us`. */
const deepest = 3;

/** The suffixes under a top-level domain, without it (`co`, `aisai.aichi`, `*.kobe`, `!city.kobe` of jp); undefined for one unknown. */
function suffixesUnder(top: string): ReadonlySet<string> | undefined {
  const line = lines().get(top);
  if (line === undefined) return undefined;
  const before = read.get(top);
  if (before) return before;
  const suffixes = new Set<string>();
  for (const [, name = '', isEmpty, group] of line.matchAll(/([^\s().]+)(\.)?(?:\(([^)]*)\))?/g)) {
    if (!isEmpty) suffixes.add(name);
    for (const below of group?.split(' ') ?? []) suffixes.add(`${below}.${name}`);
  }
  read.set(top, suffixes);
  return suffixes;
}

const read = new Map<string, ReadonlySet<string>>();
const lines = lazy(
  () =>
    new Map(
      publicSuffixes()
        .trim()
        .split('\n')
        .map((line) => {
          const [top = ''] = line.split(/[. ]/, 1);
          return [top, line.slice(top.length)] as const;
        }),
    ),
);
