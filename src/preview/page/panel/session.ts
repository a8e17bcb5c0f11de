import type { Execution } from '../../protocol.ts';
import type { CardView } from '../card/card-view.ts';

/** Where the add-on stands: the homepage, or a message. Each has its own stack of cards. */
export type PanelContext = { kind: 'home' } | { kind: 'message'; messageId: string };

/** One context's cards while the page is open. Gmail keeps them until something changed (`stateChanged`) or one refreshes. */
export class Session {
  readonly stack: CardView[] = [];
  /** `trigger`: the first cards are on their way. `action`: a button's answer is, and the card is locked. */
  waiting: 'trigger' | 'action' | undefined = 'trigger';
  /** What Gmail would show instead of a card; `of` says what failed. */
  failure: { error: NonNullable<Execution['error']>; of: 'trigger' | 'action'; execution?: Execution } | undefined;
  /** Actions without a load indicator that were not answered yet. */
  readonly quietly = new Set<unknown>();

  constructor(readonly context: PanelContext) {}

  get top(): CardView | undefined {
    return this.stack.at(-1);
  }
}

export const sessionKey = (context: PanelContext): string => (context.kind === 'home' ? 'home' : context.messageId);
