import { lazy } from './lazy.ts';
import { isAscii } from './normalize.ts';

/**
 * Kanji in one form, so that a name written with an old or a new one is the same: 渡邊 and 渡辺, 髙橋 and 高橋. Traditional
 * and simplified Chinese too, where no Japanese name is mixed up by it. 斎 and 斉 are two families and stay apart.
 */
export const modernKanji = (text: string): string =>
  isAscii(text) ? text : text.replace(/\p{Script=Han}/gu, (letter) => modern().get(letter) ?? letter);

/** The usual form, then the others. Compiled by hand from the kyūjitai of the jōyō list and the names registers know. */
const forms =
  '高髙 崎﨑嵜 辺邊邉 斎齋 斉齊 沢澤泽 浜濱濵 広廣 国國 島嶋嶌 桜櫻 恵惠 真眞 渡渉 滝瀧 竜龍龙 富冨 ' +
  '徳德 関關关 黒黑 吉𠮷 塩鹽 万萬 与與 亀龜 仏佛 会會 伝傳 体體 余餘 児兒 円圓 写寫 剣劍 励勵 労勞 ' +
  '勲勳 収收 双雙 戸戶 台臺 号號 団團 壮壯 寿壽 実實 宝寶 将將 尭堯 峰峯 巌巖 巣巢 帯帶 庁廳 弁辨 ' +
  '弥彌 従從 応應 悦悅 慎愼 懐懷 戦戰 払拂 抜拔 拡擴 挙擧 旧舊 昼晝 晃晄 暁曉 来來 条條 栄榮 桧檜 ' +
  '楽樂乐 検檢 槙槇 様樣 権權 横橫 歓歡 歩步 歴歷 気氣 浄淨 浅淺 済濟 渓溪 湾灣 満滿 潜潛 瀬瀨 灯燈 ' +
  '点點 為爲 焼燒 献獻 瓶甁 画畫 礼禮 秋穐 稲稻 穂穗 穣穰 竃竈 粋粹 糸絲 経經 総總 緑綠 縁緣 縦縱 ' +
  '聡聰 声聲 胆膽 芸藝 荘莊 蔵藏 薫薰 薬藥 虎乕 蛍螢 衛衞 覚覺 観觀 豊豐 転轉 遥遙 郎郞 郷鄕 鉄鐵铁 ' +
  '鉱鑛 鋭銳 錬鍊 随隨 険險 静靜 顕顯 駆驅 駅驛 鶏鷄 麦麥 黄黃 尚尙 彦彥 張张 劉刘 陳陈 楊杨 趙赵 ' +
  '呉吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 鄧邓 馮冯 蕭萧 葉叶 蘇苏 呂吕 盧卢 鐘钟 譚谭 陸陆 賈贾 ' +
  '鄒邹 賀贺 顧顾 龔龚 銭錢钱 厳嚴严 湯汤 喬乔 頼賴赖 蘭兰 偉伟 強强 軍军 華华 傑杰 麗丽 紅红 慶庆 ' +
  '飛飞 鳳凤 鵬鹏 寧宁 東东 電电 業业 車车 門门 開开 頭头 書书 長长 風风 動动 機机 際际 貿贸 網网 ' +
  '訊讯 設设 計计 術术 資资 銀银 鋼钢 雲云';

const modern = lazy(
  () =>
    new Map(
      forms.split(' ').flatMap((group) => {
        const [usual = '', ...others] = [...group];
        return others.filter((other) => other !== usual).map((other) => [other, usual] as const);
      }),
    ),
);
