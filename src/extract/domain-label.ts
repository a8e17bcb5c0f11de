import { squash } from './fold.ts';
import type { Sender } from './sender.ts';

/** The first words of the registrable domain and of the whole one. */
export const labelsOf = ({ site, domain }: Sender): string[] => [site, domain].map(firstLabel);

/** `kiteworks` of `kiteworks.co.uk`. */
export const firstLabel = (host: string): string => squash(host.split('.')[0] ?? '');

/** How a domain spells the `&` of `Kite & Line`, which `squash` leaves out. */
export const ands = ['', 'and', 'und', 'et', 'y', 'e', 'en'];

/** `muellerbau` of a domain as `Müller Bau` is squashed. */
export const shortUmlauts = (label: string): string => label.replace(/([aou])e/g, '$1');
