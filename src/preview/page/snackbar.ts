import { h } from './dom.ts';
import { drawIcon } from './icons.ts';

export interface Snackbar {
  element: HTMLElement;
  show(text: string): void;
  clear(): void;
}

/** Gmail's dark note at the bottom: read out, gone after seven seconds or when dismissed. */
export function createSnackbar(dismissLabel: string): Snackbar {
  const element = h('div', { class: 'snackbar', role: 'status', 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(timer);
    element.replaceChildren();
  };
  const show = (text: string) => {
    clear();
    element.append(
      h('span', {}, text),
      h('button', { type: 'button', 'aria-label': dismissLabel, on: { click: clear } }, drawIcon('close', 16)),
    );
    timer = setTimeout(clear, 7_000);
  };
  return { element, show, clear };
}
