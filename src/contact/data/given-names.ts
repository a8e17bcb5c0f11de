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
        'adam agnieszka ahmed akira alain alan alberto alejandro aleksandra alessandro alex alexander alice amit amy ana ' +
        'anders andrea andreas andrew andrzej angel angela angelo anita anja anna anne anthony antoine antonio ashley ' +
        'ayse barbara bas beatriz ben benjamin bernard bernd bernhard birgit birgitta bjorn bob brian bruno camille carlo ' +
        'carlos carmen catherine celine charles chiara chris christian christine christophe christopher claire claudia ' +
        'cristina dan daniel david davide dean didier diego dieter dirk donald eduardo edward elena elizabeth emily emma ' +
        'enrique eric erik eva ewa fabian federica felipe felix fernanda fernando florian francesca francesco francisco ' +
        'franco francois francoise frank gabriel gary georg george gerhard giorgio giovanni giulia giuseppe graham ' +
        'guenter guillaume gunter gustavo hana hannah hanne hans heike heinz helen hendrik henrik henry hiroshi ian ' +
        'ingrid isabel isabelle ivan jack jacob jacques jakub james jan jana jane jaroslav jason javier jean jennifer ' +
        'jens jeroen jerzy jessica jesus jim jiri joanna joao joe joerg johan johannes john jonas jonathan jorg jorge ' +
        'jorgen jose josef josefa joseph joshua juan juergen julia juliana julie julien jurgen kai karen karl katarzyna ' +
        'kate katharina katherine katja katrin keiko keith kenji kerstin kevin klaus kristina krzysztof kurt lars laura ' +
        'lauren laurent lea lena linda lisa lorenzo louise luca lucas lucia luciana luigi luis lukas magda magdalena ' +
        'malgorzata manuel marcin marco marcos margaret maria mariana marie marieke mario mark markus marta martin ' +
        'martina mary mateo matt matteo matthew matthias max mehmet melanie mercedes mette mia michael michaela michal ' +
        'michele michelle miguel mikael mike mohammed monika monique moritz morten nadine nancy nathalie neil nicholas ' +
        'nick nicolas nicole niels noah nuria olga oliver olivia olivier omar pablo paola paolo pascal patricia patrick ' +
        'paul paulo pavel pawel pedro peter petr petra philippe pierre pieter pietro pilar piotr rachel rafael raj ralf ' +
        'raquel raul rebecca renate ricardo richard rob robert roberto rodrigo rolf rosa ruben ryan sabine sam samantha ' +
        'samuel sander sandra sarah scott sean sebastian sebastien sergio silke silvia simon simone sophia sophie soren ' +
        'stefan stefanie stefano stephanie stephen steve steven susan susanne sven sylvain sylvie takashi teresa thierry ' +
        'thomas thorsten tiago tim tobias tom tomas tomasz ursula ute uwe valentina valerie veronique victor victoria ' +
        'vincent werner willem william wolfgang yoko yuki zofia'
      ).split(' '),
    ),
);
