import { lazy } from '../../contact/lazy.ts';
import { socialHosts } from './social-hosts.ts';

/** Social networks, and pages that sites have, as links beside a signature name them. Compiled by hand. */
export const pageNames = lazy(
  (): ReadonlySet<string> =>
    new Set([
      ...Object.values(socialHosts).map((name) => name.toLowerCase()),
      ...(
        'blog portfolio portafolio support careers docs knowledgebase news shop aboutus contactus ' +
        'skype newsletter website webseite impressum datenschutz datenschutzerklarung agb privacypolicy legalnotice mentionslegales avisolegal'
      ).split(' '),
    ]),
);
