import { isFreeMail } from '../contact/data/free-mail.ts';
import { registrableOf } from '../contact/registrable-domain.ts';
import { hasCjk, squash, wordsOf } from './fold.ts';
import type { Sender } from './sender.ts';

/**
 * Some words and a link to a mail provider's own pages, and nothing to reach anybody by: `Get your free mailbox today!`,
 * `http://www.hotmail.com`. Of the link's host any page may be somebody's, so the words or the host speak of mail.
 */
export function isProviderAdvert(texts: string[], { name = '', site }: Sender): boolean {
  if (texts.length > 5 || texts.some((text) => text.includes('@'))) return false;
  const whole = texts.join(' ').toLowerCase();
  const said = whole.replace(links, ' ');
  const isOwn = wordsOf(name).some((word) => word.length > 2 && squash(whole).includes(word));
  if (isOwn || /\d{3}[\s./-]?\d{3}/.test(said)) return false;
  if (hasCjk(said) ? squash(said).length < 6 : wordsOf(said).length < 3) return false;
  return [...whole.matchAll(links)].some(([, host = '', path = '']) => {
    const owner = registrableOf(host);
    const brand = owner.split('.', 1)[0] as string;
    if (!isFreeMail(owner) && !isFreeMail(`${brand}.com`)) return false; // `messenger.msn.de`
    if (site.startsWith(brand) && !isFreeMail(site)) return false; // who works there
    return (
      !isPersonal.test(host + path) &&
      ((path.length < 2 && host.replace('www.', '') === owner) ||
        /(?:^|\.)(?:e-?|web|hot)?(?:mail|po[sc]z?ta)[.\d]/.test(host) ||
        wordsOf(said).includes(brand))
    );
  });
}

const links = /(?:https?:\/\/|\b(?=www\.))([\w.-]{4,99})(\/\S{0,200})?/gi;

/** `members.aol.com`, `www.terra.es/personal/ana`, `xs4all.nl/~ana`: a page that a provider keeps for somebody. */
const isPersonal =
  /~|\/personal\/|(?:^|[./])(?:home|members?|membres|perso|users?|utenti|people|digilander|blogs?|cafe|groups?|spaces|sites?)[./\d]/i;
