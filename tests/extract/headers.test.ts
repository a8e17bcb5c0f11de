import { headersFrom } from '../../src/extract/headers.ts';

test('asks for each header by its usual name and leaves out what is missing', () => {
  const mail: Record<string, string> = {
    From: 'Ana Ruiz <ana@example.com>',
    'List-Unsubscribe': '<https://example.com/leave>',
    'X-Auto-Response-Suppress': 'All',
    Cc: '',
  };
  expect(headersFrom((name) => mail[name])).toEqual({
    from: 'Ana Ruiz <ana@example.com>',
    listUnsubscribe: '<https://example.com/leave>',
    autoResponseSuppress: 'All',
  });
});

test('asks once for each, since on the platform every question costs', () => {
  const asked: string[] = [];
  headersFrom((name) => {
    asked.push(name);
    return undefined;
  });
  expect(asked.length).toBe(new Set(asked).size);
});

test('a mail without From has an empty one', () => expect(headersFrom(() => undefined)).toEqual({ from: '' }));
