import { openTestStore, start, type TestStore } from '../support.ts';
import { acceptance } from './acceptance.ts';
import { access } from './access.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { companies } from './companies.ts';
import { contactEdits } from './contact-edits.ts';
import { contactHistory } from './contact-history.ts';
import { contacts } from './contacts.ts';
import { erasure } from './erasure.ts';
import { exports } from './export.ts';
import { fuzz } from './fuzz.ts';
import { google } from './google.ts';
import { hostileInput } from './hostile-input.ts';
import { http } from './http.ts';
import { idempotency } from './idempotency.ts';
import { imports } from './import.ts';
import { isolation } from './isolation.ts';
import { matching } from './matching.ts';
import { merges } from './merges.ts';
import { gmailPush } from './push.ts';
import { rateLimits } from './rate-limits.ts';
import { roster } from './roster.ts';
import { rowLevelSecurity } from './row-level-security.ts';
import { settings } from './settings.ts';
import { suggestionChoices } from './suggestion-choices.ts';
import { suggestions } from './suggestions.ts';
import { suppressions } from './suppressions.ts';
import { tokens } from './tokens.ts';
import { undo } from './undo.ts';

/** Those that go through all organisations of the database come first: later there are hundreds. */
const parts = {
  backup,
  erasure,
  http,
  tokens,
  access,
  isolation,
  rowLevelSecurity,
  suggestions,
  matching,
  suggestionChoices,
  suppressions,
  acceptance,
  undo,
  idempotency,
  roster,
  audit,
  settings,
  google,
  gmailPush,
  contacts,
  companies,
  exports,
  imports,
  contactEdits,
  contactHistory,
  merges,
  hostileInput,
  fuzz,
  rateLimits,
};

/** Everything the store promises, over one database; each test makes organisations of its own. */
export function storeSuite(
  open: () => Promise<Parameters<typeof openTestStore>[0]>,
  leftOut: (keyof typeof parts)[] = [],
): void {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore(await open());
  });
  beforeEach(() => {
    opened.clock.now = start;
  });
  afterAll(async () => {
    await opened.close();
  });

  const logged: string[] = [];
  afterEach(() => {
    logged.push(...opened.log.splice(0));
  });
  for (const name of Object.keys(parts) as (keyof typeof parts)[]) {
    if (!leftOut.includes(name)) describe(name, () => parts[name](() => opened));
  }

  test('the log of it all names no person, quotes no token and reports no failure', () => {
    expect(logged.length).toBeGreaterThan(100);
    expect(logged.filter((line) => /@|eyJ|Ana|Ruiz|"level":[56]0/.test(line))).toEqual([]);
  });
}
