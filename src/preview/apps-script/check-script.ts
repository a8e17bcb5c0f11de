import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { type TransformOptions, transform } from 'esbuild';
import { isScript } from './script-files.ts';

/**
 * The names of the script's top-level functions. Throws an Error when the platform would not take the code on a push:
 * a syntax error, or syntax that its parser does not know. Nothing of the script is run.
 */
export async function checkScript(folder: string): Promise<Set<string>> {
  const files = (await readdir(folder, { recursive: true })).filter(isScript);
  if (files.length === 0) throw new Error(`${folder} has no script: build the add-on first`);
  const functions = new Set<string>();
  for (const file of files) {
    const code = await readFile(path.join(folder, file), 'utf8');
    refuseSyntaxErrors(code, file);
    await refuseUnknownSyntax(code, file);
    for (const name of topLevelFunctions(code)) functions.add(name);
  }
  return functions;
}

function refuseSyntaxErrors(code: string, file: string): void {
  try {
    new vm.Script(code, { filename: file });
  } catch (error) {
    throw new Error(`Syntax error: ${describeSyntaxError(error)}`, { cause: error });
  }
}

/** Function declarations are hoisted: they exist in the global object even when the first statement throws. */
function topLevelFunctions(code: string): string[] {
  const globals = vm.createContext(Object.create(null));
  try {
    vm.runInContext(`throw 0;${code}`, globals);
  } catch {
    // The 0 thrown above.
  }
  return Object.keys(globals).filter((name) => typeof globals[name] === 'function');
}

/** `SyntaxError: Unexpected token '}' line: 3 file: Code`, as clasp prints it. */
function describeSyntaxError(error: unknown): string {
  const { name, message, stack } = error as Error;
  const [, file = '', line = ''] = /^(.*):(\d+)\n/.exec(stack ?? '') ?? [];
  return `${name}: ${message} line: ${line} file: ${file.replace(/\.\w+$/, '')}`;
}

/**
 * Syntax that fails on push (github.com/google/clasp issues 907 and 935), and `import()`, which finds no modules.
 * esbuild rewrites a feature only where the code has it, so any difference to the code it prints otherwise tells.
 */
const unknownSyntax: Record<string, string[]> = {
  'private class members (#name)': [
    'class-private-field',
    'class-private-method',
    'class-private-accessor',
    'class-private-static-field',
    'class-private-static-method',
    'class-private-static-accessor',
    'class-private-brand-check',
  ],
  'static class fields': ['class-static-field'],
  'dynamic import': ['dynamic-import'],
};

async function refuseUnknownSyntax(code: string, file: string): Promise<void> {
  const print = async (features: string[]): Promise<string> => {
    const supported = Object.fromEntries(features.map((feature) => [feature, false]));
    const options: TransformOptions = { loader: 'js', supported, logLevel: 'silent', platform: 'node' };
    return (await transform(code, options)).code;
  };
  const plain = await print([]);
  if ((await print(Object.values(unknownSyntax).flat())) === plain) return;
  for (const [name, features] of Object.entries(unknownSyntax)) {
    if ((await print(features)) !== plain) {
      throw new Error(`Syntax error: Apps Script does not know ${name}, file: ${file.replace(/\.\w+$/, '')}`);
    }
  }
}
