import { lazy } from '../lazy.ts';

/**
 * The commonest surnames where names are written without a blank: they tell a name from a word and where it splits.
 * China: Ministry of Public Security, name report of 2020, top 100 and the compound ones; Korea: census of 2015, top 60.
 */
const chinese =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰施洪温祝柯季俞殷翟章鲁葛伍' +
  '張劉陳莊蔣鍾閻翁詹饒巫駱涂楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鐘譚陸賈鄒閆龍賀顧龔萬錢嚴湯喬賴蘭';
const chineseCompound = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '令狐',
  '慕容',
  '歐陽',
  '司馬',
];
const korean =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모';
/** The commonest ones of Japan with two letters or three, and some that end like the units of a company. */
const japanese = lazy(
  () =>
    new Set(
      (
        '佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 齊藤 清水 山崎 阿部 池田 橋本 ' +
        '山下 石川 中島 中嶋 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 藤井 青木 福田 西村 三浦 太田 藤原 岡本 松田 中川 中野 原田 ' +
        '小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 ' +
        '杉山 増田 平野 菅原 小島 久保 小山 大塚 千葉 松井 岩崎 木下 松尾 野口 野村 菊地 菊池 佐野 大西 杉本 新井 古川 浜田 濱田 市川 小松 高野 ' +
        '水野 吉川 山内 西田 西川 北村 安田 五十嵐 本田 川口 川崎 平田 飯田 吉村 本間 久保田 岩田 服部 田口 中田 川上 福島 東 樋口 土屋 田辺 秋山 ' +
        '辻 永井 中西 山中 吉岡 川村 松岡 大久保 荒木 松村 浅野 望月 熊谷 早川 荒井 大島 野田 荻野 菅野 松原 星野 黒田 内藤 堀 大橋 尾崎 永田 ' +
        '片山 須藤 栗原 三宅 小池 大石 石原 高山 岩本 西山 伊東 馬場 上原 関 河野 青山 渡部 松下 萩原 小西 宮田 大谷 矢野 石橋 成田 中尾 吉野 ' +
        '小田 桜井 櫻井 岡崎 広瀬 廣瀬 古賀 奥村 平井 黒木 八木 沢田 澤田 吉原 小沢 小澤 天野 榎本 宮下 宮川 大川 大森 川島 須田 白石 青柳 三好 ' +
        '佐久間 堀田 篠原 篠崎 富田 戸田 関口 小倉 田島 根本 安達 岩井 長島 長田 落合 川田 松永 田代 植田 森本 福井 水谷 堀内 片桐 石黒 柏木 深沢 ' +
        '小笠原 日下部 小坂部 谷田部 矢田部 小田部 坂部 軽部 苅部 財部 真部 間部 雀部 川部 羽部 長谷部 曽我部 長曽我部 長宗我部 安部 矢部 岡部 磯部 田部 園部 綾部 建部 乙部 海部 刑部 卜部 占部 江部 神部 南部 伊部 笹部 ' +
        '物部 織部 戸部 忌部 土師 薬師 氷室 小室 大室 三室 仁科 更科 蓼科 御園 中園 小園 前園 西園 上園 宮園 花園 外園 竹園 大館 古館 末長 松長 友長 ' +
        '福長 国長 田所 別所 城所 税所 神所 本城 大門 小野寺 西寺 関谷 渋谷 熊沢 長沢 長澤 勅使河原 朝倉 倉橋 小椋 牧野 今村 河村 片岡 横井 長尾 坂口 黒川 桑原 村松 津田 竹中 横田 坂田 稲垣 今野 甲斐 岸本 児玉 西尾 山岸 柳田 相馬 若林 橋爪 金城 比嘉 島袋 新垣 西岡 畠山 竹田 梅田 倉田 窪田 関根 金井 細川 日高 向井 武藤 神谷 大場 山根 細谷 塚本 川原 滝沢 前川 浜口 榊原 奥田 赤松 浅井 足立 荒川 有馬 井出 井口 池上 石塚 今泉 岩瀬 宇野 梅原 江口 大内 尾形 柿沼 笠原 梶原 勝又 加納 亀井 川本 北川 木原 久野 桑田 小谷 米山 佐伯 笹川 塩田 志村 島崎 下田 白井 城戸 新谷 杉浦 高井 多田 立石 谷本 寺田 内山 中原 長岡 並木 成瀬 西野 野崎 野中 橋口 林田 原口 平山 藤岡 堀江 真鍋 水島 宮内 武井 村井 室井 森下 安井 柳沢 湯浅 横尾 吉沢 米田 若松 高瀬 大村 井ノ口 鴨志田 海老原 ' +
        '都築 安孫子 根来 沼尻 飯沼 門脇 南雲 門倉 早乙女 磯貝 塩谷 稲葉 浜崎 小山内 大城 ' +
        '喜屋武 鬼頭 三輪 大河内 小田切 小早川 小寺 日比野 朝比奈 有村 木戸 ' +
        '本多 杉原 村岡 栗田 根岸 桜庭 梅津 森岡 植村 毛利 池内 河合 津村 湯川 滝口 猪股 玉井 生田 畑中 ' +
        '白川 皆川 相沢 相田 真田 矢口 矢島 石渡 神山 福永 福原 秋元 竹下 笠井 筒井 緒方 羽田 ' +
        '舟木 船橋 芦田 若杉 茂木 菅沼 藤倉 藤森 西垣 谷川 谷村 越智 辻本 野上 長沼 雨宮 ' +
        '須賀 飯島 高見 鮫島 鳥居 黒沢 黒崎 齊木'
      ).split(' '),
    ),
);
const koreanCompound = ['남궁', '황보', '제갈', '선우', '독고', '사공'];

/** How many letters of a name are the surname; undefined when it begins with none we know. */
export function surnameLength(name: string): number | undefined {
  const two = name.slice(0, 2);
  if (name.length > 2 && (chineseCompound.includes(two) || koreanCompound.includes(two))) return 2;
  const length = [4, 3, 2].find((letters) => name.length > letters && japanese().has(name.slice(0, letters)));
  if (length) return length;
  const one = name.slice(0, 1);
  return one && (chinese.includes(one) || korean.includes(one)) ? 1 : undefined;
}

/** Whether a text of Chinese, Japanese or Korean letters is a surname we know, and no more. */
export const isSurname = (text: string): boolean => surnameLength(`${text}一`) === text.length;

/** Whether a text is one of the commonest surnames of Japan with two letters or more, and no more. */
export const isJapaneseSurname = (text: string): boolean => japanese().has(text);

/** Whether a name would pass for a unit or the like: `日下部`, as `営業部` is one, `박영실`, as `기획실`, `王登科`, as `财务科`. */
export const isUnitLikeName = (text: string): boolean =>
  /[^ -~]/.test(text) && (japanese().has(text) || (surnameLength(text) === 1 && unitLikeGiven.test(text)));

/** Whether a family name of Japan would pass for a title. */
export const isTitleLikeName = (text: string): boolean => /^(?:蔵元|宮司|禰宜|大工)$/.test(text);

const unitLikeGiven =
  /^.(?:[영은복순금옥춘]실|[대동영민성현정진태병상종창용재선남봉흥원형길만광덕승윤을]국|[登文永建志爱]科|[世永国成天延寿福]长)$/u;
