import { cjkDisplay } from '../../src/extract/cjk-display.ts';

/** Name, company, units, title. */
const read = (display: string, isDesk = false) => {
  const { name, org, units, title } = cjkDisplay(display, isDesk);
  return [name ?? null, org ?? null, units ?? [], title ?? null];
};

test.each([
  ['青柳 美咲', '青柳 美咲', null, [], null],
  ['青柳', '青柳', null, [], null],
  ['雪柳さおり', '雪柳さおり', null, [], null],
  ['里山ひろば', null, null, [], null],
  ['林浩明醫生', '林浩明', null, [], '醫生'],
  ['바람 (서하늘)', '서하늘', '바람', [], null],
  ['星空印刷株式会社 青柳', '青柳', '星空印刷株式会社', [], null],
  ['星空印刷株式会社 営業部 青柳 美咲', '青柳 美咲', '星空印刷株式会社', ['営業部'], null],
  ['青柳美咲(ほしぞら会計)', '青柳美咲', 'ほしぞら会計', [], null],
  ['青柳 美咲(営業部)', '青柳 美咲', null, ['営業部'], null],
  ['青柳 美咲 (Misaki Aoyagi)', '青柳 美咲', null, [], null],
  ['日下部 純', '日下部 純', null, [], null],
  ['軽部 純', '軽部 純', null, [], null],
  ['谷田部 純', '谷田部 純', null, [], null],
  ['城所', '城所', null, [], null],
  ['蔵元 しおり', '蔵元 しおり', null, [], null],
  ['禰宜 しおり', '禰宜 しおり', null, [], null],
  ['蔵元 青柳', '青柳', null, [], '蔵元'],
  ['ホテル 青柳', '青柳', 'ホテル', [], null],
  ['学校 槇野さくら', '槇野さくら', '学校', [], null],
  ['美容室 ゆらり', null, '美容室 ゆらり', [], null],
  ['経理部 泉', '泉', null, ['経理部'], null],
  ['星野町 観光係', null, '星野町', ['観光係'], null],
  ['總務中心 林浩', '林浩', null, ['總務中心'], null],
  ['《星海学报》编辑部 林浩', '林浩', '《星海学报》编辑部', [], null],
  ['林浩-星海科技', '林浩', '星海科技', [], null],
  ['서하늘/과장/영업지원팀/푸른길', '서하늘', '푸른길', ['영업지원팀'], '과장'],
  ['[푸른로지스] 서하늘 대리', '서하늘', '푸른로지스', [], '대리'],
  ['(주)푸른길 서하늘', '서하늘', '(주)푸른길', [], null],
  ['Alan (서하늘)', '서하늘', null, [], null],
  ['Alan Suh 서하늘', '서하늘', null, [], null],
  ['박영실', '박영실', null, [], null],
])('%s', (display, name, org, units, title) => expect(read(display)).toEqual([name, org, units, title]));

test.each([
  '星空印刷株式会社',
  '星空旅行 予約システム',
  'ごはん処 まる屋',
  'ホシゾラ家電 お客様相談室',
  '푸른여행사',
  '星野畳店',
  '経理部',
  'カフェ ホシホシ',
  '青柳堂',
])('%s names nobody', (display) => expect(cjkDisplay(display, true).name).toBeUndefined());

test('林立軒 is a person also at a desk', () => expect(cjkDisplay('林立軒', true).name).toBe('林立軒'));

test('keeps the Latin spelling', () => expect(cjkDisplay('林浩 Alan Lin', false).also).toBe('Alan Lin'));
