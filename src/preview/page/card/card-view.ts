import { h, newId } from '../dom.ts';
import { drawIcon } from '../icons.ts';
import type { Language, Words } from '../words.ts';
import type { Action, Card, CardHeader, OpenLink, Section } from './card-json.ts';
import { runner } from './click.ts';
import type { CardContext } from './context.ts';
import { Form } from './form.ts';
import { picture } from './picture.ts';
import { cardButton } from './widgets/buttons.ts';
import { drawWidget } from './widgets.ts';

/** What the panel does for a card's buttons. */
export interface CardHost {
  words: Words['panel'];
  language: Language;
  run(action: Action, form: Form, parameters: Record<string, string>): void;
  openLink(link: OpenLink): void;
  showCard(card: Card): void;
}

export interface CardView {
  card: Card;
  element: HTMLElement;
  /** Gets the focus when the card appears, so that a screen reader says where one is. */
  heading: HTMLElement;
  form: Form;
  /** The control that led on to the next card; gets the focus back. */
  leftFrom?: HTMLElement;
  /** The card's own entries of the panel's menu. */
  menu: { label: string; run(): void }[];
}

/** A card drawn as in Gmail's side panel: header, sections, fixed footer. */
export function drawCard(card: Card, host: CardHost): CardView {
  const form = new Form();
  const { words, language } = host;
  const context: CardContext = {
    form,
    words,
    language,
    act: (action, parameters = {}) => {
      const required = action.allWidgetsAreRequired ? 'all' : (action.requiredWidgets ?? []);
      if (form.check(required, words.required)) host.run(action, form, parameters);
    },
    openLink: host.openLink,
    showCard: host.showCard,
  };
  const header = card.header && drawHeader(card.header);
  const sections = (card.sections ?? []).map((section) => drawSection(section, context));
  const footer = drawFooter(card, context);
  const element = h(
    'div',
    { class: 'card', 'aria-label': card.header?.title ?? words.untitled, role: 'group', tabindex: -1 },
    h('div', { class: 'card-scroll' }, header?.element, ...sections),
    footer,
  );
  const menu = (card.cardActions ?? []).flatMap(({ actionLabel, onClick }) => {
    const run = onClick && runner(onClick, context);
    return run ? [{ label: actionLabel ?? '', run }] : [];
  });
  return { card, element, heading: header?.heading ?? element, form, menu };
}

function drawHeader(header: CardHeader): { element: HTMLElement; heading: HTMLElement } {
  const heading = h('h3', { class: 'card-title', tabindex: -1 }, header.title ?? '');
  const image =
    header.imageUrl &&
    picture(header.imageUrl, {
      class: 'card-image',
      alt: header.imageAltText ?? '',
      circle: header.imageType === 'CIRCLE',
    });
  const element = h(
    'div',
    { class: 'card-header' },
    image || undefined,
    h(
      'div',
      { class: 'card-titles' },
      heading,
      header.subtitle ? h('p', { class: 'card-subtitle' }, header.subtitle) : undefined,
    ),
  );
  return { element, heading };
}

function drawSection(section: Section, context: CardContext): HTMLElement {
  const widgets = (section.widgets ?? []).map((widget) => drawWidget(widget, context));
  const always = section.collapsible ? (section.uncollapsibleWidgetsCount ?? 0) : widgets.length;
  const hidden = widgets.slice(always);
  const headerId = newId();
  return h(
    'section',
    { class: 'section', 'aria-labelledby': section.header ? headerId : undefined },
    section.header ? h('h4', { class: 'section-header', id: headerId }, section.header) : undefined,
    ...widgets.slice(0, always),
    ...(hidden.length > 0 ? collapsed(hidden, context) : []),
  );
}

/** The widgets beyond the first few, behind a button that shows them. */
function collapsed(widgets: HTMLElement[], { words }: CardContext): HTMLElement[] {
  const id = newId();
  const box = h('div', { id, hidden: true }, ...widgets);
  const label = h('span', {}, words.showMore(widgets.length));
  const icon = h('span', { class: 'icon' }, drawIcon('chevron-down', 18));
  const toggle = h('button', { type: 'button', class: 'collapse', 'aria-expanded': 'false', 'aria-controls': id });
  toggle.append(label, icon);
  toggle.addEventListener('click', () => {
    box.hidden = !box.hidden;
    toggle.setAttribute('aria-expanded', String(!box.hidden));
    label.replaceChildren(box.hidden ? words.showMore(widgets.length) : words.showLess);
    icon.replaceChildren(drawIcon(box.hidden ? 'chevron-down' : 'chevron-up', 18));
  });
  return [box, toggle];
}

/** Stuck at the bottom: the secondary button only beside a primary one, as on the platform. */
function drawFooter({ fixedFooter }: Card, context: CardContext): HTMLElement | undefined {
  const { primaryButton, secondaryButton } = fixedFooter ?? {};
  if (!primaryButton) return undefined;
  return h(
    'div',
    { class: 'card-footer' },
    secondaryButton && cardButton(secondaryButton, context, 'outlined'),
    cardButton(primaryButton, context, 'filled'),
  );
}
