/**
 * The commonest surnames where names are written without a blank: they tell a name from a word and where it splits.
 * China: Ministry of Public Security, name report of 2020, top 100 and the compound ones; Korea: census of 2015, top 60.
 */
const chinese =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰施洪温祝柯季俞殷翟章鲁葛伍' +
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鐘譚陸賈鄒閆龍賀顧龔萬錢嚴湯喬賴蘭';
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
/** Japanese surnames that end like the units of a company. */
const unitLike = new Set(
  (
    '阿部 安部 服部 渡部 矢部 岡部 磯部 日下部 長谷部 田部 園部 綾部 建部 乙部 曽我部 長曽我部 長宗我部 海部 刑部 卜部 占部 江部 神部 南部 ' +
    '伊部 氷室 小室 大室 三室 仁科 更科 蓼科'
  ).split(' '),
);
const koreanCompound = ['남궁', '황보', '제갈', '선우', '독고', '사공'];

/** How many letters of a Chinese or Korean name are the surname; undefined when it begins with none we know. */
export function surnameLength(name: string): 1 | 2 | undefined {
  const two = name.slice(0, 2);
  if (name.length > 2 && (chineseCompound.includes(two) || koreanCompound.includes(two))) return 2;
  const one = name.slice(0, 1);
  return one && (chinese.includes(one) || korean.includes(one)) ? 1 : undefined;
}

/** Whether a surname would pass for a unit (`日下部`, as `営業部` is one). */
export const isUnitLikeSurname = (text: string): boolean => unitLike.has(text);
