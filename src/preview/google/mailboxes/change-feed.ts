import type { Change } from './mailbox.ts';

/** Tells whoever watches a mailbox what changes in it. */
export class ChangeFeed {
  private readonly watchers = new Set<(change: Change) => void>();

  /** Gives a function that ends it. */
  watch(watcher: (change: Change) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  protected tell(change: Change): void {
    for (const watcher of this.watchers) watcher(change);
  }
}
