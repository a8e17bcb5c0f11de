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
        'aaron abdul abigail achim adam adela adele adina aditya adrian adriana adrien afonso agata agathe agnes agnese ahmad ahmed ahmet ' +
        'aitor ajay alain alan albert alberto aldo alena ales alessandra alessandro alex alexander alexandra alexis alfonso alfred alfredo ' +
        'ali alice alicia alicja alin alina aline alison allan allen alois alonso alvaro amanda amedeo amelia amelie amir amit amparo amy ' +
        'ana anais anand anders andre andrea andreas andres andrew andrzej andy aneta anett anette angel angela angelo anil anita anja ' +
        'anjali anke ankit ann anna anne annick annie annika anthony antje antoine antoinette anton antonia antonio ariane arie arjan arjun ' +
        'armand armando armin arnaud arne arno arthur artur arturo arun asa ashley ashok astrid aude audrey augusto axel axelle ayse ' +
        'barbara barry bart bartek beata beate beatrice beatriz becky begona bela belen ben bengt benito benjamin benoit bente berit ' +
        'bernard bernd bernhard bert berta beth betty beverly bianca bill billy birgit bjorn blanca bob bobby bogdan bojan boris borja brad ' +
        'bradley bram brandon brenda brent brett brian brice bridget brigitte britt britta bruce bruna bruno bryan burak caio calvin ' +
        'cameron camilla carina carine carl carla carlo carlos carmen carol carola carole carolina caroline carolyn carsten catherine cathy ' +
        'cecile cecilia cedric celia celine celso cem cesar cesare cezary chad chantal charlene charles charlie charlotte cheryl chiara ' +
        'chloe chris christian christiane christine christoph christophe cindy cinzia claire clara claude claudia claudio claus colin ' +
        'connie cosimo craig cristiana cristiano cristina csaba curtis cynthia cyril daan dagmar damian damien dan dana daniel daniela ' +
        'danielle danilo danny danuta daphne daria dario darren dave davi david davide dawid dean debbie debora deborah debra deepa deepak ' +
        'dejan denis denise dennis derek detlef diana diane dick didier diego dieter dino diogo dirk divya dominik dominika don donald ' +
        'donna doris dorota dorothy doug douglas duncan dusan dylan ed eddie edgar edith edson edward edwin edyta eileen einar eirik elaine ' +
        'eleanor elena eleni eliane elin elio elisa elise elizabeth elke ellen elly elodie elske emil emilia emilie emilio emily emma emre ' +
        'enrica enrico enrique enzo eric erica erich erik erika ernest ernesto ernst erwin espen esra esther ethan ettore eugene eugenia ' +
        'eugenio eva evelyn evert ewa ewald fabian fabiana fabien fabio fabiola fanny fatih fatima fatma fausto federico felipe felix femke ' +
        'fermin fernando filip filipa filipe finn fiona flavia flavio florence florian franca frances francesco francisco franck franco ' +
        'frank frans franz frauke fred frederique frida frits fritz frode fulvio gabi gabor gabriel gabriela gabriele gabriella gael gaelle ' +
        'gaetan ganesh gareth gary gaurav gavin geert geir gemma geoff geoffrey georg george gerald gerard gerardo gerd gerda gert giada ' +
        'gianna gianni gijs gilberto gilles gina gino giovanni gisela gisele gitte giulia giulio giuseppe glenn gloria goran gordon graham ' +
        'grazia greg gregor gregory greta gudrun guido gunnar gunter guy hakan halina hamid hana hanna hannah hanne hannes hans harald ' +
        'harold harry hasan hassan heather hector hedwig heidi heike heiko hein heiner heinz heitor helder helen helena helene helga helio ' +
        'helle helmut hendrik henk henning henny henri henrik henry henryk herbert hernan herve hetty hilde holger holly horst howard ' +
        'hubert hugh hugo hugues huub iain ian ibrahim ida igor ilaria ilario ilona ilse ilya imran imre inaki ineke ines inga inge ' +
        'ingeborg inger ingo ingrid ioana ion ionut irena irene irina iris irma isaac isabel isabella isabelle isidro ismael iulia iva ivan ' +
        'ivana ivar iveta ivica ivo iwona jaap jacco jacek jack jackie jacob jacopo jacqueline jacques jaime jake jakob jakub jamal james ' +
        'jamie jan jana jane janet janice janina janne janos janusz jared jasmin jason javi javier jay jean jeanne jeff jeffrey jelle ' +
        'jennifer jenny jens jeremy jerome jerry jerzy jesper jesse jessica jesus jette jill jim jimmy jiri jitka joan joana joanna joanne ' +
        'joao jochen joe joel joelle joep johan johann johanna john johnny joke jon jonas jonathan joop joost jordi jorg jorge joris jorn ' +
        'jos jose josef josefa josep joseph josh joshua josip jovan joyce jozef juan juana judit judith judy jules julia julian julie ' +
        'julien julio jurgen justin jutta kai kaj kamil kamila karel karen kari karim karin karina karine karl karla karol karsten katarina ' +
        'katarzyna kate katerina katharina kathleen kathryn kathy katia katie katja katrin kavita kees keith kelly kemal ken kenneth ' +
        'kerstin kevin khaled khalid kim kimberly kinga kirsten kjell klaas klara klaus knud knut koen konrad konstantin koos kristen ' +
        'kristin kristina kurt kveta kyle laia laila lajos lara larisa larry lars lasse laura laure laurence laurent laurie lawrence lea ' +
        'leah lee leif leila lena lene lenka lennart leo leon leonard leonardo leonie leonor leos leslie leszek leticia lewis liam libor ' +
        'lidia lieke ligia lina linda lindsay linn lionel lisa lise livia livio lloyd loes loic lois loredana lorena lorenz lorenzo ' +
        'lorraine lothar lotta lotte louis louise luana lubos luc luca lucas lucia luciana luciano lucie lucien lucio lucy ludek ludmila ' +
        'ludwig luigi luigia luis luisa luiz luiza lukas lukasz luke lutz lydia lydie lynn maciej magali magda magdalena maggie mahesh maik ' +
        'maike maite malcolm malin malte mandy manish manoj manolo manon manuel manuela mara marc marcel marcela marcelo marcia marcin ' +
        'marcio marco marcos marcus marek margaret margit margot maria mariam marian mariana marianne mariano marie marilyn marina marine ' +
        'mario marion marisa marit marius marja marjorie mark marko markus marlene marta martha marthe martin martina martine mary matej ' +
        'mateo mateus mathias mathilde matias matilda matilde mats matt matteo matthew matthias maud maura maureen maurice mauricio mauro ' +
        'max maxim maxime meera mehmet melanie melissa merel merve mette mia michael michaela michal michele michelle mick mieke miguel ' +
        'mihai mike milan milena milos mirco mireia miriam mirjam mirko mitchell mohan molly monica monika monique montse morgan moritz ' +
        'mukesh murat muriel murilo mustafa myriam nabil nacho nadege nadia nadine nadja nancy nanna naomi natalia natalie nathalie nathan ' +
        'naveen neha neil nelson nenad nerea nestor nicholas nick nicola nicolas nicole nicolo niels nigel nikhil niklas nikos nils nina ' +
        'nitin noah noel noelia noemie norbert norman nuno nuria odile olaf ole oleg olga oliver olivia olivier olof omar omer onur orazio ' +
        'orhan osama oscar oskar osman osvaldo otto ove owen ozgur pablo paloma pam pamela paola paolo pascal pat patricia patrick patrizia ' +
        'patryk paul paula pauline paulo pavel pavla pawel pedro peggy pelle penny pepe per perry petar peter petr petra phil philip ' +
        'philippe phillip phyllis pia piera piero pierre piet pieter pietro pilar piotr polly pooja poul prasad priya quentin rachel rachid ' +
        'radek radim radka radu rafa rafael rafal rahul rainer raj rajesh rajiv rakesh ralf ralph ramesh ramiro ramon ramona randi randy ' +
        'rania raphael raquel rashid raul ravi ray raymond rebeca rebecca regina reginald regis reiner remco remi remo remy renan renata ' +
        'renate renato renaud rene renee rhonda ricardo richard rick ricky rik rikke rino rita rob robert roberta roberto robin rocco rocio ' +
        'rodney rodolfo rodrigo roel roger rohit roland rolf romain roman romina ron ronald rosa rosana rosario rosemary roxane roy ruben ' +
        'rudi rudolf rui rune russell ruth ruud ryan sabina sabine sabrina sachin salim sally sam samantha sami samir samuel sandra sandro ' +
        'sanjay sanna sanne santi sara sarah sarka sasa sascha saskia saul scott sean sebastian selin serdar serena serge sergio serkan ' +
        'shane shannon sharon shaun shawn sheila shelley shirley shreya sidney sigrid silke silvana silvia silvio simon simona simone sina ' +
        'sinan siv sneha sofia solange solene sonia sonja sophie soren sorin stacey stacy stan stanislav stanley stefan stefania stefanie ' +
        'stefano stella stephanie stephen steve steven stewart stian stig stijn stine stuart sture sue sune sunil sunita suresh susan ' +
        'susana susann susanne susie suzanne svein sven svenja swati sylvia sylvie sylwia szymon tamara tamas tanguy tania tanja tarek ' +
        'tariq tatiana ted telma teodoro terence teresa terje terry teun thais thea theo theodore theresa thiago thijs thilo thomas thor ' +
        'thorsten tiago tibor tiffany tim tina tobias toby todd tolga tom tomas tomasz tommy tony torben tord torsten tracey tracy travis ' +
        'trevor trine trond truus tyler udo ugo ulf ulla ulrich ulrike umit ursula ute uwe vadim valentin valentina valeria valerie vanessa ' +
        'varun vasco venkat vera verena veronica veronika vesna vicente vicky victor victoria viggo vijay vikram viktor viktoria vinay ' +
        'vincent vinod virginia vit vito vitor vivek vivian viviana viviane vivien vlad vladimir volker wagner walter wanda warren wayne ' +
        'wendy werner wesley wiebke wiktor willem willi william wilma wim witold wolfgang xavi xavier yann yasmin yngve yulia yuri yusuf ' +
        'yves yvette yvonne zach zdena zeynep zoe zofia zoran zsolt'
      ).split(' '),
    ),
);
