import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { minify as shorten } from '@swc/core';
import { build } from 'esbuild';
import { leanLibraries } from './lean-libraries.ts';
import { packedConstants } from './packed-constants.ts';
import { packedExpressions } from './packed-expressions.ts';
import { packedMessages } from './packed-messages.ts';
import { packedTables } from './packed-tables.ts';
import { withShortConditions } from './short-conditions.ts';
import { withShortNames } from './short-names.ts';
import { withoutVoids } from './without-voids.ts';

export interface BundleOptions {
  /** Where the store answers. Written into the bundle and into the manifest's allowlist: the add-on can call no other. */
  storeUrl: string;
  /** The folder to write `Code.js` and `appsscript.json` to: what clasp pushes. */
  out: string;
  /** Takes a store on this machine, which Google would refuse. */
  localPreview?: boolean;
  /** Off to read the output. */
  minify?: boolean;
}

/** The functions that Gmail calls by name. */
export const entryPoints = ['onGmailHomepage', 'onGmailMessage', 'onAction'];

/**
 * Bundles the add-on for Apps Script's V8: one script of one function, and a top-level function per entry point, which is
 * all that Google can see of it. @throws Error for a store URL that Google would not call.
 */
export async function buildAddon({ storeUrl, out, localPreview = false, minify = true }: BundleOptions): Promise<void> {
  const store = checkedUrl(storeUrl, localPreview);
  await mkdir(out, { recursive: true });
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/addon/main.ts'],
    write: false,
    bundle: true,
    format: 'iife',
    globalName: '_contactInbox',
    target: 'es2019',
    supported: { 'nullish-coalescing': minify, 'optional-chain': minify }, // until withShortConditions
    platform: 'neutral',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    minify,
    plugins: [
      packedTables(root),
      packedConstants(root),
      packedMessages(root),
      ...(minify ? [packedExpressions(root)] : []),
      ...leanLibraries,
    ],
    mangleProps: new RegExp(`^(?:${[...librariesOwn, ...extractionsOwn].join('|')})$`),
    legalComments: 'inline',
    // Object.hasOwn (ES2022) is used by libraries, and nobody says whether Apps Script has it.
    define: { STORE_URL: JSON.stringify(store), 'Object.hasOwn': 'Object.prototype.hasOwnProperty.call' },
    footer: { js: entryPoints.map((name) => `function ${name}(e){return _contactInbox.${name}(e)}`).join('\n') },
    logLevel: 'warning',
  });
  const code = outputFiles[0]?.text ?? '';
  await writeFile(path.join(out, 'Code.js'), `${banner}\n${minify ? await shorter(code) : code}`);
  await writeFile(path.join(out, 'appsscript.json'), `${JSON.stringify(await manifest(store), null, 2)}\n`);
}

const banner = '/* Contact Inbox. Apache License 2.0. Built from TypeScript: change src/addon, not this file. */';

/**
 * What esbuild minified, once more by a minifier that knows how a value is used: 8 KB, and 2 KB for functions as arrows: none
 * that knows no `this` is called with `new`. Licences and entry points stay.
 */
async function shorter(code: string): Promise<string> {
  const once = async (longer: string): Promise<string> => {
    const { code: shortened } = await shorten(longer, {
      ecma: 2019,
      compress: { ecma: 2019, passes: 3, unsafe_arrows: true, keep_fargs: false },
      mangle: { topLevel: false },
      format: { comments: 'some' },
    });
    return shortened;
  };
  const minified = await once(await once(await withShortConditions(code))); // what the first removes lets the second see more: 0.2 KB
  return withShortScripts(await withShortNames(await withoutVoids(minified)));
}

/** `\p{Script=Hiragana}` in expressions by the aliases that ECMAScript has for it: 0.6 KB. */
const withShortScripts = (code: string): string =>
  code.replace(/\bScript=(Han|Hiragana|Katakana|Hangul|Latin)(?=\})/g, (_, script: string) => `sc=${aliases[script]}`);
const aliases: Record<string, string> = {
  Han: 'Han',
  Hiragana: 'Hira',
  Katakana: 'Kana',
  Hangul: 'Hang',
  Latin: 'Latn',
};

/**
 * Properties that only htmlparser2 and libphonenumber-js name, and only among themselves: they may have short names. None is a
 * key of data, or one that is written between quotation marks.
 */
const librariesOwn = [
  'state(?:Text|Special|CDATA|Declaration|In|Before|After)[A-Za-z]*|sectionStart|sequenceIndex|currentSequence|entityStart',
  'entityDecoder|fastForwardTo|isTagStartChar|handleInAttributeValue|handleTrailing[A-Za-z]*|enterTagBody|emitComment',
  'emitCodePoint|startEntity|baseState|foreignContext|openTagStart|attribname|attribvalue|attribs|isInForeignContext',
  'readTagName|emitOpenTag|endOpenTag|popElement|closeCurrentTag|getInstructionName|shiftBuffer|bufferOffset|writeIndex',
  'isVoidElement|shouldContinue|on(?:processinginstruction|comment|commentend|closetag|text|attrib(?:data|end|entity|name)|opentag(?:name|end)?)',
  'on(?:cdata(?:start|end)?|declaration|selfclosingtag|parserinit|textentity|error|end|reset)|getSlice|lowerCaseTags|lowerCaseTagNames|lowerCaseAttributeNames|recognizeSelfClosing',
  '(?:Comment|Textarea|Noembed|Title|Script|Noframes|Cdata|Iframe|Style|Xmp)End|Plaintext',
  'countryCallingCode|getMetadata|callingCode|nationalPrefix|hasCountry|hasExtension|isPossible|_format|formats',
  'nationalPrefix[A-Za-z]+|_nationalPrefix[A-Za-z]*|_get[A-Z][A-Za-z]*|nationalNumberPattern|possibleLengths|leadingDigits[A-Za-z]*',
  'selectNumberingPlan|hasSelectedNumberingPlan|getCountryCodes?ForCallingCode|getNumberingPlanMetadata|getCountryMetadata',
  'hasCallingCode|isNonGeographicCallingCode|countryCallingCodes|numberingPlan|defaultIDDPrefix|IDDPrefix|globalMetadataObject',
  'usesNationalPrefix|internationalFormat|chooseCountryByCountryCallingCode|getDefaultCountryMetadataForRegion|hasTypes',
  'sourceIndex|bitcount|destLen|ltree|dtree|countryCallingCodeSource|__countryCallingCodeSource|defaultCallingCode|carrierCode|extractFormattedPhoneNumber',
  'nationalNumber|metadata|defaultCountry|startIndex|endIndex|decodeEntities|htmlMode|xmlMode|tokenizer|cbs|buffers|isSpecial|tagname',
];

/** Properties by which the parts of extraction know each other, and nobody else. */
const extractionsOwn = [
  'afterStart|byFirst|longestAt|mostWords|mayBegin|longestOf|mayHave|afterTitle|isLabelled|isOpen|display|evenIfNotPerson',
  'phrase|also|beforeOrg|isApart|orUnit|nameRow|adrRow|isDialled|formulas|endLine|preformatted|autoSubmitted|autoResponseSuppress|precedence',
  'returnPath|feedbackId|listId|listUnsubscribe|flatWords|hostLabels|longLabels|isPersonal|isUnrelated',
  'isOfPerson|isItself|isSomebody|isSpelled|isGiven|isReachable',
];

async function manifest(store: string) {
  const template = JSON.parse(await readFile(path.join(root, 'appsscript.json'), 'utf8'));
  template.urlFetchWhitelist = [store];
  template.addOns.common.openLinkUrlPrefixes = [store, 'https://mail.google.com/mail/'];
  return template;
}

/** The URL as Google's prefix match wants it: https, a full host, a path that ends in `/`. */
function checkedUrl(text: string, localPreview: boolean): string {
  const howTo = 'Give the store as https://contacts.example.com/ by --store-url or CONTACT_INBOX_STORE_URL.';
  if (!text) throw new Error(`No store URL. ${howTo}`);
  if (!URL.canParse(text)) throw new Error(`The store URL ${text} is not a URL. ${howTo}`);
  const url = new URL(text);
  const local = localPreview && url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  if (!local && (url.protocol !== 'https:' || !url.hostname.includes('.'))) {
    throw new Error(`The store URL ${text} is not https with a full host: Google calls nothing else. ${howTo}`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Error(`The store URL ${text} has more than host and path. ${howTo}`);
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const help = `Usage: npm run build -- [OPTIONS]

Builds the add-on for Apps Script.

  --store-url URL   where the contact store answers (default: CONTACT_INBOX_STORE_URL in the environment)
  --out FOLDER      where Code.js and appsscript.json go (default: build, which clasp pushes)
  --help            this text`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'store-url': { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const out = values.out ?? 'build';
  await buildAddon({ storeUrl: values['store-url'] ?? process.env.CONTACT_INBOX_STORE_URL ?? '', out });
  console.log(`Wrote ${path.join(out, 'Code.js')} and ${path.join(out, 'appsscript.json')}. Next: npx clasp push`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
