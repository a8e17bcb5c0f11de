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

/** `真理子`, `さおり`: a Japanese given name by how it ends, or in hiragana, and no more. */
export const isGivenAlone = (text: string): boolean =>
  /^\p{Script=Han}{1,2}(?:[美恵奈郎介輔彦]|(?<![菓帽餃])子)$/u.test(text) || hiragana().has(text);

/** Common given names of people whose names are in Latin letters, folded: they tell a person from a firm. Compiled by hand, and far from all. */
export const latinGivenNames = lazy(
  (): ReadonlySet<string> =>
    new Set(
      (
        'aaron achim adam adela adele adrian adriana agata agnes ahmed ajay alain alan alberto aldo ales alessandro alex alexander alfonso ' +
        'alfredo ali alice alin aline allan allen alois alvaro amanda amelia amir amit amy ana anders andrea andreas andrew andrzej andy ' +
        'anett anette angela anil anita anja anke ann anna anne annie annika anthony antje antoine anton antonia antonio ariane arie ' +
        'armando armin arne arno arthur artur arturo arun asa astrid aude audrey augusto axel ayse barbara barry bart beate beatriz becky ' +
        'bela ben benjamin berit bernard bernd bernhard bert beth betty bianca bill billy birgit bjorn bob bobby bogdan brad bram brent ' +
        'brett brian britta bruce bruna bruno bryan caio camilla carina carl carla carlo carlos carmen carol carsten cathy cecilia cedric ' +
        'celia cem cesar chad chantal charles chloe chris christian christine christoph christophe cindy claire clara claude claudia ' +
        'claudio claus colin connie craig cristina daan dagmar damian damien dan dana daniel daniela danilo danny daria dario dave davi ' +
        'david dean debora debra denis denise derek diana diane dick diego dieter dino dirk dominik don donna doris doug dylan ed eddie ' +
        'edgar edith edwin elaine elena eliane elin elio elisa elise elizabeth elke ellen elly emil emilia emilio emily emma emre enrique ' +
        'enzo eric erica erich erik erika ernesto ernst erwin esra esther ethan eugenia eugenio eva ewa ewald fabian fabiana fabio fabiola ' +
        'fatima felix fernando finn fiona flavia flavio florian francesco francisco franco frank franz fred fritz gabi gabriel gael gary ' +
        'gavin geir geoff georg george gerald gerard gerardo gerd gerda gert gijs gina gino giovanni gisele giulia giuseppe glenn gloria ' +
        'goran greg gregory greta guido gunnar guy hakan hana hanna hannah hans harald harry hector heidi heike heiko hein heinz helen ' +
        'helena helga hendrik henk henning henri henrik henry herbert hilde holger holly horst hubert hugh hugo huub iain ian ibrahim ida ' +
        'igor ilona ilse ilya imre ines inga inge ingo ingrid ion irena irene irina iris irma isaac isabel iva ivan ivana ivar ivo jaap ' +
        'jack jacob jacques jaime jake jakob jakub james jamie jan jana jane janet jared jason javi javier jay jean jeff jennifer jenny ' +
        'jens jeremy jerome jerry jesper jesse jessica jill jim jimmy jiri joan joanna joao joe joel joep johanna john johnny joke jon ' +
        'jonas jonathan joop jorg jorge jorn jos jose josef joseph josh joyce jozef juan judith judy julia julian julie julien julio jurgen ' +
        'jutta kai kaj kamil karel karen kari karin karina karl karla karsten katarzyna kate katharina kathy katia katie katja kees keith ' +
        'kelly ken kenneth kerstin kevin kim kinga kirsten klara klaus knud knut koen konrad koos kristin kurt kyle laia laila lara larisa ' +
        'larry lars laura laurent lea leah lee leif leila lena lene lennart leo leon leonie leonor leos leticia lewis liam lidia lina linda ' +
        'linn lisa lise lloyd loes loic lois lorena lorenzo lotte louis louise luana luc luca lucas lucia luciana luciano lucy ludmila luis ' +
        'luisa luiz lukas luke lutz lydia lynn magdalena maik maike malte mandy manuel manuela mara marc marcel marcela marcelo marco ' +
        'marcus marek margit margot maria marian mariana mariano marie marina mario marion marisa marit marius mark markus marlene marta ' +
        'martha martin martina martine mary mateo mathias matilda matilde mats matt matteo matthew matthias maud maurice mauro max melanie ' +
        'melissa mia michael michal michele mick miguel mike milan milena milos miriam mirjam mirko molly monica monika monique muriel ' +
        'mustafa nadia nadine nadja nancy naomi natalia natalie neha neil nelson nick nicola nicolas nicole niels nigel nils nina noah noel ' +
        'norbert nuno olaf ole oleg olga oliver olivia olivier olof omar omer onur oscar oskar osvaldo otto ove owen pablo pam pamela paola ' +
        'paolo pascal pat patricia patrick paul paula pauline paulo pavel pedro peggy penny pepe per perry peter petr petra phil philip ' +
        'philippe pia pierre piet pieter piotr polly poul quentin rachel radu rafa raj ralf ralph ramiro ramona randy raphael raquel raul ' +
        'ravi ray raymond rebeca rebecca regina remi remo remy renata renato rene ricardo richard rick ricky rik rino rita rob robert ' +
        'roberta roberto robin rodolfo rodrigo roel roger roland rolf roman ron ronald rosa rosario roy ruben rudi rudolf rui rune ruth ' +
        'ruud ryan sabine sabrina sally sam sami samuel sandra sandro sara sarah sasa saskia saul scott sean sebastian sergio shane shaun ' +
        'shawn sigrid silke silvana silvia silvio simon simona simone sina siv sofia solange sonia sonja sophie soren stacy stan stefan ' +
        'stefanie stefano stella stephen steve steven stig sue sune susan susana susanne susie suzanne sven sylvia tamara tania tanja ' +
        'tatiana ted teodoro teresa terry teun thea theo theresa thilo thomas thor thorsten tim tina tobias toby todd tom tomas tomasz ' +
        'tommy tony tord torsten tracy tyler udo ugo ulf ulla umit ursula ute uwe valeria valerie vanessa vera vicente vicky victor viktor ' +
        'vincent vit vito viviana viviane vivien vlad walter wanda wayne wendy willem willi william wim wolfgang xavi xavier yann yuri ' +
        'yusuf yves yvette yvonne zach zoe'
      ).split(' '),
    ),
);
