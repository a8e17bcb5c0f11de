import { type RateLimits, rateLimiter } from '../../../src/store/rate-limits.ts';
import { start, type TestStore, type TestTenant } from '../support.ts';

export function rateLimits(given: () => TestStore): void {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await given().tenant();
  });

  /** As one process counts. */
  const process = (limits: RateLimits) => rateLimiter(given().db, limits, () => given().clock.now);
  const caller = (userId: string, domain = tenant.domain) => ({ userId, domain, email: `${userId}@${domain}` });
  /** How many of so many requests are let through. */
  const served = async (count: ReturnType<typeof process>, requests: number, who = caller('sakura')) => {
    const results = await Promise.allSettled(Array.from({ length: requests }, () => count(who)));
    return results.filter(({ status }) => status === 'fulfilled').length;
  };

  test.each([1, 7, 60, 97])('of more than %d requests of a user at once, so many are served', async (limit) =>
    expect(await served(process({ user: limit }), limit + 20)).toBe(limit),
  );

  test('who is refused hears when to come back', async () => {
    const count = process({ user: 1 });
    await count(caller('sakura'));
    given().clock.now = new Date(start.getTime() + 48_500);
    await expect(count(caller('sakura'))).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 12 });
  });

  test('the next minute starts anew', async () => {
    const count = process({ user: 5 });
    expect(await served(count, 9)).toBe(5);
    given().clock.now = new Date(start.getTime() + 60_000);
    expect(await served(count, 9)).toBe(5);
  });

  test('users and organisations are counted apart', async () => {
    const count = process({ user: 5 });
    const other = await given().tenant();
    expect(await served(count, 9)).toBe(5);
    expect(await served(count, 9, caller('ken'))).toBe(5);
    expect(await served(count, 9, caller('sakura', other.domain))).toBe(5);
  });

  test("an organisation's users are counted together", async () => {
    const count = process({ tenant: 40 });
    expect(await served(count, 30)).toBe(30);
    expect(await served(count, 30, caller('ken'))).toBe(10);
  });

  test('two processes together serve no more than one, and hardly fewer', async () => {
    const [one, two] = [process({ user: 60 }), process({ user: 60 })];
    const alternating = Array.from({ length: 120 }, (_, i) => (i % 2 ? one : two)(caller('sakura')));
    const total = (await Promise.allSettled(alternating)).filter(({ status }) => status === 'fulfilled').length;
    expect(total).toBe(60);
    const alone = process({ user: 60 });
    await alone(caller('ken')); // has taken 3 and used 1
    expect(await served(process({ user: 60 }), 70, caller('ken'))).toBe(57);
  });

  test('who belongs to no organisation here is not counted: they are refused as it is', async () =>
    expect(await served(process({ user: 1 }), 3, caller('sakura', 'unknown.example'))).toBe(3));

  test('without limits nothing is counted', async () => {
    expect(await served(process({}), 50)).toBe(50);
    expect(await served(process({ user: 0, tenant: 0 }), 50)).toBe(50);
  });
}
