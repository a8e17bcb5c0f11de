import { extractContact } from '../../src/extract/extract-contact.ts';

const from = 'Ana Ruiz <ana@kite.example>';
const extract = (text: string | null, headers = {}, html: string | null = null) =>
  extractContact({ headers: { from, ...headers }, text, html });

test('lines are counted in the text as it came, whatever ends them', () => {
  const { signature, lines, contact } = extract('Hi\r\n\r\n-- \r\nAna Ruiz\r\nTel: +44 20 7946 0123\r\n');
  expect(signature).toEqual({ first: 2, last: 4 });
  expect(lines).toEqual([
    { line: 2, text: '--' },
    { line: 3, text: 'Ana Ruiz' },
    { line: 4, text: 'Tel: +44 20 7946 0123' },
  ]);
  expect(contact?.tel[0]).toMatchObject({ line: 4, value: { e164: '+442079460123' } });
});

test('no-break spaces, full width and soft breaks are read as what they mean', () => {
  const { contact } = extract('Hi\n\nRegards,\u00a0\nAna\u00a0Ruiz \nＴＥＬ：＋４４ ２０ ７９４６ ０１２３\n');
  expect(contact).toMatchObject({ fn: { value: 'Ana Ruiz' }, tel: [{ value: { e164: '+442079460123' } }] });
});

test('a minus sign of a Japanese keyboard parts a number as a hyphen does', () => {
  const { contact } = extract(
    'Hi\n\nRegards,\nAna Ruiz\n〒１２３−４５６７ 東京都港区青空１−２−３\nＴＥＬ：０３−５５５５−０１４２\n',
  );
  expect(contact).toMatchObject({ adr: { value: { code: '123-4567' } }, tel: [{ value: { text: '03-5555-0142' } }] });
});

describe('the reason', () => {
  test.each([
    ['signature', 'Hi\n\n-- \nAna Ruiz\nWren Workshop Ltd'],
    ['header-only', 'See you on Monday at the usual place, then.'],
    ['header-only', 'See you on Monday.\n\nThanks,\nAna'],
  ])('%s', (reason, text) => expect(extract(text)).toMatchObject({ reason, contact: { fn: { value: 'Ana Ruiz' } } }));

  test.each([
    'このメールはシステムから自動で送信されています。',
    '本メールは、自動で配信しております。',
    'このメッセージはお客様へのお知らせ専用ですので、ご了承ください。',
    'ご質問をお送りいただいても回答できません。',
    'ご登録いただいたお客様に自動的にお送りしています。',
    'このメールにご返信いただくことはできません。',
    '本メールへの返信はご遠慮ください。',
    'ご返信は受け付けておりません。',
    '请不要回复本邮件。',
    '本邮箱仅供系统发信使用',
    '此信件由系統自動發出，請勿直接回信。',
    '發票將另行通知，本信箱僅供發信使用。',
    '본 메일은 발신전용입니다.',
    '본 메일은 회신이 불가능합니다.',
    '이 주소로 답장을 보내셔도 확인할 수 없습니다.',
  ])('%s says that a machine writes', (note) => {
    const text = `青柳様\n\nお荷物を発送しました。\n${note}\n\nつばめ堂\nTEL 075-555-0142`;
    expect(extractContact({ headers: { from: 'つばめ堂 <tsubame@tsubamedo.example>' }, text, html: null }).reason).toBe(
      'notification',
    );
  });

  test.each([
    '昨日は返信できずすみません。',
    '全員に返信しないでください。',
    'レポートは自動生成されます。',
    '脚本支持无人值守安装。',
    '회신할 수 없어서 죄송합니다.',
  ])('%s is a person’s', (text) =>
    expect(extractContact({ headers: { from: '青柳 美咲 <aoyagi@example.jp>' }, text, html: null }).reason).toBe(
      'header-only',
    ),
  );

  test.each([
    ['no-reply', 'Hello', { from: 'Kite Shop <noreply@kite.example>' }],
    [
      'nobody-named',
      'Thank you for your order.\n\n--\nKite Shop\nTel: +44 20 7946 0123',
      { from: 'Kite Shop <order@kite.example>' },
    ],
    ['notification', 'This is an automatically generated message.', { from: 'Kite Shop <kites@kite.example>' }],
    [
      'notification',
      '옵션명을 수정해 주세요.\n본 이메일은 시스템에 의해 자동 발송되었습니다.',
      { from: '연가게 <kites@kite.example>' },
    ],
    ['notification', '打刻漏れがあります。\n本メールは自動送信です。', { from: '勤怠 <kintai@example.co.jp>' }],
    [
      'notification',
      'お荷物を発送しました。\nこのメールは自動送信です。\n\nつばめ堂　店主　槇野 俊\nTEL 075-555-0142\nFAX 075-555-0143',
      { from: 'つばめ堂 <shop@tsubamedo.example>' },
    ],
    [
      'newsletter',
      'New kites are here.\nUnsubscribe: https://kite.example/leave',
      { from: 'Kite Shop <hello@kite.example>' },
    ],
    [
      'newsletter',
      'Offerte fino al 20 %. Nel caso desideri essere cancellato rispondi a questa mail.',
      { from: 'Aquiloni Belli <offerte@kite.example>' },
    ],
    [
      'newsletter',
      'L’été arrive.\nVous ne souhaitez plus recevoir de messages de notre part ?',
      { from: 'Marina de Garza <contact@garza.example>' },
    ],
    [
      'nobody-named',
      'Your kite is ready.\n\nRegards\nBright Kites\n312-555-0142',
      { from: 'Bright Kites <shop@brightkites.example>' },
    ],
    [
      'nobody-named',
      'Please quote.\n\nFinch shipping and export\nfinch.export@example.com',
      { from: 'Finch shipping and export <finch.export@example.com>' },
    ],
    ['nobody-named', 'The office is closed on Monday.', { from: 'Office Of The Chair <mbx_OfficeChair@kite.example>' }],
    ['empty', '', { from: '' }],
  ])('%s: no contact', (reason, text, headers) =>
    expect(extract(text, headers)).toEqual({ contact: null, signature: null, lines: [], reason }),
  );

  test('a draft all the same, where the user asks for it', () => {
    const message = { headers: { from: 'Ana Ruiz <noreply@kite.example>' }, text: '-- \nAna Ruiz\nBuyer', html: null };
    expect(extractContact(message, { evenIfNotPerson: true })).toMatchObject({
      reason: 'no-reply',
      contact: { title: { value: 'Buyer' } },
    });
  });
});

test('a Korean first name with its particle is completed from the header', () =>
  expect(extract('내일 연 날리러 가요\n\n은비가~', { from: '한은비 <ebhan@kite.example>' }).contact?.fn).toMatchObject({
    value: '한은비',
    rule: 'name-completed',
  }));

test('an absence note names who is away, without details; a confirmation of a desk nobody', () => {
  const note = 'I am away.\n\n-- \nAna Ruiz\nTel: +44 20 7946 0123';
  expect(extract(note, { subject: 'Automatic reply: Kites' })).toMatchObject({
    reason: 'header-only',
    signature: { first: 2, last: 4 },
    contact: { fn: { value: 'Ana Ruiz' }, tel: [], email: [{ value: 'ana@kite.example' }] },
  });
  expect(extract(note, { from: 'Kite Shop <info@kite.example>', autoSubmitted: 'auto-replied' }).contact).toBeNull();
});

test('an address the mail goes to is not the sender’s, wherever it stands', () => {
  const { contact } = extract('-- \nAna Ruiz\nGuests: bo@wren.example, Cy@Wren.example, office@kite.example', {
    to: 'Bo <bo@wren.example>',
    cc: 'cy@wren.example',
  });
  expect(contact?.email.map(({ value }) => value)).toEqual(['ana@kite.example', 'office@kite.example']);
});

test('but for the sender’s own at another host of the site', () =>
  expect(
    extract('-- \nAna Ruiz (ana@finch.kite.example)', { to: 'ana@finch.kite.example' }).contact?.email[1]?.value,
  ).toBe('ana@finch.kite.example'));

test('the sender’s address comes first, without a line when only the header has it', () => {
  expect(extract('-- \nAna Ruiz\nE-mail: office@kite.example').contact?.email).toEqual([
    { value: 'ana@kite.example', basis: 'stated', line: undefined, rule: 'email-header' },
    { value: 'office@kite.example', basis: 'stated', line: 2, rule: 'email' },
  ]);
});

test('HTML serves where the text is empty, and adds the profile links that a text lacks', () => {
  const html =
    '<p>Hi</p><p>Regards,</p><p>Ana Ruiz<br>Wren Workshop Ltd</p><p><a href="https://www.linkedin.com/in/ana-example"><img></a></p>';
  expect(extract('  \n', {}, html).contact).toMatchObject({ org: { value: { name: 'Wren Workshop Ltd' } } });
  expect(extract(null, {}, html).signature).toEqual({ first: 1, last: 3 });
  const both = extract('Hi\n\nRegards,\nAna Ruiz\nWren Workshop Ltd', {}, html);
  expect(both.signature).toEqual({ first: 2, last: 4 });
  expect(both.contact?.social[0]?.line).toBeUndefined();
  expect(both.contact?.social).toMatchObject([{ value: { service: 'LinkedIn' } }]);
});

test('a number without a country takes the address’s, then the domain’s, then the language’s', () => {
  const e164 = (text: string, sender: string) =>
    extractContact({ headers: { from: sender }, text, html: null }).contact?.tel[0]?.value.e164;
  const signature = '-- \nAna Ruiz\nTel: 0431 5550142\n';
  expect(e164(`${signature}Hafenstraße 90, D-24103 Kiel`, 'Ana Ruiz <ana@example.com>')).toBe('+494315550142');
  expect(e164(signature, 'Ana Ruiz <ana@example.de>')).toBe('+494315550142');
  expect(
    e164(`wir kommen nicht auf die Insel und das ist für uns ein Problem\n${signature}`, 'Ana Ruiz <ana@example.com>'),
  ).toBe('+494315550142');
});

test.each([
  [['"The wind carries whatever it likes to carry."   -- Judge J. Heron, Finch Ltd']],
  [['"The wind carries whatever it', ' likes to carry."', '   -- J. Heron, Finch Ltd']],
  [['"The wind carries whatever it', ' likes to carry"', '                                  Jay Heron']],
  [['----   "The wind carries whatever it', '------   likes to carry."', '--------         --Jay Heron']],
  [['The wind carries whatever it likes to', 'the sky and to us.', '- Jay Heron, How Software Flies']],
  [['Wind moved through the sky like an old housekeeper, emptying', 'its bins. -Jay Heron']],
])('who said the motto %j is neither a company nor a title', (motto) => {
  const text = ['Yes, on Monday.', '', 'Ana', '-- ', 'Ana Ruiz', ...motto].join('\n');
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect([contact?.org, contact?.title, contact?.fn?.value]).toEqual([undefined, undefined, 'Ana Ruiz']);
});

test('a formula no table knows is no company', () => {
  const text = ['Yes, on Monday.', '', 'Fair winds to the harbour,', '', 'Ana Ruiz'].join('\n');
  const { contact } = extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null });
  expect([contact?.org, contact?.title]).toEqual([undefined, undefined]);
});

describe('an address without a name', () => {
  const text = 'The kites have come.\n\n-- \nTel: 312-555-0142\n12 Harbour Street, Chicago, IL 60606';
  const read = (from: string, body = text) => extractContact({ headers: { from }, text: body, html: null });

  test('with a telephone below is a contact whose name is left open', () => {
    const { contact, reason } = read('quz@example.com');
    expect([reason, contact?.fn, contact?.email[0]?.value, contact?.tel.length]).toEqual([
      'signature',
      undefined,
      'quz@example.com',
      1,
    ]);
  });

  test.each([
    ['without anything below', 'quz@example.com', 'The kites have come.'],
    ['of a firm', 'kites@harbourkites.example', text],
    ['of a desk', 'info@example.com', text],
    ['of a desk that no list has', 'buchhaltung@example.com', text],
    ['of a machine', 'copier-3rd-floor@example.com', text],
    ['of accountants in Japan', 'keiri@example.com', text],
    ['beside a display name that names nobody', 'Kite Shop <quz@example.com>', text],
  ])('%s is nobody', (_, from, body) => expect(read(from, body).contact).toBeNull());
});

test('an account that signs as a team is nobody', () => {
  const text = ['Your kite is ready.', '', 'Regards,', '', 'Harbour Kite Team', '312-555-0142'].join('\n');
  const from = 'Harbour Wren Kites <harbour@wrenkites.example>';
  expect(extractContact({ headers: { from }, text, html: null })).toMatchObject({
    contact: null,
    reason: 'nobody-named',
  });
});

test('a desk above the firm with its legal form, whose domain leaves out a particle', () => {
  const text =
    'Su factura.\n\nUn saludo,\nServicio al Cliente\nCometas del Garzal, S.A.U. - C/ Reiro, 9 - 10999 Cáceres';
  const from = 'Cometas del Garzal <factura.digital@cometasgarzal.example>';
  expect(extractContact({ headers: { from }, text, html: null }).contact).toBeNull();
});

test('and one whose site has its name before a registry’s domain', () => {
  const text = 'Your kite is ready.\n\nWarm regards,\nThe Harbour Kites team';
  const from = 'Harbour Kites <hello@harbour-kites.example.co.uk>';
  expect(extractContact({ headers: { from }, text, html: null }).reason).toBe('nobody-named');
});

test('so is one that signs as a team above its own name', () => {
  const text = ['Your kite is ready.', '', 'Your team at Harbour', '', 'Harbour Kites', '312-555-0142'].join('\n');
  const from = 'Harbour Kites <shop@harbourkites.example>';
  expect(extractContact({ headers: { from }, text, html: null }).contact).toBeNull();
});

test('a heading is no name', () => {
  const text = ['See you.', '', '-- ', 'Summer Offer:', 'Kites at 312-555-0142'].join('\n');
  expect(extractContact({ headers: { from: 'kites@example.com' }, text, html: null }).contact?.fn).toBeUndefined();
});

test.each([
  ['above a motto about paper the number', ['', 'Please think of the woods before printing this.'], 5],
  ['the lower edge of a frame above a notice', ['━━━━━━━━━━', 'This e-mail is confidential.'], 6],
])('%s is the last line of the signature', (_, below, last) => {
  const text = ['Hello,', '', 'the kites are here.', '━━━━━━━━━━', 'Ana Ruiz', '312-555-0142', ...below].join('\n');
  expect(extractContact({ headers: { from: 'Ana Ruiz <ana@example.com>' }, text, html: null }).signature?.last).toBe(
    last,
  );
});

test.each([
  ['somebody to ask', 'Wren Workshop Press <ana@kite.example>', null],
  ['who signs for a desk', 'Wren Workshop Press <press@kite.example>', 'Jay Finch'],
])('a labelled name with an address of its own is %s', (_, from, name) => {
  const text = ['Kites are in the air.', '', 'Contact: Jay Finch', 'E-mail: jayf@kite.example', '312-555-0142'].join(
    '\n',
  );
  const { contact } = extractContact({ headers: { from }, text, html: null });
  expect(contact?.fn?.value ?? null).toBe(name);
});

test('who writes to a list whose footer says how to leave it, and signs with the name of their address, is a person', () => {
  const text =
    'Hi\n\n--\nAna Ruiz\nWren Ltd\n\n--\nTo unsubscribe, send a message with "unsubscribe kites" to majordomo@lists.example';
  expect(extract(text, { from: 'ana.ruiz@kite.example' })).toMatchObject({
    reason: 'signature',
    contact: { fn: { value: 'Ana Ruiz' } },
  });
});

test('a common family name of Japan tells a name from a word, where the address spells another', () =>
  expect(
    extract('よろしくお願いいたします。\n\n━━━━━━━━\nほしぞらAI\n朝倉凧人\nTEL: 03-5550-0142\n━━━━━━━━', {
      from: 'asakura.works@example.jp',
    }).contact,
  ).toMatchObject({ fn: { value: '朝倉凧人' }, org: { value: { name: 'ほしぞらAI' } } }));

test('an address with a year behind the name spells it too', () =>
  expect(
    extract('Vi behöver ett tält.\n\nVänliga hälsningar,\nAna', { from: 'ana.ruiz74@example.com' }).contact?.fn,
  ).toMatchObject({ value: 'Ana Ruiz', basis: 'inferred' }));

test('who said a motto without quotation marks is no company', () => {
  const { contact } = extract(
    'Hi\n\n--\nAna Ruiz <ana@kite.example>\n  And the moral of this is\n    let the meek fly the kites.\n        -- Jay Finch\n',
  );
  expect(contact?.org).toBeUndefined();
});

test('who said a motto behind it is no sender; before a semicolon stands who is', () => {
  const { contact } = extract(
    'Hi\n\n===\nAna de Finch; Professor; 12 Hill Street, Chicago, IL 60606\nphone 312-555-0142; fax 312-555-0143\n' +
      '======================\n   No matter where you fly, there it is. --- Jay Heron\n======================\n',
    { from: 'definch@kite.example' },
  );
  expect(contact?.fn?.value).toBe('Ana de Finch');
});

test('an address of the site and a word for what it sends names nobody', () =>
  expect(extract('The report is ready.', { from: 'kite_update@kite.example' }).contact).toBeNull());

describe('somebody whom a list writes for', () => {
  const headers = { from: 'Ana Ruiz via kites <kites@lists.example>', replyTo: 'Ana Ruiz <ana@kite.example>' };
  const found = (listId?: string, more = {}) =>
    extract('Hi\n\n--\nAna Ruiz\n', { ...headers, listId, ...more }).contact?.email[0]?.value;

  test('is found at their own address', () => expect(found('Kites <kites.lists.example>')).toBe('ana@kite.example'));

  test.each([
    ['no list', undefined],
    ['another list', 'kites.example.org'],
    ['a list whose name ends alike', 'kites.mylists.example'],
  ])('is not believed of %s: anybody can write so in the name of another', (_, listId) =>
    expect(found(listId)).toBe('kites@lists.example'),
  );

  test('is not guessed of two', () =>
    expect(found('kites.lists.example', { replyTo: 'ana@kite.example, bo@kite.example' })).toBe('kites@lists.example'));
});

test('a desk’s address of two words is no name', () =>
  expect(extract('Bis dann.', { from: 'buergeramt-sued@stadt.example' }).contact).toBeNull());

test('a formula with the first name of the address is signed with that name', () =>
  expect(
    extract('See you then.\n\nRgds Ana\n345pm; 14 July', { from: 'ana.ruiz@kite.example' }).contact?.fn?.value,
  ).toBe('Ana Ruiz'));

test('an industrial estate, which Spaniards write like the tax number of Italians, is no entry in a register', () =>
  expect(
    extractContact({
      headers: { from: 'Ana Ruiz <ana@example.es>' },
      text: 'Hola.\n\nAna Ruiz\nGerente\n\nGarza Carga SL\nP.I. Fuente del Prado\nPlaza de Elche 14\n46988 Paterna, Valencia\nEspaña',
      html: null,
    }).contact?.adr?.value.label,
  ).toContain('46988 Paterna, Valencia'));

test('the HTML tells by its icons and links which number is a mobile’s', () => {
  const text = 'Hi\n\nRegards,\nAna Ruiz\n+1 (312) 555-0142\n+1 (312) 555-0143\n+1 (312) 555-0144\n';
  const html =
    '<p>Hi</p><p>Regards,</p><p>Ana Ruiz</p><div><img alt="Phone">+1 (312) 555-0142</div><div><img alt="Mobile">+1 (312) 555-0143</div>' +
    '<div><a href="https://wa.me/13125550144">+1 (312) 555-0144</a></div>';
  expect(extract(text, {}, html).contact?.tel.map(({ value }) => value.type)).toEqual(['work', 'cell', 'cell']);
});

test('but not where they tell two types of one number, or the number can be no mobile’s', () => {
  const text = 'Hi\n\nRegards,\nAna Ruiz\n+1 (312) 555-0142\n+34 912 34 56 78\n';
  const html =
    '<p>Hi</p><p>Regards,</p><p>Ana Ruiz</p><div><img alt="Phone">+1 (312) 555-0142</div><div><img alt="Fax">+1 (312) 555-0142</div>' +
    '<div><a href="https://wa.me/34912345678">+34 912 34 56 78</a></div>';
  expect(extract(text, {}, html).contact?.tel.map(({ value }) => value.type)).toEqual(['work', 'work']);
});

describe('who signs with the firm alone has said who they are', () => {
  const named = (display: string, ...lines: string[]) =>
    extractContact({ headers: { from: `${display} <info@kite.example>` }, text: lines.join('\n'), html: null }).contact
      ?.fn;
  const frame = '==================';
  test.each([
    ['ほしぞら商店', ['ほしぞら商店の受付の青柳です。', '', frame, 'ほしぞら商店', 'TEL:03-5555-0142', frame], '青柳'],
    ['ほしぞら商店', ['ほしぞら商店の青柳と申します。', '', frame, 'ほしぞら商店', 'TEL:03-5555-0142', frame], '青柳'],
    [
      '(주)푸른길',
      ['안녕하세요, (주)푸른길 서하늘입니다.', '', '감사합니다.', '', '(주)푸른길', 'Tel: 02-555-0142'],
      '서하늘',
    ],
    [
      'Kite Ltd',
      ['My name is Jane Heron, I send the bill.', '', 'Regards,', 'Kite Ltd', 'Tel: 020 7946 0123'],
      'Jane Heron',
    ],
    ['Aquilone SpA', ['Chiedete di me, Ada Airone.', '', 'Saluti,', 'Aquilone SpA', 'Tel. 06 5550142'], 'Ada Airone'],
  ])('%s: %j', (display, lines, value) =>
    expect(named(display, ...lines)).toMatchObject({ value, line: 0, basis: 'inferred', rule: 'name-introduced' }),
  );

  test.each([
    ['お世話になっております。ほしぞら商店の青柳です。先日はありがとうございました。', '青柳'],
    ['先日お電話しました。ほしぞら商店 営業部の高橋です。', '高橋'],
    ['ほしぞら商店の営業部 課長の青柳です。', '青柳'],
    ['ほしぞら商店の受付の時間です。', undefined],
    ['ほしぞら商店の受付の休みです。', undefined],
    ['ほしぞら商店の受付の手続きです。', undefined],
    ['ほしぞら商店の担当の連絡先です。', undefined],
    ['ほしぞら商店の担当の分野です。', undefined],
    ['ほしぞら商店の定休日は毎週の金曜です。', undefined],
    ['ほしぞら商店の新商品は 大福です。', undefined],
    ['ほしぞら商店のご案内 桜です', undefined],
    ['ほしぞら商店の上野駅です', undefined],
    ['ほしぞら商店の配達先は木村様の 高橋です。', undefined],
    ['配達先は、ほしぞら商店の高橋です。', undefined],
    ['ほしぞら商店 木村様の 高橋です。', undefined],
  ])('ほしぞら商店: %s', (line, value) =>
    expect(named('ほしぞら商店', line, '', frame, 'ほしぞら商店', 'TEL:03-5555-0142', frame)?.value).toBe(value),
  );

  test.each([
    ['(주)푸른길 영업부 서하늘입니다.', '서하늘'],
    ['(주)푸른길 남궁영입니다.', '남궁영'],
    ['(주)푸른길 배송 안내입니다.', undefined],
    ['(주)푸른길 공지입니다.', undefined],
    ['(주)푸른길 이벤트입니다.', undefined],
    ['(주)푸른길 고객 서비스입니다.', undefined],
    ['(주)푸른길 금요일입니다.', undefined],
    ['(주)푸른길 송년회입니다.', undefined],
    ['(주)푸른길 한가위입니다.', undefined],
    ['(주)푸른길 주문서입니다.', undefined],
  ])('(주)푸른길: %s', (line, value) =>
    expect(named('(주)푸른길', line, '', '감사합니다.', '', '(주)푸른길', 'Tel: 02-555-0142')?.value).toBe(value),
  );

  test.each([
    [['My name is Jane Heron.'], 'Jane Heron'],
    [['Thank you for your order. My name is Jane Heron, I send it.'], 'Jane Heron'],
    [['Dear Sir:', '', 'My name is Jane Heron.'], 'Jane Heron'],
    [['you wrote: "My name is Jane Heron, where is my kite?"'], undefined],
    [['Yesterday you wrote “Hello,', 'My name is Jane Heron, where is my kite?”'], undefined],
    [['Hello,', 'you wrote:', 'My name is Jane Heron, where is my kite?'], undefined],
    [['secondo di me, Aquilone Rosso vola bene'], undefined],
    [['Secondo di me, Aquilone Rosso.'], undefined],
    [['The film My name is Khan Returns'], undefined],
    [['My name is Khan Returns to the screen'], undefined],
  ])('Kite Ltd: %j', (lines, value) =>
    expect(named('Kite Ltd', ...lines, '', 'Regards,', 'Kite Ltd', 'Tel: 020 7946 0123')?.value).toBe(value),
  );

  test('but another firm’s people are not the desk’s', () =>
    expect(
      named('ほしぞら商店', '木星物産の青柳です。', '', frame, 'ほしぞら商店', 'TEL:03-5555-0142', frame),
    ).toBeUndefined());
});
