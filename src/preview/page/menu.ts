import { h, newId } from './dom.ts';
import { drawIcon } from './icons.ts';

export interface MenuItem {
  label: string;
  run(): void;
}

/**
 * A three-dot button that opens a menu: arrow keys move, Enter chooses, Escape and a click elsewhere close it. `items` is
 * asked each time it opens.
 */
export function menuButton(label: string, items: () => MenuItem[]): HTMLElement {
  const id = newId();
  const list = h('div', { class: 'menu', role: 'menu', id, 'aria-label': label, hidden: true });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': label,
      title: label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-controls': id,
    },
    drawIcon('more'),
  );
  const root = h('div', { class: 'menu-root' }, button, list);

  const close = (returnFocus: boolean) => {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', closeFromOutside);
    if (returnFocus) button.focus();
  };
  const closeFromOutside = (event: Event) => {
    if (!root.contains(event.target as Node)) close(false);
  };
  const open = () => {
    list.replaceChildren(
      ...items().map((item) =>
        h(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            tabindex: -1,
            on: {
              click: () => {
                close(true);
                item.run();
              },
            },
          },
          item.label,
        ),
      ),
    );
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', closeFromOutside);
    (list.firstElementChild as HTMLElement | null)?.focus();
  };

  button.addEventListener('click', () => (list.hidden ? open() : close(true)));
  root.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const entries = [...list.children] as HTMLElement[];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close(true);
    else if (event.key === 'Tab') close(false);
    else if (target !== undefined) entries.at(target % entries.length)?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  });
  return root;
}
