import { parseArgs } from 'node:util';

/** The one FILE a command is given; undefined where its help was asked for, which is then printed. Throws an Error otherwise. */
export function oneFile(args: string[], command: string, help: string): string | undefined {
  const options = { help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [file, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return undefined;
  }
  if (!file || rest.length > 0) throw new Error(`Say ${command} FILE; ${command} --help says more`);
  return file;
}
