import { describeOnPostgres } from '../store/postgres.ts';
import { scanInChaos } from './scan.ts';

// The short version; npm run chaos -- scan reads 100,000 messages.
describeOnPostgres('mailboxes read by workers that are killed, from a Google that fails', (server) => {
  test(
    'R22, R23: suggest what a quiet run does, nothing twice, nothing missed; statuses are right at the end',
    async () => {
      const size = { mailboxes: 8, messages: 40, workers: 2, killSeconds: 3 };
      const { killed, failedAnswers, historyExpired, revoked, suggestions, ...found } = await scanInChaos(
        server().createDatabase,
        size,
      );
      for (const figure of [killed, historyExpired, revoked, suggestions]) expect(figure).toBeGreaterThan(0);
      expect(failedAnswers).toBeGreaterThanOrEqual(20);
      expect(found).toMatchObject({ missing: 0, surplus: 0, doubled: 0, wrongStatus: [] });
    },
    5 * 60_000,
  );
});
