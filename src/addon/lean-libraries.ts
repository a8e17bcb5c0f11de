import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** libphonenumber-js as it is written for Apps Script's V8: without what Babel adds for older engines, 15 KB. */
const modernPhoneNumbers: Plugin = {
  name: 'modern-phone-numbers',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\.\/es6\// }, ({ path: wanted, importer, kind, resolveDir }) =>
      importer.includes('libphonenumber-js')
        ? resolve(wanted.replace('/es6/', '/es6-modern/'), { importer, kind, resolveDir })
        : undefined,
    );
  },
};

/** extract/entities.ts decodes what the parser leaves as it is, so the parser's own table of names, 25 KB, stays out. */
const withoutEntityTable: Plugin = {
  name: 'without-entity-table',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entities\/decode$/ }, ({ importer }) =>
      /[\\/]htmlparser2[\\/]/.test(importer) ? { path: 'entities', namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /^entities$/, namespace: 'left-out' }, () => ({
      contents:
        'export class EntityDecoder {} export const DecodingMode = {}, htmlDecodeTree = {}, xmlDecodeTree = {};',
    }));
  },
};

/** The metadata has no formats, see contact/phone-number.ts, so what formats a number stays out. */
const withoutFormats: Plugin = {
  name: 'without-formats',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]libphonenumber-js[\\/]es6-modern[\\/]format\.js$/ }, () => ({
      contents:
        "export const chooseFormatForNumber = undefined; export default () => { throw new Error('Numbers are shown as written'); };",
    }));
  },
};

/** Nobody signs with `tel:` and a `;phone-context=` (RFC 3966), so what takes that apart stays out: 0.7 KB. */
const withoutPhoneContext: Plugin = {
  name: 'without-phone-context',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]extractFormattedPhoneNumberFromPossibleRfc3966NumberUri\.js$/ }, () => ({
      contents:
        'export default (text, { extractFormattedPhoneNumber }) => extractFormattedPhoneNumber(text) || undefined;',
    }));
  },
};

/** Our metadata is of version 4 and has no formats, so what reads the versions before it and formats stays out: 2 KB. */
const onlyMetadataOfNow: Plugin = {
  name: 'only-metadata-of-now',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]libphonenumber-js[\\/]es6-modern[\\/]metadata\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8'))
        .replace(/function setVersion\([\s\S]*?\n}/, 'function setVersion() {}')
        .replace(/function validateMetadata\([\s\S]*?\n}/, 'function validateMetadata() {}') // which is ours
        .replace(/this\.v[1-3]\b/g, 'false')
        .replace(/this\.v4\b/g, 'true')
        .replace(/^class Format \{[\s\S]*?^\}/m, '')
        .replace(/^const FIRST_GROUP_ONLY.*/m, '')
        .replace(unformatted, ''),
    }));
  },
};

/** Methods of the metadata that only formatting asks for, or who wants all countries. */
const unformatted =
  /^ {2}(?:formats|_getFormats|ext|getCountries|(?:_get)?[nN]ationalPrefix(?:FormattingRule|IsOptional\w*))\([^)]*\) \{\n[\s\S]*?^ {2}\}\n/gm;
/** Methods of a telephone number that nobody here calls. */
const unaskedOfNumbers = /^ {2}(?:isNonGeographic|isEqual|getType|format\w*|getURI)\([^)]*\) \{\n[\s\S]*?^ {2}\}\n/gm;

/**
 * Without what libphonenumber-js says to programmers who give it wrong arguments, which types see to here, and its own copies of
 * Object.assign: 1.2 KB. No function is left that knows `arguments`, which arrows have not.
 */
const withoutHints: Plugin = {
  name: 'without-hints',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]libphonenumber-js[\\/]es6-modern[\\/].*\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8'))
        .replace(/new (Type)?Error\((['`])(?:(?!\2).)*\2\)/g, 'new $1Error()')
        .replace(/^function _extends\(\).*/m, 'const _extends = Object.assign;')
        .replace(file.endsWith('PhoneNumber.js') ? unaskedOfNumbers : '', '')
        .replace(/\(\)( \{\s+const \{[^}]*\} = normalizeArguments\()arguments/, '(...given)$1given'),
    }));
  },
};

/**
 * tiny-inflate as a module, without what esbuild puts around CommonJS, for what zopfli makes of our texts: blocks with trees of their own, and
 * as many bytes as were asked for: 1.4 KB. Any other block is an error, which the tests of what is packed would show.
 */
const inflateAsModule: Plugin = {
  name: 'inflate-as-module',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tiny-inflate[\\/]index\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8'))
        .replace('module.exports =', 'export default')
        .replace(/^function tinf_(?:build_fixed_trees|inflate_uncompressed_block)\([\s\S]*?^\}/gm, '')
        .replace(/^tinf_build_fixed_trees.*/m, '')
        .replace(/^ {6}case [01]:[\s\S]*?break;/gm, '')
        .replace(/ {2}if \(d\.destLen < d\.dest\.length\) \{[\s\S]*?^ {2}\}/m, ''),
    }));
  },
};

/**
 * htmlparser2 without what only XML, entities and the end of a document need, none of which html-lines.ts asks for, and with the numbers of its
 * enums in place of their names: 8 KB.
 */
const onlyHtml: Plugin = {
  name: 'only-html',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]htmlparser2[\\/]dist[\\/](?:Tokenizer|Parser)\.js$/ }, async ({ path: file }) => ({
      contents: withPlainEnums(withoutXml(await readFile(file, 'utf8'))),
    }));
  },
};

const withoutXml = (code: string): string =>
  code
    .replace(
      /^ {4}(?:this\.)?(?:xmlMode|htmlMode|decodeEntities|recognizeSelfClosing|lowerCase\w+|entityDecoder)(?: =[^;]*)?;$/gm,
      '',
    )
    .replace(
      /^ {8}this\.(?:xmlMode|htmlMode|decodeEntities|recognizeSelfClosing|lowerCase\w+|entityDecoder) =[^;]*;$/gm,
      '',
    )
    .replace(/\bthis\.(?:xmlMode|decodeEntities|recognizeSelfClosing|options\.recognizeCDATA)\b/g, 'false')
    .replace(/\bthis\.(?:htmlMode|lowerCase(?:Tag|Attribute)Names)\b/g, 'true')
    .replace(/^ {16}case State\.In(?:ProcessingInstruction|Entity): \{[^}]*\}$/gm, '')
    .replace(unaskedOfHtml, '')
    .replace(
      /this\.cbs\.(?:oncomment|oncommentend|oncdatastart|oncdataend|onparserinit|onopentag|onerror)\?\.\([^;]*\);/g,
      '',
    )
    .replace(/this\.cbs\.(?:onprocessinginstruction|onopentag)(?=\))|(?<=if \()this\.attribs\b/g, 'false')
    .replace(/^ {4}\["(?!foreignobject")\w+", "\w+"\],?$/gm, ''); // how SVG writes names, which is one to us

/** Methods that are called in XML mode, for entities, and after the last of the text. */
const unaskedOfHtml = new RegExp(
  `^ {4}(?:${[
    'end|finish|reset|pause|resume|parseComplete|onend|handleTrailing\\w+',
    'stateInProcessingInstruction|onprocessinginstruction|getInstructionName',
    'startEntity|stateInEntity|emitCodePoint|ontextentity|onattribentity',
  ].join('|')})\\([^)]*\\) \\{\\n[\\s\\S]*?^ {4}\\}\\n`,
  'gm',
);

function withPlainEnums(code: string): string {
  const numbers = new Map<string, string>();
  const plain = code.replace(ownEnum, (_, name: string, members: string) => {
    for (const [, member, number = ''] of members.matchAll(/\["(\w+)"\] = (\d+)\]/g))
      numbers.set(`${name}.${member}`, number);
    return '';
  });
  return plain.replace(/\b[A-Z]\w+\.[A-Z]\w+\b/g, (member) => numbers.get(member) ?? member);
}

/** What TypeScript makes of an enum that no other file may see. */
const ownEnum = /(?<!export )\bvar (\w+);\s*\(function \(\1\) \{([^}]*)\}\)\(\1 \|\| \(\1 = \{\}\)\);/g;

/** The libraries without what the add-on never asks them for. */
export const leanLibraries: Plugin[] = [
  modernPhoneNumbers,
  withoutEntityTable,
  withoutFormats,
  withoutPhoneContext,
  onlyMetadataOfNow,
  withoutHints,
  inflateAsModule,
  onlyHtml,
];
