import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Dev, type DevOptions, defaultPort, startDev } from '../dev.ts';
import { maxMessages } from '../preview/mailbox/mailbox.ts';
import { type Person, people } from '../preview/people.ts';

const usage = `Usage: npm start -- [OPTIONS]

  --mailbox PATH   show this mail instead of the samples: an .eml file, a folder of them, or an .mbox (only read)
  --port N         the port to open, ${defaultPort} when absent; a taken one gets the next
  --reset          forget contacts, suggestions, settings and what was done at Google in earlier runs first
  --help           this text`;

/** `npm start`: runs until it is stopped. Rejects with an Error that says what to do. */
export async function run(args: string[]): Promise<void> {
  const options = await readOptions(args);
  if (options === 'help') {
    console.log(usage);
    return;
  }
  console.log('Building the add-on and opening the store: about ten seconds, half a minute the first time.');
  const dev = await startDev(options);
  console.log(greeting(dev, options));
  const stop = () => {
    for (const signal of signals) process.removeAllListeners(signal);
    void dev.stop().then(() => process.exit(0));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
}

/** Reads the options of the command line. Throws an Error that names the wrong one. */
export async function readOptions(args: string[]): Promise<DevOptions | 'help'> {
  const values = parseOptions(args);
  if (values.help) return 'help';
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`--port ${values.port} is not a port: give a number from 0 to 65535.`);
  }
  const mailbox = values.mailbox === undefined ? undefined : path.resolve(values.mailbox);
  if (mailbox !== undefined && !(await stat(mailbox).catch(() => undefined))) {
    throw new Error(`--mailbox ${mailbox}: there is no such file or folder.`);
  }
  return { port, mailbox, reset: values.reset };
}

function parseOptions(args: string[]) {
  try {
    const options = {
      mailbox: { type: 'string' },
      port: { type: 'string' },
      reset: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`);
  }
}

const described = ({ name, role }: Person): string => `${name} (${role.replace('-', ' ')})`;

function greeting({ url, dataFolder, mailbox }: Dev, { mailbox: own }: DevOptions): string {
  const count = mailbox.threads.reduce((sum, { messages }) => sum + messages.length, 0);
  const unreadable = mailbox.unreadable.slice(0, 5).map(({ name, error }) => `             ${name}: ${error.message}`);
  return [
    '',
    `Contact Inbox runs at  ${url}`,
    '',
    'Click first  a mail that a person wrote, then Suggest contact in the panel at the right; check the card; Save.',
    `Then         the bar at the top signs you in as ${people.map(described).join(', ')},`,
    '             and switches language and screen.',
    `Mail         ${own ?? 'the sample mails'}: ${count}. ${own ? 'It is only read.' : 'Your own: npm start -- --mailbox PATH'}`,
    ...(mailbox.truncated ? [`             There is more: only the first ${maxMessages} mails were read.`] : []),
    ...(mailbox.unreadable.length > 0
      ? [`             Not readable: ${mailbox.unreadable.length}`, ...unreadable]
      : []),
    `Data         ${dataFolder}, on this machine only. Begin anew: npm start -- --reset`,
    'Stop         Ctrl+C',
    '',
  ].join('\n');
}
