import { htmlLines } from '../../src/extract/html-lines.ts';

const texts = (html: string) => [...htmlLines(html)].map((line) => line.text);

test.each([
  ['<p>Ana</p><p>Ruiz</p>', ['Ana', 'Ruiz']],
  ['<div>Ana<br>Ruiz<br></div>', ['Ana', 'Ruiz']],
  ['<div>Ana <b>Maria</b>\n  Ruiz</div>', ['Ana Maria Ruiz']],
  ['<table><tr><td>Tel</td><td>1</td></tr><tr><td>Fax</td><td>2</td></tr></table>', ['Tel\t1', 'Fax\t2']],
  ['<table><tr><td><img></td><td>Ana<br>Ruiz</td></tr></table>', ['Ana', 'Ruiz']],
  ['<tr><td><img alt="Fax"></td><td>1</td><td><img alt="mobile icon"></td><td>2</td></tr>', ['Fax: \t1\tmobile: \t2']],
  ['<p><img alt="Heron Ltd"> <img alt="Logo"> Ana</p>', ['Ana']],
  ['<a href="https://example.com">Kites</a><a href="https://example.org">News</a>', ['Kites\tNews']],
  ['<a href="https://example.com">Kite</a>s', ['Kites']],
  ['<p><ruby>青柳<rt>あおやぎ</rt></ruby> <ruby>美咲<rt>みさき</rt></ruby></p>', ['青柳 美咲']],
  ['<ruby>青<rp>(<rt>あお<rb>柳<rt>やぎ</ruby> 美咲', ['青柳 美咲']],
  ['<ruby>資料<rt>しりょう<div>を送ります。</div><div>青柳</div>', ['資料', 'を送ります。', '青柳']],
  ['a &amp; b &lt;c&gt; &#12354;', ['a & b <c> あ']],
  ['<pre>Ana\nRuiz</pre>', ['Ana', 'Ruiz']],
  ['<style>p {}</style><script>x()</script><title>t</title><p>Ana</p>', ['Ana']],
  ['<p>Ana</p><span style="display:none">hidden</span><div hidden>hidden</div>', ['Ana']],
  ['<p>Ana</p><blockquote>quoted</blockquote>', ['Ana']],
  ['<p>Ana</p><div class="gmail_quote">quoted</div><p>Ruiz</p>', ['Ana', 'Ruiz']],
  ['<p>Ana</p><div id="divRplyFwdMsg">From</div><p>quoted</p>', ['Ana']],
  ['<!--[if gte mso 9]><xml>x</xml><![endif]--><p>Ana</p>', ['Ana']],
  ['<p>Ana', ['Ana']],
])('%s', (html, lines) => expect(texts(html)).toEqual(lines));

test('links are kept with their line', () =>
  expect([
    ...htmlLines('<p><a href="tel:+13125550142">Call</a></p><p><a href="https://example.com"><img></a></p>'),
  ]).toMatchObject([
    { text: 'Call', links: ['tel:+13125550142'] },
    { text: '', links: ['https://example.com'] },
  ]));

test('the program’s own mark of a signature', () =>
  expect(
    [...htmlLines('<p>Hello</p><div class="gmail_signature"><div>Ana</div></div>')].map(({ marked }) => marked),
  ).toEqual([false, true]));

test('the HTML is read no further than lines are asked for', () => {
  const skipped: string[] = [];
  const lines = htmlLines(`<p>Ana</p>${'<p>word</p>'.repeat(1_000)}${'<div>'.repeat(401)}`, (what) =>
    skipped.push(what),
  );
  expect(lines.next().value).toMatchObject({ text: 'Ana' });
  expect(skipped).toEqual([]);
  expect([...lines]).toHaveLength(1_000);
  expect(skipped).toEqual(['html-beyond-depth-400']);
});
