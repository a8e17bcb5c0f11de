import { createInterface } from 'node:readline/promises';

/** Whether to go on, once it was said what that means. Throws an Error where nobody can be asked. */
export type Confirm = (meaning: string) => Promise<boolean>;

/** Asks who sits at the terminal. */
export async function confirmAtTerminal(meaning: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error(`${meaning}\nNothing was changed: this is no terminal to ask at; say --yes`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${meaning}\nGo on? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
