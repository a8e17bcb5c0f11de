import { Problem } from '../problem.ts';

/** Somebody has worked upon what an act left. */
export const changedSince = (): Problem =>
  new Problem('undo-conflict', 'The contact was changed since, so it stays as it is');
