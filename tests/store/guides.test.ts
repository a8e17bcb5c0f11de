import { en } from '../../src/addon/messages/en.ts';
import { ja } from '../../src/addon/messages/ja.ts';
import { linkageCauses, linkageStatuses } from '../../src/api/schemas/google.ts';
import { docsPage } from '../../src/store/docs-page.ts';

/** What the add-on's cards link to. */
test.each([
  ['/admin', 'en', 'en', 'Service account key'],
  ['/admin.ja', 'ja', 'ja', 'サービスアカウントの鍵'],
  ['/admin.zh', 'zh', 'en', '服务账号密钥'],
])(
  'R12, R25: %s is the guide for admins, and links to nothing that is not there',
  async (path, lang, picturesOf, words) => {
    const response = await docsPage().request(path);
    const page = await response.text();
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(words);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, url]) => url ?? '');
    expect(links.filter((url) => !/^(data:,|https:\/\/|\/docs\/admin)/.test(url))).toEqual([]);
    const others = ['/admin', '/admin.ja', '/admin.zh'].filter((other) => other !== path);
    expect(links).toEqual(expect.arrayContaining(others.map((other) => `/docs${other}`)));
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const pictures = [...page.matchAll(/<img src="\/docs([^"]*)" alt="(.+?)"/g)].map(([, url]) => url ?? '');
    expect(pictures).toHaveLength(7);
    for (const url of pictures) {
      expect(url).toContain(`/${picturesOf}/`);
      const picture = await docsPage().request(url);
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
  },
);

/** Of each row of the table its status, the empty ones filled in, cause, mending, and the words of the API. */
async function statusRows(path: string) {
  const page = await (await docsPage().request(path)).text();
  const rows = [...page.matchAll(/<tr>\s*((?:<td>.*<\/td>\s*){4})<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td>(.*)<\/td>/g)].map(([, cell = '']) => cell),
  );
  let shown = '';
  return rows.map(([status, cause, fix, codes = '']) => {
    shown = status || shown;
    return { shown, cause, fix, codes: [...codes.matchAll(/<code>(.*?)<\/code>/g)].map(([, code]) => code) };
  });
}

describe.each([
  ['/admin', en.linkages.statuses],
  ['/admin.ja', ja.linkages.statuses],
  ['/admin.zh', en.linkages.statuses],
])('R20, R21, R22, R25: %s', (path, statuses) => {
  test.each(linkageStatuses)('has the status %s, as the cards call it', async (status) => {
    const row = (await statusRows(path)).find(({ codes }) => codes.includes(status));
    expect(row).toMatchObject({ shown: expect.stringContaining(statuses[status]), cause: expect.stringMatching(/./) });
  });

  test.each(linkageCauses)('says of %s what it is and how to mend it', async (cause) => {
    const row = (await statusRows(path)).find(({ codes }) => codes.includes(cause));
    expect(row).toMatchObject({ cause: expect.stringMatching(/./), fix: expect.stringMatching(/./) });
    expect(row?.shown).toContain(statuses[statusOfCause[cause]]);
  });
});

const statusOfCause: Record<(typeof linkageCauses)[number], (typeof linkageStatuses)[number]> = {
  'key-invalid': 'authentication-error',
  'key-deleted': 'authentication-error',
  'no-such-user': 'authentication-error',
  'not-delegated': 'unauthorized',
  'gmail-off': 'unauthorized',
  'access-denied': 'unauthorized',
  'rate-limited': 'linkage-error',
  'google-unavailable': 'linkage-error',
  'api-off': 'linkage-error',
  clock: 'linkage-error',
  timeout: 'linkage-error',
  other: 'linkage-error',
};

test.each(['/images/admin/en/9-none.png', '/images/admin/fr/1-steps.png', '/images/admin/en/..%2F..%2Fadmin.md'])(
  'no picture: %s',
  async (path) => expect((await docsPage().request(path)).status).toBe(404),
);
