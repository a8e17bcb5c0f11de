/** The address a card may lead to, or undefined: web, mail and phone only, so never `javascript:` or `data:`. */
export function linkTarget(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(url).protocol) ? url : undefined;
}
