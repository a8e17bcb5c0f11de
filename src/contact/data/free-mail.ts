import { lazy } from '../lazy.ts';

/**
 * Mail providers for anybody: their domain is no company's. Compiled by hand from the providers' own sign-up pages,
 * large internet providers included.
 */
const providers = `
gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com
me.com mac.com proton.me protonmail.com pm.me fastmail.com fastmail.fm hey.com zoho.com mail.com gmx.com gmx.net
hushmail.com lycos.com excite.com netscape.net usa.net rediffmail.com operamail.com compuserve.com tutanota.com tuta.io pobox.com yandex.com yandex.ru mail.ru inbox.ru list.ru bk.ru rambler.ru
hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.co.jp outlook.jp outlook.fr outlook.de outlook.es
live.jp live.co.uk live.fr live.nl yahoo.co.uk yahoo.co.jp yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.com.br
yahoo.com.ar yahoo.com.mx yahoo.co.in yahoo.co.kr yahoo.com.tw yahoo.com.hk ybb.ne.jp
btinternet.com ntlworld.com sky.com virginmedia.com talktalk.net comcast.net verizon.net att.net sbcglobal.net cox.net
charter.net bellsouth.net earthlink.net juno.com netzero.net rogers.com shaw.ca sympatico.ca telus.net bigpond.com
optusnet.com.au xtra.co.nz
docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ymobile.ne.jp biglobe.ne.jp nifty.com so-net.ne.jp ocn.ne.jp
plala.or.jp excite.co.jp goo.jp eonet.ne.jp dion.ne.jp hi-ho.ne.jp
web.de gmx.de gmx.at gmx.ch t-online.de freenet.de arcor.de posteo.de mailbox.org bluewin.ch
caramail.com voila.fr club-internet.fr
orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it
fastwebnet.it telefonica.net terra.es ono.com uol.com.br bol.com.br terra.com.br ig.com.br globo.com sapo.pt
ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl home.nl casema.nl skynet.be telenet.be
qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com yeah.net 139.com 189.cn aliyun.com
sina.com.cn naver.com hanmail.net daum.net nate.com kakao.com wp.pl onet.pl o2.pl interia.pl seznam.cz
`;

const domains = lazy(() => new Set(providers.trim().split(/\s+/)));

/** Whether a registrable domain belongs to a mail provider. */
export const isFreeMail = (domain: string): boolean => domains().has(domain);
