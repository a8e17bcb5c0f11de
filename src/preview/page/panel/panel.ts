import type { RenderActions } from '../../apps-script/types.ts';
import type { Execution, RunRequest } from '../../protocol.ts';
import type { Action, Card, OpenLink } from '../card/card-json.ts';
import { type CardHost, type CardView, drawCard } from '../card/card-view.ts';
import type { Form } from '../card/form.ts';
import { picture } from '../card/picture.ts';
import { h } from '../dom.ts';
import { drawIcon } from '../icons.ts';
import { menuButton } from '../menu.ts';
import type { Language, Words } from '../words.ts';
import { type Move, navigate } from './card-stack.ts';
import { authorizationView, failureView } from './failure-view.ts';
import { holdFocus, moveFocus } from './focus.ts';
import { openLink } from './open-link.ts';
import { type PanelContext, Session, sessionKey } from './session.ts';

export interface PanelOptions {
  addOn: { name: string; logoUrl?: string; onHomepage?: string; onMessage?: string };
  words: Words['panel'];
  language: Language;
  /** Runs a callback of the add-on as the current user. */
  run(call: PanelCall): Promise<Execution>;
  /** Allows the add-on more scopes, as a user does on Google's consent screen. */
  grant(scopes: string[]): Promise<void>;
  notify(text: string): void;
  close(): void;
}

export type PanelCall = Pick<RunRequest, 'functionName' | 'kind' | 'messageId' | 'parameters' | 'formInputs'>;

export interface Panel {
  element: HTMLElement;
  /** Shows this context's cards: those it had, or what its trigger gives. */
  show(context: PanelContext): void;
  focus(): void;
}

/** The add-on's side panel: header with back arrow and menu, the card on top of the stack, loading and failures. */
export function createPanel(options: PanelOptions): Panel {
  const { addOn, words } = options;
  const sessions = new Map<string, Session>();
  let current: Session | undefined;

  const back = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': words.back, title: words.back, on: { click: goBack } },
    drawIcon('back'),
  );
  const menu = menuButton(words.menu, menuItems);
  const progress = h('div', { class: 'progress', hidden: true });
  const status = h('div', { class: 'visually-hidden', role: 'status' });
  const body = h('div', { class: 'panel-body', tabindex: -1 });
  const element = h(
    'aside',
    { class: 'panel', 'aria-label': addOn.name },
    h(
      'header',
      { class: 'panel-header' },
      back,
      addOnLogo(addOn),
      h('h2', { class: 'panel-name' }, addOn.name),
      menu,
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.close,
          title: words.close,
          on: { click: options.close },
        },
        drawIcon('close'),
      ),
    ),
    progress,
    status,
    body,
  );

  function show(context: PanelContext): void {
    const known = sessions.get(sessionKey(context));
    if (known) current = known;
    else void load(context);
    draw();
  }

  /** Runs the context's trigger anew. */
  async function load(context: PanelContext): Promise<void> {
    const session = new Session(context);
    sessions.set(sessionKey(context), session);
    current = session;
    draw();
    const functionName = context.kind === 'home' ? addOn.onHomepage : addOn.onMessage;
    const execution = functionName
      ? await options.run({ functionName, kind: 'trigger', messageId: messageIdOf(session) })
      : undefined;
    session.waiting = undefined;
    if (execution?.error) session.failure = { error: execution.error, of: 'trigger', execution };
    const cards = (execution?.response?.action?.navigations ?? []).flatMap((step) =>
      'pushCard' in step ? [step.pushCard as Card] : [],
    );
    const root = cards.length > 1 ? chooser(cards) : cards[0];
    if (root) session.stack.push(drawFor(session, root));
    if (session === current) draw();
  }

  async function act(session: Session, action: Action, form: Form, added: Record<string, string>): Promise<void> {
    const quiet = action.loadIndicator === 'NONE';
    if (session.waiting || session.quietly.has(action)) return;
    if (quiet) session.quietly.add(action);
    else session.waiting = 'action';
    const held = quiet ? undefined : holdFocus(body);
    drawWaiting();
    const execution = await options.run({
      functionName: action.function ?? '',
      kind: 'action',
      messageId: messageIdOf(session),
      parameters: {
        ...Object.fromEntries((action.parameters ?? []).map(({ key = '', value = '' }) => [key, value])),
        ...added,
      },
      formInputs: form.values(),
    });
    session.quietly.delete(action);
    if (!quiet) session.waiting = undefined;
    if (sessions.get(sessionKey(session.context)) !== session) return;
    if (session.top) session.top.leftFrom = held?.element;
    const move = execution.error ? failed(session, execution.error, execution) : answered(session, execution);
    if (session !== current) return;
    draw();
    moveFocus(move, session.top, held, body);
  }

  function failed(session: Session, error: NonNullable<Execution['error']>, execution: Execution): 'failed' {
    session.failure = { error, of: 'action', execution };
    return 'failed';
  }

  function answered(session: Session, execution: Execution): Move {
    if (execution.response?.stateChanged) {
      for (const [key, other] of sessions) if (other !== session) sessions.delete(key);
    }
    const { navigations = [], notification, link }: RenderActions = execution.response?.renderActions?.action ?? {};
    const moves = navigations.map((step) => navigate(session.stack, step, (card) => drawFor(session, card)));
    if (notification) options.notify(notification.text);
    if (link) follow(session, link);
    return moves.findLast((move) => move !== 'stayed') ?? 'stayed';
  }

  function drawFor(session: Session, card: Card): CardView {
    const host: CardHost = {
      words,
      language: options.language,
      run: (action, form, parameters) => void act(session, action, form, parameters),
      openLink: (link) => follow(session, link),
      showCard: (next) => {
        session.stack.push(drawFor(session, next));
        draw();
        moveFocus('pushed', session.top, undefined, body);
      },
    };
    return drawCard(card, host);
  }

  function follow(session: Session, link: OpenLink): void {
    openLink(link, () => {
      sessions.delete(sessionKey(session.context));
      if (session === current) void load(session.context);
    });
  }

  function goBack(): void {
    if (!current || current.waiting) return;
    if (current.failure?.of === 'action') current.failure = undefined;
    else if (current.stack.length > 1) current.stack.pop();
    draw();
    moveFocus('popped', current.top, undefined, body);
  }

  function menuItems() {
    const session = current;
    if (!session) return [];
    const ofCard = session.failure || session.waiting ? [] : (session.top?.menu ?? []);
    const refresh = { label: words.refresh, run: () => void load(session.context) };
    return session.stack.length > 1 ? ofCard : [...ofCard, refresh];
  }

  function chooser(cards: Card[]): Card {
    const rows = cards.map((card) => {
      const { title, subtitle } = card.peekCardHeader ?? card.header ?? {};
      return { decoratedText: { text: escaped(title ?? words.untitled), bottomLabel: subtitle, onClick: { card } } };
    });
    return { header: { title: words.chooseCard }, sections: [{ widgets: rows }] };
  }

  function draw(): void {
    body.replaceChildren(contentOf(current));
    back.hidden = !current || (current.stack.length < 2 && !(current.failure?.of === 'action'));
    menu.hidden = menuItems().length === 0;
    drawWaiting();
  }

  function drawWaiting(): void {
    const waiting = current?.waiting;
    progress.hidden = waiting !== 'action';
    status.replaceChildren(waiting ? words.loading : '');
    body.toggleAttribute('aria-busy', false);
    if (waiting) body.setAttribute('aria-busy', 'true');
    for (const child of body.children) child.toggleAttribute('inert', waiting === 'action');
  }

  function contentOf(session: Session | undefined): HTMLElement {
    if (session?.waiting === 'trigger') return h('div', { class: 'spinner-box' }, h('div', { class: 'spinner' }));
    const scopes = session?.failure?.error.authorization?.scopes;
    if (session && scopes) {
      const authorize = async () => {
        await options.grant(scopes);
        await load(session.context);
      };
      return authorizationView(addOn, scopes, words, () => void authorize());
    }
    if (session?.failure) {
      const retry = session.failure.of === 'trigger' ? () => void load(session.context) : undefined;
      return failureView(session.failure.error, session.failure.execution, words, { retry, back: goBack });
    }
    return session?.top?.element ?? h('p', { class: 'no-cards' }, words.noCards);
  }

  return { element, show, focus: () => (current?.top?.heading ?? body).focus() };
}

/** The add-on's logo; its sign where the logo cannot be loaded here. */
export function addOnLogo({ logoUrl = '' }: { logoUrl?: string }): HTMLElement {
  const image = picture(logoUrl, { class: 'add-on-logo', alt: '' });
  return image instanceof HTMLImageElement ? image : h('span', { class: 'add-on-logo drawn' }, drawIcon('logo', 16));
}

const messageIdOf = ({ context }: Session) => (context.kind === 'message' ? context.messageId : undefined);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
