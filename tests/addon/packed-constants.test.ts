import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { packedConstants } from '../../src/addon/packed-constants.ts';
import { isFreeMail } from '../../src/contact/data/free-mail.ts';
import { hiraganaLength } from '../../src/contact/data/given-names.ts';
import { roleNames } from '../../src/contact/data/role-names.ts';
import { isJapaneseSurname, surnameLength } from '../../src/contact/data/surnames.ts';
import { closingsElsewhere } from '../../src/extract/data/closings.ts';
import { countryNamed, countryOfDomain } from '../../src/extract/data/countries.ts';
import { entityNamed } from '../../src/extract/data/entities.ts';
import { telLabelsElsewhere } from '../../src/extract/data/labels.ts';
import { findStateAndZip, isState } from '../../src/extract/data/us-states.ts';

const root = path.join(__dirname, '../..');
const modules = [
  'contact/data/free-mail',
  'contact/data/given-names',
  'contact/data/role-names',
  'contact/data/surnames',
  'extract/data/closings',
  'extract/data/countries',
  'extract/data/entities',
  'extract/data/labels',
  'extract/data/us-states',
];

const source = {
  isFreeMail,
  hiraganaLength,
  roleNames,
  isJapaneseSurname,
  surnameLength,
  closingsElsewhere,
  countryNamed,
  countryOfDomain,
  entityNamed,
  telLabelsElsewhere,
  findStateAndZip,
  isState,
};

/** The modules of short lists as they are in the bundle. */
async function bundled(): Promise<{ code: string; lists: typeof source }> {
  const { outputFiles } = await build({
    stdin: { contents: modules.map((name) => `export * from './src/${name}.ts';`).join('\n'), resolveDir: root },
    bundle: true,
    format: 'iife',
    globalName: 'lists',
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    write: false,
    plugins: [packedConstants(root)],
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, lists: runInNewContext(`${code};lists`, { Uint8Array }) };
}

test('the short lists say in the bundle what their sources say', async () => {
  const { lists } = await bundled();
  const said = (by: typeof source) => ({
    mail: ['ybb.ne.jp', 'seznam.cz', 'example.com'].map(by.isFreeMail),
    given: ['青柳しおり', '里山ひろば', '城戸さおり'].map(by.hiraganaLength),
    roles: [...by.roleNames()],
    surnames: ['長谷川太郎', '王小明', '司徒美堂', '남궁민수', '이영희', 'Smith'].map(by.surnameLength),
    japanese: ['佐藤', '勅使河原', '営業'].map(by.isJapaneseSurname),
    closings: by.closingsElsewhere(),
    countries: ['Deutschland', '日本', 'U.K.', 'nowhere'].map(by.countryNamed),
    domains: ['example.co.uk', 'example.jp', 'example.com'].map(by.countryOfDomain),
    entities: ['nbsp', 'yuml', 'hellip', 'commat', 'umacr', 'nothing'].map(by.entityNamed),
    labels: by.telLabelsElsewhere(),
    states: ['Waltham, MA 02154', 'Bel Air, Md. 21014', 'MA'].map(by.findStateAndZip),
    stateNames: ['Washington', 'Puerto Rico', 'WA'].map(by.isState),
  });
  expect(JSON.parse(JSON.stringify(said(lists)))).toEqual(JSON.parse(JSON.stringify(said(source))));
});

test('no list stands in the bundle as it is', async () => {
  const { code } = await bundled();
  const words = ['seznam.cz', 'toiawase', '勅使河原', 'groetnis', 'bundesrepublik', 'umacr', 'davčna', 'Utah'];
  expect(words.filter((word) => code.includes(word))).toEqual([]);
});
