import { lazy } from '../lazy.ts';

/** The commonest given names of Japan that are written in hiragana: after Han letters they tell a name from a word. */
const hiragana = lazy(
  () =>
    new Set(
      (
        'あい あいか あおい あかね あかり あき あきこ あさみ あすか あみ あや あやか あやこ あやの あゆみ いおり いずみ いつき うらら えみ えみこ えり えりか えりこ ' +
        'かえで かおり かおる かずみ かな かなえ かなこ かのん かほ きょうこ くみ くみこ くるみ けいこ けんじ こころ ことね ことみ さおり さき さくら さちこ さつき さと ' +
        'さとし さとみ さなえ さや さやか さゆり しおり しずか しのぶ しほ しんじ じゅん じゅんこ すず すみれ そら たかし たけし ちあき ちえ ちさと ちづる ちなつ ちはる ' +
        'ちひろ つかさ つばさ つむぎ ともこ ともみ なお なおこ なおみ なおや なつき なつみ なな ななこ ななみ のぞみ のぞむ のりこ はづき はな はなえ はる はるか はるな ' +
        'ひかり ひかる ひでこ ひとみ ひなた ひなの ひより ひろこ ひろし ひろみ ふみ ふみこ ほのか まい まいこ まき まこと まさこ まさみ まどか まなみ まひろ まみ まゆ ' +
        'まゆみ まり まりえ まりこ みお みか みき みさ みさき みずき みちこ みどり みなみ みのり みゆ みゆき みらい むつみ めい めぐみ もえ もも ももか ももこ やすこ ゆい ' +
        'ゆう ゆうか ゆうき ゆうこ ゆか ゆかり ゆき ゆきこ ゆみ ゆみこ ゆり ゆりえ ゆりこ よしこ よしみ りえ りお りか りな りょう りょうこ りん るい るみ れい れいこ れな わかな'
      ).split(' '),
    ),
);

/** The length of the hiragana given name that ends a name whose family name is in Han letters; undefined when there is none. */
export function hiraganaLength(name: string): number | undefined {
  const given = /^\p{Script=Han}{1,3}(\p{Script=Hiragana}{2,4})$/u.exec(name)?.[1];
  return given && hiragana().has(given) ? given.length : undefined;
}

/** Common given names of people whose names are in Latin letters, folded: they tell a person from a firm. Compiled by hand, and far from all. */
export const latinGivenNames = lazy(
  (): ReadonlySet<string> =>
    new Set(
      (
        'adam alain alan alberto alessandro alex alexander alice amy ana anders andrea andreas andrew andrzej angela anja ' +
        'anna anne anthony antoine antonio barbara beatriz ben benjamin bernard bernd bernhard bob brian bruno carlo ' +
        'carlos carmen charles chris christian christine christoph christophe claire claudia cristina dan daniel david ' +
        'dieter dirk elena elizabeth emily emma enrique eric erik eva felix fernando florian francesco francisco franco ' +
        'frank gabriel george giovanni giulia giuseppe hannah hans heike heinz helen henry ian isabel ivan jack jacques ' +
        'james jan jana jane javier jean jennifer jens jessica jim joao joe john jonas jonathan jorg jorge jose joseph ' +
        'juan julia julie julien jurgen kai karen karin karl katarzyna kate katharina kevin klaus lars laura laurent lea ' +
        'lena linda lisa louise luca lucas lucia luis lukas magdalena manuel marc marco maria marie mario mark markus ' +
        'marta martin martina mary mateo matt matteo matthew matthias max mia michael michal michele miguel mike monika ' +
        'nick nicolas nicole nina noah olga oliver olivia olivier pablo paola paolo patricia patrick paul paulo pedro ' +
        'peter petr petra philip philippe pierre pieter piotr rachel ralf ricardo richard rob robert roberto rosa sabine ' +
        'sam sandra sara sarah sebastian simon sofia sophie stefan stefanie stefano stephen steve steven susan susanne ' +
        'sven teresa thomas thorsten tim tobias tom tomasz uwe victor vincent willem william wolfgang'
      ).split(' '),
    ),
);
