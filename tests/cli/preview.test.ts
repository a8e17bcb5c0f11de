import { readOptions } from '../../src/cli/preview.ts';

describe('options', () => {
  test('are read', async () => {
    expect(await readOptions(['--port', '9000', '--reset', '--mailbox', __dirname])).toEqual({
      port: 9000,
      reset: true,
      mailbox: __dirname,
    });
    expect(await readOptions([])).toEqual({ port: undefined, reset: undefined, mailbox: undefined });
    expect(await readOptions(['-h'])).toBe('help');
  });

  test.each([
    [['--prot', '9000'], /Unknown option '--prot'[\s\S]*--mailbox PATH/],
    [['mail.mbox'], /Unexpected argument 'mail.mbox'/],
    [['--port', 'http'], /--port http is not a port/],
    [['--port', '70000'], /--port 70000 is not a port/],
    [['--mailbox'], /--mailbox/],
    [['--mailbox', '/no/such/folder'], /--mailbox .*no such file or folder/],
  ])('%j is wrong, and the message says why', async (args, message) => {
    await expect(readOptions(args)).rejects.toThrow(message);
  });
});
