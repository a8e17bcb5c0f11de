import { type GmailEvent, readCall } from '../../src/addon/call.ts';

const read = (commonEventObject: object) => readCall({ commonEventObject } as unknown as GmailEvent, 0);

test.each([
  ['no inputs', {}],
  ['an input of another kind', { a: { dateInput: { msSinceEpoch: '0' } } }],
  ['an input without values', { a: { stringInputs: {} } }],
  ['an input with an empty list', { a: { stringInputs: { value: [] } } }],
])('%s reads as nothing typed', (_, formInputs) => expect(read({ formInputs }).form.a ?? '').toBe(''));

test('an input by the name of a property of objects is an input', () => {
  const formInputs = JSON.parse('{"__proto__":{"stringInputs":{"value":["x"]}},"a":{"stringInputs":{"value":["y"]}}}');
  const { form } = read({ formInputs });
  expect(Object.keys(form).sort()).toEqual(['__proto__', 'a']);
  expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
});

test('an event that says nothing', () =>
  expect(readCall({} as GmailEvent, 7)).toMatchObject({ parameters: {}, form: {}, startedAt: 7, zoneOffset: 0 }));
