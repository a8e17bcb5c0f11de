import { docsPage } from '../../src/store/docs-page.ts';

/** What the add-on's cards link to. */
test.each([
  ['/admin', 'en', 'en', 'Service account key'],
  ['/admin.ja', 'ja', 'ja', 'サービスアカウントの鍵'],
  ['/admin.zh', 'zh', 'en', '服务账号密钥'],
])(
  'R12, R25: %s is the guide for admins, with every status, and links to nothing that is not there',
  async (path, lang, picturesOf, words) => {
    const response = await docsPage().request(path);
    const page = await response.text();
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(words);
    expect(page.match(/<tr>/g)?.length).toBeGreaterThan(12);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, url]) => url ?? '');
    expect(links.filter((url) => !/^(data:,|https:\/\/|\/docs\/admin)/.test(url))).toEqual([]);
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

test.each(['/images/admin/en/9-none.png', '/images/admin/fr/1-steps.png', '/images/admin/en/..%2F..%2Fadmin.md'])(
  'no picture: %s',
  async (path) => expect((await docsPage().request(path)).status).toBe(404),
);
