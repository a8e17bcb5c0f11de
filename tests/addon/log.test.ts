import { Problem } from '../../src/addon/problem.ts';
import { logFailure } from '../../src/addon/services/log.ts';

let logged: string;
beforeEach(() => {
  logged = '';
  jest.spyOn(console, 'error').mockImplementation((line: string) => {
    logged += line;
  });
});
afterEach(() => jest.restoreAllMocks());

test('a problem: its code, our own words, the request in the log of the store, and where it was', () => {
  logFailure('save', new Problem('unavailable', 'The store answered 503', { requestId: 'r7' }));
  const { at, ...said } = JSON.parse(logged);
  expect(said).toEqual({ doing: 'save', code: 'unavailable', message: 'The store answered 503', requestId: 'r7' });
  expect(at.length).toBeGreaterThan(1);
});

test('an unknown error: where it was, never its message, which may quote what it choked on', () => {
  const cause = new SyntaxError('Unexpected token "Dear Ana"');
  logFailure('suggest', new TypeError('cannot read Ana Ruiz\n    at <ana@example.com>', { cause }));
  logFailure('suggest', new Problem('message-closed', 'The open message could not be read', { cause }));
  expect(logged).toContain('"TypeError"');
  expect(logged).toContain('"SyntaxError"');
  expect(logged).not.toMatch(/Ana|example\.com/);
});

test('what is thrown need not be an error', () => {
  logFailure('suggest', 'Dear Ana');
  expect(JSON.parse(logged)).toEqual({ doing: 'suggest', code: 'unexpected' });
});
