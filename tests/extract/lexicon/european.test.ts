import { kindOf } from '../../../src/extract/fields/phrase.ts';
import { lexicons } from '../../../src/extract/lexicon/index.ts';
import type { Lexicon } from '../../../src/extract/lexicon/lexicon.ts';
import { bareName, looksLikeName } from '../../../src/extract/person.ts';

type Row = [kind: string, phrases: string];

const rows: Record<string, Row[]> = {
  en: [
    [
      'title',
      'VP Sales; Purchasing Mgr; Deputy Head; Staff Nurse; Psychologist; Copywriter; Accounts Clerk; Scrum Master',
    ],
    [
      'title',
      'Social Worker; Town Councillor; Police Constable; Asst. Registrar; Sous Chef; Lord Mayor; Optician; Vicar',
    ],
    [
      'org',
      'Kite Pty Ltd; Kite P/L; Kite Pvt. Ltd.; Kite Sdn Bhd; Kite (Pty) Ltd; Kite Oy; Kite Zrt.; Kite d.o.o.; Kite PLLC',
    ],
    [
      'org',
      'Hillside Primary School; Town of Millbrook; Finch Insurance; Reed Architects; Wren Brewery; Credit Union North',
    ],
    ['unit', 'Accounts Payable; Public Relations; Dept. of Optics; Directorate B; Payroll; Investigations'],
    ['likely', 'Legal & Compliance; Communications'],
  ],
  de: [
    [
      'title',
      'Vertriebsleiter:in; Leitung Einkauf; Oberbürgermeisterin; Fachanwältin; Steuerfachangestellte; Betriebswirt (VWA)',
    ],
    [
      'title',
      'Schatzmeister; Psychologin; Kommissarin; Staatssekretär; Zerspanungsmechaniker; stellv. Filialleiter; Diakon',
    ],
    [
      'org',
      'Meise GmbH & Co. KG; Meise e.U.; Meise GesmbH; Meise Ges.m.b.H.; Meise PartG mbB; Meise gGmbH; Meise KGaA; Meise eG',
    ],
    [
      'org',
      'Landratsamt Moorheim; Zahnarztpraxis Meise; TSV Moorheim; Spedition Meise; Kreissparkasse Moorheim; Stadt Moorheim',
    ],
    ['unit', 'Abt. Getriebe; Sachgebiet 42; Stabsstelle Klima; Lehrstuhl für Optik; Geschäftsstelle Nord'],
    [
      'likely',
      'Bauamt; Klinik für Augenheilkunde; Personalverwaltung; Qualitätssicherung; Arbeitsgruppe Plasma; Umweltschutz',
    ],
  ],
  fr: [
    [
      'title',
      'Directrice adjointe; Chargé·e de mission; Resp. achats; Trésorière; Instructrice; Greffière; Sage-femme; Maire',
    ],
    [
      'title',
      'Technico-commerciale; Conducteur de travaux; Géomètre; Logisticienne; Orthophoniste; Photographe; Vigneronne',
    ],
    ['org', 'Merle SASU; Merle SELARL; Merle ASBL; Merle Sàrl; Merle et Fils; SCOP Merle; Merle SNC'],
    [
      'org',
      'Ville de Montbrume; Office notarial du Lac; Merle & Associés; Centre hospitalier du Lac; CCI du Lac; Ets Merle',
    ],
    ['unit', 'Cellule Sinistres; Direction de la communication; UFR Sciences; Pôle Habitat; Service Commercial'],
    ['likely', 'Bureau de Montbrume; Laboratoire Optique; Succursale Est'],
  ],
  es: [
    [
      'title',
      'Jefa de Ventas; Subdirectora; Trabajadora social; Aparejador; Catedrática; Contadora; Odontóloga; Concejala',
    ],
    ['org', 'Mirlo S.L.U.; Mirlo S. de R.L. de C.V.; Mirlo S.A.P.I. de C.V.; Mirlo S.A.C.; Mirlo Ltda.; Mirlo e Hijos'],
    [
      'org',
      'Municipalidad de Lomas; Bufete Mirlo; Junta de Lomas; Clínica Veterinaria; Centro Médico Sol; Cámara de Comercio',
    ],
    ['unit', 'Departamento Comercial; RRHH; Gerencia de Obras; Dpto. de Compras; Atención al Cliente'],
    ['likely', 'Sucursal Norte; Logística'],
  ],
  it: [
    [
      'title',
      'Resp. Acquisti; Vicepresidente; Assessora alla Cultura; Capo ufficio; Progettista; Tirocinante; Perito; Cardiologa',
    ],
    ['org', 'Merlo S.r.l.s.; Merlo Soc. Coop.; ASD Merlo; Merlo S.n.c.; Merlo Società Benefit; Studio legale Merlo'],
    [
      'org',
      'Comune di Montelago; Istituto Comprensivo Montelago; Agriturismo Merlo; Consorzio Merlo; Immobiliare Merlo',
    ],
    ['unit', 'Ufficio Tecnico; Area Servizi; Risorse Umane; Sportello Unico; Filiale di Montelago'],
    ['likely', 'Segreteria; Servizi generali'],
  ],
  pt: [
    [
      'title',
      'Gestora de Contas; Síndico; Encarregada; Tesoureiro; Corretor; Farmacêutica; Publicitária; Pesquisadora; Doutoranda',
    ],
    ['org', 'Melro Ltda. - ME; Melro EIRELI; Melro Unipessoal Lda.; Melro S/A; Melro & Cia. Ltda; Melro SGPS'],
    ['org', 'Município de Vale Claro; Condomínio Melro; Santa Casa de Vale Claro; Cartório Melro; Distribuidora Melro'],
    ['unit', 'Gerência de Obras; Coordenação de Cursos; Seção de Alunos; Direção de Vendas; Departamento Comercial'],
    ['likely', 'Programação de Cargas; Jurídico; Filial Norte'],
  ],
  nl: [
    [
      'title',
      'Afdelingshoofd; Makelaar wonen; opbouwwerker; Directiesecretaresse; Praktijkondersteuner; Kandidaat-notaris',
    ],
    ['org', 'Merel B.V.; Merel VOF; Merel CommV; vzw Merel; Merel N.V.; Merel en Zonen'],
    [
      'org',
      'Korfbalvereniging Merel; Provincie Veenland; Merel Makelaars; Huisartsenpraktijk Merel; Bouwbedrijf Merel',
    ],
    ['unit', 'Afd. Inkoop; Directie Wonen; Klantenservice'],
    ['likely', 'Bestuursbureau; Serviceadministratie; Vestiging Veenstad'],
  ],
  sv: [
    [
      'title',
      'Enhetschef; vVD; Kommunikatör; Förskollärare; Redovisningsansvarig; Fastighetsmäklare; Specialistläkare',
    ],
    ['org', 'Trast AB; Trast Handelsbolag HB; Trast kommun; Trastmuseet; Bostadsrättsföreningen Trast; Trastbanken'],
    ['unit', 'Avd. Inköp; Socialförvaltningen; Kundtjänst'],
  ],
  da: [
    [
      'title',
      'Salgschef; Afdelingsleder; Kasserer; Sogneformand; Driftssjef; Fastlege; Tømrermester; Spesialpedagogisk rådgiver',
    ],
    [
      'org',
      'Drossel ApS; Drossel A/S; Drossel I/S; Drossel kommune; Drosselmuseet; Miljøstyrelsen; Advokatfirma Drossel',
    ],
    ['unit', 'Teknisk Forvaltning; Seksjon for drift; Kundeservice'],
  ],
  pl: [
    [
      'title',
      'Wiceprezes; Zastępca Kierownika; Radca prawny; Spedytor; Członek Zarządu; Burmistrz; Kosztorysantka i projektantka',
    ],
    [
      'org',
      'Kos Sp. z o.o.; Kos Sp. z o.o. Sp. k.; Kos S.K.A.; Kos Spółka Jawna; Gmina Lipowo; Izba Rzemiosła; Apartamenty Hotel Kos',
    ],
    ['unit', 'Dział Kadr; Wydział Fizyki; Księgowość; Obsługa Klienta'],
    ['likely', 'Biuro Zarządu; Filia w Lipowie'],
  ],
  cs: [
    [
      'title',
      'Ředitelka; Místostarosta a jednatel; Stavbyvedoucí; Servisní technik; Účetní; Mluvčí; Riaditeľ; Lékárník',
    ],
    [
      'org',
      'Kos s.r.o.; Kos spol. s r.o.; Kos a.s.; Kos v.o.s.; Základní škola Lipov; Realitní kancelář Kos; Svaz Kos',
    ],
    ['unit', 'Odbor dopravy; Katedra optiky; Útvar nákupu'],
    ['likely', 'Pobočka Lipov; Pracoviště Lipov'],
  ],
};

for (const [language, table] of Object.entries(rows)) {
  const cases = table.flatMap(([kind, phrases]) => phrases.split('; ').map((phrase) => [phrase, kind]));
  test.each(cases)(`${language}: %s is %s`, (phrase, kind) => expect(kindOf(phrase as string).kind).toBe(kind));
}

test.each(
  (
    'Oak and Willow; Semester ticket; Martial arts; Katalog; Burbank; El Salvador; Steam; Tours; Bay Area; Secret Garden; ' +
    'San Marino; Burgund; Kleine Wunder; Belle Vue; Vita Nova; Buen Camino; Groene Weide; Lipová alej'
  ).split('; '),
)('%s names no kind', (phrase) => expect(kindOf(phrase).kind).toBeUndefined());

test.each(
  (
    'Estelle Dubois; Anna Cooper; Jonas Schütz; Rita Schumacher; Murat Demir; Beatrice Salvatore; Salvador Isidor; ' +
    'Piet Koster; Daan Kok; Charity Njoroge; Emma Stewart; Dea Putri; Phil Nattrass; Ella Brand; Signe Bonde'
  ).split('; '),
)('%s is a name', (name) => expect([looksLikeName(name), bareName(name)]).toEqual([true, name]));

test.each([
  ['Ana Ruiz she/her', 'Ana Ruiz'],
  ['Prof. Dr. med. dent. Ana Ruiz', 'Ana Ruiz'],
  ['Dipl.-Ing. Ana Ruiz', 'Ana Ruiz'],
  ['Dr. rer. nat. Ana Ruiz', 'Ana Ruiz'],
  ['Me Ana Ruiz', 'Ana Ruiz'],
  ['Lic. Ana Ruiz', 'Ana Ruiz'],
  ['Dott.ssa Ana Ruiz', 'Ana Ruiz'],
  ['Profa. Dra. Ana Ruiz', 'Ana Ruiz'],
  ['drs. Ana Ruiz RA', 'Ana Ruiz'],
  ['cand.merc. Ana Ruiz', 'Ana Ruiz'],
  ['mgr inż. Ana Ruiz', 'Ana Ruiz'],
  ['Mgr. Ana Ruiz, Ph.D.', 'Ana Ruiz'],
])('%s is %s', (text, name) => expect(bareName(text)).toBe(name));

/** A word that an ending of the same list finds anyway only takes room. */
test.each(Object.keys(rows))('%s repeats nothing', (language) => {
  const { title, org, unit } = lexicons().find((lexicon) => lexicon.language === language) as Lexicon;
  for (const list of [title, org.word, unit.sure, unit.likely]) {
    const endings = list.filter((entry) => entry.startsWith('-')).map((entry) => entry.slice(1));
    const covered = list.filter((entry) => !/^-| /.test(entry) && endings.some((ending) => entry.endsWith(ending)));
    expect(covered).toEqual([]);
    expect(new Set(list).size).toBe(list.length);
  }
});
