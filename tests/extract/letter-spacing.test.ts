import { closedUp } from '../../src/extract/letter-spacing.ts';
import { endless } from './signed.ts';

test.each([
  ['青　柳　　美　咲　子', '青柳 美咲子'],
  ['青 柳 美 咲', '青柳美咲'],
  ['     대표  서 하 늘', '     대표  서하늘'],
  ['하늘 집   푸 른 공 방', '하늘 집   푸른공방'],
  ['서 하 늘   과 장', '서하늘   과장'],
  ['전  화 : 02-123-4567', '전화 : 02-123-4567'],
  ['- 회 사 명 : 푸른공방', '- 회사명 : 푸른공방'],
  ['住　　所:長野市', '住所:長野市'],
  ['電 話 026-123-4567', '電話 026-123-4567'],
  ['T E L : 026-123-4567  F A X : 026-123-4568', 'TEL : 026-123-4567  FAX : 026-123-4568'],
  ['(F　A　X)019-123-4567', '(FAX)019-123-4567'],
])('%s becomes %s', (text, closed) => expect(closedUp(text)).toBe(closed));

test.each(['温 岚', '青柳 美咲', '課長　青柳', '上 田 商店', 'a b c', 'Plan B F A', '営業部 第 二 課長'])(
  '%s stays',
  (text) => expect(closedUp(text)).toBe(text),
);

// What is not linear runs into the time a test may take.
test.each(['青 ', 'T  E  '])('%j without end', (piece) => expect(closedUp(endless(piece))).toContain(piece.charAt(0)));
