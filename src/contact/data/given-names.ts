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
