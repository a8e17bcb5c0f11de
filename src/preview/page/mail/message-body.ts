import type { ShownMessage } from '../../protocol.ts';
import { h } from '../dom.ts';
import { nameOf } from '../format.ts';
import type { Words } from '../words.ts';

/**
 * The mail's body. HTML stands in a frame without scripts, forms, remote content or a way to the page around it; plain text
 * gets its web and mail addresses as links.
 */
export function messageBody(message: ShownMessage, words: Words['mail']): HTMLElement {
  if (!message.hasHtml) return h('div', { class: 'plain-body' }, ...withLinks(message.text ?? ''));
  const frame = h('iframe', {
    class: 'html-body',
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    src: `/preview/messages/${message.id}/body`,
    title: words.messageBody(nameOf(message.from)),
  });
  const note = h('p', { class: 'no-images', role: 'status' });
  frame.addEventListener('load', () => {
    fitToContent(frame);
    openLinksInTabs(frame);
    if (wantsRemoteImages(frame)) note.append(words.remoteImages);
  });
  return h('div', {}, note, frame);
}

const wantsRemoteImages = (frame: HTMLIFrameElement): boolean =>
  [...(frame.contentDocument?.images ?? [])].some(({ src }) => src !== '' && !src.startsWith('data:'));

/** Wherever the mail would have its links open, they open a new tab, and give it no handle on this one. */
function openLinksInTabs({ contentDocument }: HTMLIFrameElement): void {
  for (const link of contentDocument?.querySelectorAll('a, area') ?? []) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
}

/** As high as its content, also when the width changes. Same origin, no scripts: only this page measures. */
function fitToContent(frame: HTMLIFrameElement): void {
  const content = frame.contentDocument?.documentElement;
  if (!content) return;
  const fitHeight = () => {
    frame.style.height = `${Math.min(content.scrollHeight, 20_000)}px`;
  };
  fitHeight();
  new ResizeObserver(fitHeight).observe(content);
}

const address = /https?:\/\/[^\s<>"'。、）」]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

function withLinks(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(/[.,;:!?)]+$/, '');
    const href = found.startsWith('http') ? found : `mailto:${found}`;
    parts.push(text.slice(at, match.index), h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, found));
    at = match.index + found.length;
  }
  return [...parts, text.slice(at)];
}
