import type { OpenLink } from '../card/card-json.ts';
import { linkTarget } from '../card/link.ts';

const overlay = 'popup,width=600,height=640';

/** A mail in Gmail is one of this page's threads. */
const inThisGmail = (url: string | undefined): string | undefined =>
  url?.replace(/^https:\/\/mail\.google\.com\/mail\/[^#]*#all\//, `${location.origin}/#inbox/`);

/** Opens a link in a new tab or an overlay window; `reload` is called once it is closed, where the link asks for that. */
export function openLink({ url, openAs, onClose }: OpenLink, reload: () => void): void {
  const target = linkTarget(inThisGmail(url));
  if (!target) return;
  if (onClose !== 'RELOAD') {
    window.open(target, '_blank', openAs === 'OVERLAY' ? `noopener,${overlay}` : 'noopener');
    return;
  }
  const opened = window.open('about:blank', '_blank', openAs === 'OVERLAY' ? overlay : undefined);
  if (!opened) return;
  opened.opener = null;
  opened.location.href = target;
  const watch = setInterval(() => {
    if (!opened.closed) return;
    clearInterval(watch);
    reload();
  }, 300);
}
