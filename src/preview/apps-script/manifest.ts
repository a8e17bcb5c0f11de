import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { prefixProblem } from './allowlist.ts';

/** Reads and checks `appsscript.json`; throws an Error that lists everything the platform would not take. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, 'appsscript.json');
  const result = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `- ${path.join('.') || 'top level'}: ${message}`);
  throw new Error(`${file} is not a manifest of a Gmail add-on:\n${problems.join('\n')}`);
}

/** Every function that the manifest names. */
export function namedFunctions({ addOns }: Manifest): string[] {
  const { common, gmail } = addOns;
  return [
    common.homepageTrigger?.runFunction,
    gmail.homepageTrigger?.runFunction,
    ...(gmail.contextualTriggers ?? []).map((trigger) => trigger.onTriggerFunction),
    ...(gmail.composeTrigger?.selectActions ?? []).map((action) => action.runFunction),
    ...(common.universalActions ?? []).map((action) => action.runFunction),
  ].filter((name) => name !== undefined);
}

const functionName = z.string().regex(/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u, 'is not the name of a function');
const text = z.string().min(1);
const httpsUrl = z.string().regex(/^https:\/\/[^/\s]+\/\S*$/, 'must be an https URL');
const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'must look like #1a73e8');
const homepageTrigger = z.strictObject({ runFunction: functionName, enabled: z.boolean().optional() });

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'is not a time zone');

const urlPrefix = z.string().superRefine((prefix, context) => {
  const problem = prefixProblem(prefix);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

/**
 * The manifest of a Gmail add-on (developers.google.com/apps-script/manifest and …/manifest/addons). Stricter in two
 * ways: scopes must be written out instead of guessed from the code, and other hosts than Gmail are refused.
 */
const manifestSchema = z.strictObject({
  timeZone,
  runtimeVersion: z.literal('V8'),
  exceptionLogging: z.enum(['NONE', 'STACKDRIVER']).optional(),
  oauthScopes: z.array(z.union([z.enum(['openid', 'email', 'profile']), httpsUrl])).min(1),
  urlFetchWhitelist: z.array(urlPrefix).optional(),
  dependencies: z
    .strictObject({
      enabledAdvancedServices: z
        .array(z.strictObject({ userSymbol: text, serviceId: text, version: text }))
        .max(0, 'advanced services are not emulated')
        .optional(),
      libraries: z
        .array(
          z.strictObject({
            userSymbol: text,
            libraryId: text,
            version: text,
            developmentMode: z.boolean().optional(),
          }),
        )
        .max(0, 'libraries are not emulated')
        .optional(),
    })
    .optional(),
  webapp: z
    .strictObject({
      access: z.enum(['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS']),
      executeAs: z.enum(['USER_ACCESSING', 'USER_DEPLOYING']),
    })
    .optional(),
  executionApi: z.strictObject({ access: z.enum(['MYSELF', 'DOMAIN', 'ANYONE']) }).optional(),
  addOns: z.strictObject({
    common: z.strictObject({
      name: text,
      logoUrl: httpsUrl,
      homepageTrigger: homepageTrigger.optional(),
      universalActions: z
        .array(
          z
            .strictObject({ label: text, openLink: httpsUrl.optional(), runFunction: functionName.optional() })
            .refine(
              (action) => (action.openLink === undefined) !== (action.runFunction === undefined),
              'needs either openLink or runFunction',
            ),
        )
        .optional(),
      openLinkUrlPrefixes: z.array(z.union([z.literal('*'), urlPrefix])).optional(),
      layoutProperties: z.strictObject({ primaryColor: color.optional(), secondaryColor: color.optional() }).optional(),
      useLocaleFromApp: z.boolean().optional(),
    }),
    gmail: z.strictObject({
      contextualTriggers: z
        .array(z.strictObject({ unconditional: z.strictObject({}), onTriggerFunction: functionName }))
        .length(1)
        .optional(),
      homepageTrigger: homepageTrigger.optional(),
      composeTrigger: z
        .strictObject({
          draftAccess: z.enum(['NONE', 'METADATA']).optional(),
          selectActions: z.array(z.strictObject({ text, runFunction: functionName })).min(1),
        })
        .optional(),
    }),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;
