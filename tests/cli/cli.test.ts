import { runCli } from './run-cli.ts';

test.each([[['--help']], [['-h']], [[]]])('%j lists the commands', async (args) => {
  const { code, out } = await runCli(args);
  for (const name of ['extract', 'store', 'tenant', 'migrate', 'preview'])
    expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect(code).toBe(0);
});

test.each(['bogus', 'toString', '__proto__'])('%s is no command', async (name) => {
  const { code, out, err } = await runCli([name]);
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: `There is no command "${name}"; --help lists them\n` });
});

test.each(['extract', 'store', 'tenant', 'migrate', 'preview'])('%s --help says how it is used', async (name) => {
  const { code, out, err } = await runCli([name, '--help']);
  expect(out).toMatch(new RegExp(`^Usage: .*\\b${name === 'preview' ? 'start' : name}\\b`));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
