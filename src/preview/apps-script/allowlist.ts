/**
 * Whether a URL lies under one of the manifest's prefixes (urlFetchWhitelist, openLinkUrlPrefixes): same scheme and
 * port, same host or a subdomain of `*.host`, path and query beginning with the prefix's, case-sensitive. A lone `*`
 * matches everything (developers.google.com/apps-script/manifest/allowlist-url).
 */
export function isAllowed(url: string, prefixes: readonly string[]): boolean {
  const wanted = parse(url);
  if (!wanted) return false;
  return prefixes.some((prefix) => prefix === '*' || covers(prefix, wanted));
}

/** What is wrong with a prefix of such a list, or undefined. Plain http is left to local previews. */
export function prefixProblem(prefix: string): string | undefined {
  const [, scheme, wildcard, host, path] = /^([a-z]+):\/\/(\*\.)?([^/*?#@\s]+)(.*)$/.exec(prefix) ?? [];
  if (!host || !parse(`${scheme}://${host}/`)) return 'must be a URL with a full host';
  const local = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) && !wildcard;
  if (scheme !== 'https' && !(scheme === 'http' && local)) return 'must begin with https://';
  if (!path?.startsWith('/')) return 'must have a path, at least a closing /';
  return undefined;
}

function covers(prefix: string, url: URL): boolean {
  const wildcard = prefix.includes('://*.');
  const allowed = parse(prefix.replace('://*.', '://'));
  if (!allowed || allowed.protocol !== url.protocol || allowed.port !== url.port) return false;
  const host = wildcard ? url.hostname.endsWith(`.${allowed.hostname}`) : url.hostname === allowed.hostname;
  return host && (url.pathname + url.search).startsWith(allowed.pathname + allowed.search);
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
