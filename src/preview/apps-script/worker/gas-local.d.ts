declare module 'gas-local' {
  import type { Context } from 'node:vm';

  const gas: {
    /** Runs the folder's files that pass the filter in one global object, and gives that. */
    require(folder: string, globals: Context, options: { filter(file: string): boolean }): Context;
  };
  export default gas;
}
