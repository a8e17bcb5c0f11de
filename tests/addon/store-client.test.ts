import { en } from '../../src/addon/messages/en.ts';
import { ja } from '../../src/addon/messages/ja.ts';
import { storeCodes } from '../../src/addon/problem.ts';
import { problems } from '../../src/api/problems.ts';
import { calm, type Organisation, type Panel, startWorld, type World } from './world.ts';

let world: World;
let org: Organisation;
beforeAll(async () => {
  world = await startWorld();
  org = await world.organisation();
  await org.enable(org.user);
});
afterAll(() => world.stop());
beforeEach(() => calm(world));

const open = (): Promise<Panel> => org.panel(org.user).openMail(world.deliver({}));
/** Answers the first requests like this, then lets them pass. */
const first = (times: number, answer: () => Response | Promise<never>): void => {
  world.network = () => (world.sent.length <= times ? answer() : undefined);
};

describe('what may pass by itself is tried once more', () => {
  test.each<[string, () => Response | Promise<never>]>([
    ['no connection', () => Promise.reject(new Error('connect ECONNREFUSED'))],
    ['503 of the store', () => Response.json({ code: 'unavailable' }, { status: 503 })],
    ['500 of the store', () => Response.json({ code: 'unexpected' }, { status: 500 })],
    ['502 of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['an answer cut short', () => new Response('{"status":', { status: 200 })],
  ])('%s', async (_, answer) => {
    first(1, answer);
    expect((await open()).buttons).toContain('Suggest contact');
    expect(world.sent).toHaveLength(2);
  });

  test('a write with the same key, so that it is done once', async () => {
    const panel = await open();
    world.sent = [];
    first(1, () => new Response('', { status: 504 }));
    await panel.press('Suggest contact');
    expect(panel.labels).toContain('Name');
    expect(world.sent).toHaveLength(2);
    expect(world.sent[0]?.key).toBeTruthy();
    expect(world.sent[1]).toEqual(world.sent[0]);
  });

  test('and not a third time', async () => {
    first(9, () => new Response('', { status: 503 }));
    expect((await open()).title).toBe('The contact store is busy');
    expect(world.sent).toHaveLength(2);
  });
});

describe('what stays as it is, is not tried again', () => {
  test.each([
    ['token-expired', 401, 'Your sign-in has expired'],
    ['token-invalid', 401, 'Google could not confirm who you are'],
    ['feature-off', 403, 'Switched off'],
    ['request-invalid', 422, 'The contact store refused a value'],
  ])('%s', async (code, status, title) => {
    first(9, () => Response.json({ code, requestId: 'r1' }, { status }));
    expect((await open()).title).toBe(title);
    expect(world.sent).toHaveLength(1);
  });

  test('a problem of a newer store, of which this add-on knows nothing', async () => {
    first(9, () => Response.json({ code: 'weather-bad' }, { status: 409 }));
    expect((await open()).title).toBe('Something went wrong');
  });

  test('a login page in front of the store', async () => {
    first(9, () => new Response(null, { status: 302, headers: { location: 'https://login.example.com/' } }));
    expect((await open()).title).toBe('Something went wrong');
    expect(world.sent.every(({ path }) => path.startsWith('/v1/'))).toBe(true);
  });
});

describe('every problem that the store answers with has its card', () => {
  /** Trying again would end the same. */
  const settled = [
    'admin-only',
    'contact-not-found',
    'contact-not-merged',
    'contact-outdated',
    'cursor-invalid',
    'merged-later',
    'settings-outdated',
    'suggestion-closed',
    'suggestion-not-found',
    'undo-conflict',
    'undo-expired',
    'undo-not-found',
  ];

  test.each(storeCodes)('%s', async (code) => {
    const { status } = problems[code];
    const mail = world.deliver({});
    for (const [locale, table] of Object.entries({ en, ja })) {
      world.network = () => Response.json({ code, detail: 'for the log' }, { status });
      const panel = await org.panel(org.user, { locale }).openMail(mail);
      expect(panel.title).toBe(table.problems[code].title);
      expect(panel.text).toContain(table.problems[code].text);
      expect(panel.text).not.toContain('for the log');
      expect(panel.buttons[0]).toBe(settled.includes(code) ? table.common.done : table.common.tryAgain);
    }
  });
});

test('a store that does not answer: given up within the time Gmail waits', async () => {
  world.network = () => new Promise(() => {});
  const panel = await open();
  expect(panel.title).toBe('The contact store cannot be reached');
  expect(panel.execution.durationMs).toBeLessThan(28_000);
  expect(world.sent).toHaveLength(2);
}, 40_000);

test('words and ids in addresses are encoded', async () => {
  const panel = await org.panel(org.user).openHomepage();
  world.sent = [];
  await panel.type('Search contacts', 'a&limit=1#?/ä').press('Search');
  expect(world.sent[0]?.path).toBe('/v1/contacts?q=a%26limit%3D1%23%3F%2F%C3%A4');
  await panel.callAction({ action: 'openContact', contact: '../me?x' }, {});
  expect(world.sent[1]?.path).toBe('/v1/contacts/..%2Fme%3Fx');
});

test('a button that names no action of ours is a problem, not a crash', async () => {
  const panel = await org.panel(org.user).openHomepage();
  await panel.callAction({ action: 'constructor' }, {});
  expect(panel.title).toBe('Something went wrong');
});

test('the log says what failed and where, and nothing else', async () => {
  first(9, () =>
    Response.json({ code: 'unexpected', requestId: 'request-7', detail: 'for Ana Ruiz' }, { status: 500 }),
  );
  const { execution } = await open();
  const log = execution.logs.join('\n');
  expect(log).toContain('"code":"unexpected"');
  expect(log).toContain('request-7');
  expect(log).not.toMatch(/ana|ruiz|@|eyJ/i);
});
