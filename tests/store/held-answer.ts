import pg from 'pg';
import { statementIn } from './statement-in.ts';

/**
 * Keeps PostgreSQL's answer to the first statement that `isHeld` takes from whom asked, until it is released: others can be
 * served between that statement and the next one of the same transaction.
 */
export function holdAnswer(isHeld: (statement: string) => boolean): { reached: Promise<void>; release: () => void } {
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
      this: pg.Client,
      ...given: unknown[]
    ) {
      const answer = query.call(this, ...given);
      if (!isHeld(statementIn(given).text ?? '')) return await answer;
      spy.mockRestore();
      await answer;
      resolve();
      await released;
      return await answer;
    } as typeof pg.Client.prototype.query);
  });
  return { reached, release };
}
