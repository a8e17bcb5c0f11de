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
        'aaron abdul abigail achim adam adela adele adrian adriana agata agnes ahmad ahmed ahmet aitor ajay alain alan albert alberto aldo ' +
        'ales alessandro alex alexander alfonso alfred alfredo ali alice alin aline alison allan allen alois alvaro amanda amelia amir amit ' +
        'amy ana anais anand anders andre andrea andreas andrew andrzej andy aneta anett anette angel angela anil anita anja anke ankit ann ' +
        'anna anne annie annika anthony antje antoine anton antonia antonio ariane arie arjan arjun armando armin arne arno arthur artur ' +
        'arturo arun asa ashley ashok astrid aude audrey augusto axel ayse barbara barry bart beata beate beatrice beatriz becky bela belen ' +
        'ben bengt benjamin bente berit bernard bernd bernhard bert berta beth betty beverly bianca bill billy birgit bjorn bob bobby ' +
        'bogdan borja brad bradley bram brandon brenda brent brett brian brice bridget brigitte britt britta bruce bruna bruno bryan burak ' +
        'caio calvin cameron camilla carina carl carla carlo carlos carmen carol carola carolina caroline carolyn carsten cathy cecilia ' +
        'cedric celia celso cem cesar chad chantal charlene charles charlie cheryl chloe chris christian christine christoph christophe ' +
        'cindy claire clara claude claudia claudio claus colin connie craig cristina curtis cynthia cyril daan dagmar damian damien dan ' +
        'dana daniel daniela danielle danilo danny daria dario darren dave davi david dawid dean debbie debora deborah debra deepa denis ' +
        'denise dennis derek detlef diana diane dick diego dieter dino diogo dirk divya dominik dominika don donald donna doris dorothy ' +
        'doug douglas duncan dylan ed eddie edgar edith edson edward edwin edyta eileen einar eirik elaine eleanor elena eliane elin elio ' +
        'elisa elise elizabeth elke ellen elly elske emil emilia emilio emily emma emre enrique enzo eric erica erich erik erika ernest ' +
        'ernesto ernst erwin espen esra esther ethan eugene eugenia eugenio eva evelyn evert ewa ewald fabian fabiana fabio fabiola fanny ' +
        'fatih fatima fatma federico felix femke fernando filip finn fiona flavia flavio florence florian frances francesco francisco ' +
        'franco frank frans franz frauke fred frida frits fritz frode gabi gabriel gabriela gabriele gael gareth gary gavin geert geir ' +
        'gemma geoff georg george gerald gerard gerardo gerd gerda gert giada gijs gilberto gina gino giovanni gisela gisele gitte giulia ' +
        'giuseppe glenn gloria goran gordon graham greg gregor gregory greta gudrun guido gunnar gunter guy hakan hamid hana hanna hannah ' +
        'hanne hannes hans harald harold harry hasan heather hector hedwig heidi heike heiko hein heiner heinz helen helena helga helio ' +
        'helle helmut hendrik henk henning henny henri henrik henry herbert herve hetty hilde holger holly horst howard hubert hugh hugo ' +
        'huub iain ian ibrahim ida igor ilona ilse ilya imran imre inaki ineke ines inga inge ingeborg inger ingo ingrid ion irena irene ' +
        'irina iris irma isaac isabel isabella isabelle iva ivan ivana ivar ivo iwona jaap jacco jacek jack jackie jacob jacques jaime jake ' +
        'jakob jakub jamal james jamie jan jana jane janet janice janina janne jared jasmin jason javi javier jay jean jeff jeffrey jelle ' +
        'jennifer jenny jens jeremy jerome jerry jerzy jesper jesse jessica jesus jette jill jim jimmy jiri joan joana joanna joanne joao ' +
        'jochen joe joel joep johan johann johanna john johnny joke jon jonas jonathan joop joost jordi jorg jorge joris jorn jos jose ' +
        'josef josep joseph josh joshua joyce jozef juan juana judith judy jules julia julian julie julien julio jurgen justin jutta kai ' +
        'kaj kamil karel karen kari karim karin karina karl karla karol karsten katarina katarzyna kate katerina katharina kathryn kathy ' +
        'katia katie katja katrin kees keith kelly kemal ken kenneth kerstin kevin kim kinga kirsten kjell klaas klara klaus knud knut koen ' +
        'konrad koos kristen kristin kristina kurt kyle laia laila lara larisa larry lars lasse laura laure laurence laurent laurie lea ' +
        'leah lee leif leila lena lene lennart leo leon leonard leonardo leonie leonor leos leslie leticia lewis liam lidia lieke ligia ' +
        'lina linda lindsay linn lisa lise livia livio lloyd loes loic lois loredana lorena lorenz lorenzo lothar lotta lotte louis louise ' +
        'luana luc luca lucas lucia luciana luciano lucie lucio lucy ludmila ludwig luigi luis luisa luiz luiza lukas luke lutz lydia lydie ' +
        'lynn magda magdalena maggie maik maike maite malcolm malin malte mandy manoj manon manuel manuela mara marc marcel marcela marcelo ' +
        'marco marcus marek margit margot maria marian mariana marianne mariano marie marilyn marina mario marion marisa marit marius marja ' +
        'marjorie mark markus marlene marta martha martin martina martine mary mateo mathias mathilde matilda matilde mats matt matteo ' +
        'matthew matthias maud maura maureen maurice mauricio mauro max meera melanie melissa merel merve mette mia michael michaela michal ' +
        'michele mick mieke miguel mike milan milena milos mirco miriam mirjam mirko mohan molly monica monika monique morgan moritz murat ' +
        'muriel mustafa nabil nacho nadia nadine nadja nancy nanna naomi natalia natalie nathalie nathan neha neil nelson nerea nick nicola ' +
        'nicolas nicole niels nigel niklas nils nina nitin noah noel norbert norman nuno nuria odile olaf ole oleg olga oliver olivia ' +
        'olivier olof omar omer onur orhan osama oscar oskar osman osvaldo otto ove owen ozgur pablo pam pamela paola paolo pascal pat ' +
        'patricia patrick patrizia paul paula pauline paulo pavel pawel pedro peggy pelle penny pepe per perry peter petr petra phil philip ' +
        'philippe phillip phyllis pia piera piero pierre piet pieter pilar piotr polly pooja poul priya quentin rachel radu rafa rafal ' +
        'rahul rainer raj rajiv ralf ralph ramiro ramon ramona randi randy rania raphael raquel raul ravi ray raymond rebeca rebecca regina ' +
        'regis reiner remco remi remo remy renan renata renate renato rene renee rhonda ricardo richard rick ricky rik rikke rino rita rob ' +
        'robert roberta roberto robin rocco rocio rodney rodolfo rodrigo roel roger rohit roland rolf roman ron ronald rosa rosario roy ' +
        'ruben rudi rudolf rui rune russell ruth ruud ryan sabine sabrina salim sally sam sami samir samuel sandra sandro sanna sanne santi ' +
        'sara sarah sasa sascha saskia saul scott sean sebastian selin serge sergio shane shannon sharon shaun shawn sheila shelley shirley ' +
        'sidney sigrid silke silvana silvia silvio simon simona simone sina sinan siv sneha sofia solange sonia sonja sophie soren stacey ' +
        'stacy stan stanley stefan stefania stefanie stefano stella stephen steve steven stewart stian stig stijn stine stuart sture sue ' +
        'sune sunil susan susana susann susanne susie suzanne svein sven svenja swati sylvia tamara tania tanja tarek tariq tatiana ted ' +
        'telma teodoro terence teresa terje terry teun thais thea theo theresa thijs thilo thomas thor thorsten tiago tiffany tim tina ' +
        'tobias toby todd tolga tom tomas tomasz tommy tony torben tord torsten tracey tracy travis trevor trine trond truus tyler udo ugo ' +
        'ulf ulla ulrich ulrike umit ursula ute uwe valentin valeria valerie vanessa varun vasco vera verena veronica veronika vicente ' +
        'vicky victor victoria viggo vijay viktor viktoria vinay vincent vinod virginia vit vito vitor vivek vivian viviana viviane vivien ' +
        'vlad vladimir volker walter wanda warren wayne wendy werner wesley wiebke willem willi william wilma wim wolfgang xavi xavier yann ' +
        'yngve yuri yusuf yves yvette yvonne zach zoe zofia'
      ).split(' '),
    ),
);
