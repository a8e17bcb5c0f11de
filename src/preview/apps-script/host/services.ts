import type { AppsScriptOptions } from '../types.ts';
import { cacheService } from './cache.ts';
import { gmailService } from './gmail.ts';
import { lockService } from './locks.ts';
import { logService } from './log.ts';
import type { MessageTokens } from './message-token.ts';
import { openProperties } from './properties.ts';
import type { Service } from './run-context.ts';
import { scriptAppService } from './script-app.ts';
import { sessionService } from './session.ts';
import { textService } from './text.ts';
import { urlFetchService } from './url-fetch.ts';
import { utilitiesService } from './utilities.ts';

/** Helpers of the script's side that are no services of the platform, so their calls are not listed. */
export const unlisted = new Set(['Text', 'Log']);

/** Everything that executions share: one per emulated script. */
export async function openServices(
  options: AppsScriptOptions,
  tokens: MessageTokens,
): Promise<Record<string, Service>> {
  const now = options.now ?? Date.now;
  return {
    PropertiesService: await openProperties(options.propertiesFile),
    CacheService: cacheService(now),
    LockService: lockService(),
    GmailApp: gmailService(options.mailbox, tokens),
    UrlFetchApp: urlFetchService(options.fetch ?? ((url, init) => fetch(url, init))),
    ScriptApp: scriptAppService(options.identityToken),
    Session: sessionService,
    Utilities: utilitiesService,
    Text: textService,
    Log: logService,
  };
}
