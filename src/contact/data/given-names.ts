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
  /^\p{Script=Han}{1,2}(?:[美恵奈郎介輔彦]|(?<=..)(?<![菓帽餃])子)$/u.test(text) || hiragana().has(text);

/** Common given names of people whose names are in Latin letters, folded: they tell a person from a firm. Compiled by hand, and far from all. */
export const latinGivenNames = lazy(
  (): ReadonlySet<string> =>
    new Set(
      (
        'aaron achim adam adela adele adrian adriana agata agnes ahmed aitor ajay alain alan albert alberto aldo ales alessandro alex ' +
        'alexander alfonso alfred alfredo ali alice alin aline alison allan allen alois alvaro amanda amelia amir amit amy ana anais anders ' +
        'andre andrea andreas andrew andrzej andy anett anette angel angela anil anita anja anke ann anna anne annie annika anthony antje ' +
        'antoine anton antonia antonio ariane arie armando armin arne arno arthur artur arturo arun asa ashley astrid aude audrey augusto ' +
        'axel ayse barbara barry bart beate beatriz becky bela belen ben benjamin berit bernard bernd bernhard bert berta beth betty bianca ' +
        'bill billy birgit bjorn bob bobby bogdan borja brad bram brenda brent brett brian brice britta bruce bruna bruno bryan caio calvin ' +
        'camilla carina carl carla carlo carlos carmen carol carsten cathy cecilia cedric celia cem cesar chad chantal charles cheryl chloe ' +
        'chris christian christine christoph christophe cindy claire clara claude claudia claudio claus colin connie craig cristina curtis ' +
        'cyril daan dagmar damian damien dan dana daniel daniela danilo danny daria dario darren dave davi david debbie debora debra denis ' +
        'denise dennis derek diana diane dick diego dieter dino dirk dominik don donald donna doris doug duncan dylan ed eddie edgar edith ' +
        'edward edwin eileen elaine elena eliane elin elio elisa elise elizabeth elke ellen elly emil emilia emilio emily emma emre enrique ' +
        'enzo eric erica erich erik ernest ernesto ernst erwin esra esther ethan eugene eugenia eugenio eva evelyn ewa ewald fabian fabiana ' +
        'fabio fabiola fanny fatima felix fernando finn fiona flavia flavio florian francesco francisco franco frank franz fred fritz gabi ' +
        'gabriel gael gareth gary gavin geir gemma geoff georg george gerald gerard gerardo gerd gerda gert gijs gina gino giovanni gisele ' +
        'giulia giuseppe glenn goran gordon graham greg gregory greta guido gunnar guy hakan hana hanna hannah hans harald harold harry ' +
        'hector heidi heike heiko hein heinz helen helena hendrik henk henning henri henrik henry herbert herve hilde holger horst howard ' +
        'hubert hugh hugo huub iain ian ibrahim ida igor ilona ilse ilya imre inaki ines inga inge ingo ingrid irena irene irina irma isaac ' +
        'isabel iva ivan ivana ivar ivo jaap jack jackie jacob jacques jaime jake jakob jakub james jamie jan jana jane janet janice jared ' +
        'jason javi javier jean jeff jennifer jenny jens jeremy jerome jerry jesper jesse jessica jesus jill jim jimmy jiri joan joanna ' +
        'joanne joao joe joel joep johanna john johnny joke jon jonas jonathan joop jordi jorg jorge jorn jos jose josef josep joseph josh ' +
        'joshua joyce jozef juan juana judith judy jules julia julian julie julien julio jurgen justin jutta kai kaj kamil karel karen kari ' +
        'karin karina karl karla karsten katarzyna kate katharina kathy katia katie katja kees keith kelly ken kenneth kerstin kevin kim ' +
        'kinga kirsten klara klaus knud knut koen konrad koos kristin kurt kyle laia laila lara larisa larry lars laura laure laurent ' +
        'laurie lea leah lee leif leila lena lene lennart leo leon leonie leonor leos leslie leticia lewis liam lidia lina linda linn lisa ' +
        'lise lloyd loes loic lois lorena lorenzo louis louise luana luc luca lucas lucia luciana luciano lucie lucy ludmila luis luisa ' +
        'luiz lukas luke lutz lydia lydie lynn magdalena maggie maik maike maite malte mandy manon manuel manuela mara marc marcel marcela ' +
        'marcelo marco marcus marek margit margot maria marian mariana mariano marie mario marion marisa marit marius mark markus marlene ' +
        'marta martha martin martina martine mary mateo mathias matilda matilde mats matt matteo matthew matthias maud maurice mauro max ' +
        'melanie melissa mia michael michal michele mick miguel mike milena milos miriam mirjam mirko molly monica monika monique morgan ' +
        'muriel mustafa nacho nadia nadine nadja nancy naomi natalia natalie nathan neha neil nelson nerea nick nicola nicolas nicole niels ' +
        'nigel nils nina noah noel norbert norman nuno nuria odile olaf ole oleg olga oliver olivia olivier olof omar omer onur oscar oskar ' +
        'osvaldo otto ove owen pablo pam pamela paola paolo pascal pat patricia patrick paul paula pauline paulo pavel pedro peggy pepe ' +
        'perry peter petr petra phil philip philippe pia pierre piet pieter pilar piotr polly poul quentin rachel radu rafa raj ralf ralph ' +
        'ramiro ramon ramona randy raphael raquel raul ravi raymond rebeca rebecca regis remi remo remy renata renato rene renee rhonda ' +
        'ricardo richard rick ricky rik rino rita rob robert roberta roberto robin rocio rodney rodolfo rodrigo roel roger roland rolf ron ' +
        'ronald rosa rosario roy ruben rudi rudolf rui rune ruth ruud ryan sabine sabrina sally sam sami samuel sandra sandro santi sara ' +
        'sarah sasa saskia saul scott sean sebastian serge sergio shane sharon shaun shawn sheila sidney sigrid silke silvana silvia silvio ' +
        'simon simona simone sina siobhan siv sofia solange sonia sonja sophie soren stacey stacy stan stefan stefanie stefano stephen ' +
        'steve steven stig stuart sue sune susan susana susanne susie suzanne sven sylvia tamara tania tanja tatiana ted teodoro teresa ' +
        'terry teun thea theo theresa thilo thomas thor thorsten tim tina tobias toby todd tom tomas tomasz tommy tony tord torsten tracey ' +
        'tracy travis trevor tyler udo ugo ulf ulla umit ursula ute uwe valeria valerie vanessa vera vicente vicky victor viktor vincent ' +
        'vit vito vivian viviana viviane vivien vlad walter wanda warren wendy wesley willem willi william wim wolfgang xavi xavier yann ' +
        'yuri yusuf yves yvette yvonne zach zoe'
      ).split(' '),
    ),
);
