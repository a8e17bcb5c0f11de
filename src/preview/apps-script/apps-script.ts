import { randomUUID } from 'node:crypto';
import { checkScript } from './check-script.ts';
import { eventObject } from './event.ts';
import { MessageTokens } from './host/message-token.ts';
import type { RunContext, Service } from './host/run-context.ts';
import { openServices, unlisted } from './host/services.ts';
import { type Manifest, namedFunctions, readManifest } from './manifest.ts';
import { Refused, responseOf } from './response.ts';
import { Scopes } from './scopes.ts';
import type { BridgeAnswer, BridgeRequest } from './script/bridge.ts';
import type { Outcome, OutcomeError } from './script/install.ts';
import { ExecutionEnded, ScriptError } from './script-error.ts';
import type { AppsScriptOptions, Callback, Execution } from './types.ts';
import { Stopped, WorkerPool } from './worker/pool.ts';

export interface AppsScript {
  manifest: Manifest;
  /** Runs one callback; what the script does wrong is in the Execution. Rejects only for what the caller does wrong. */
  run(callback: Callback): Promise<Execution>;
  stop(): Promise<void>;
}

const callbackLimitMs = 30_000;

/**
 * Loads the folder that clasp would push and runs its callbacks as Apps Script would; README.md says how strictly. Throws
 * an Error for a manifest or code that the platform would not take.
 */
export async function startAppsScript(options: AppsScriptOptions): Promise<AppsScript> {
  const manifest = await readManifest(options.folder);
  const functions = await checkScript(options.folder);
  const missing = namedFunctions(manifest).filter((name) => !functions.has(name));
  if (missing.length > 0) {
    throw new Error(`appsscript.json names what is no top-level function of the script: ${missing.join(', ')}`);
  }
  const tokens = new MessageTokens(options.now ?? Date.now);
  const services = await openServices(options, tokens);
  const pool = await WorkerPool.open(options.folder);
  const rules = { functions, openLinkUrlPrefixes: manifest.addOns.common.openLinkUrlPrefixes ?? [] };

  return {
    manifest,
    stop: () => pool.stop(),
    run: async (callback) => {
      const ended = new AbortController();
      const { run, event } = await begin(callback, manifest, tokens, options, ended.signal);
      const start = performance.now();
      const execution = (result: Pick<Execution, 'response' | 'error'>): Execution => ({
        ...result,
        calls: run.calls,
        logs: run.logs,
        durationMs: performance.now() - start,
      });
      try {
        const text = await pool.run(
          { functionName: callback.functionName, event: JSON.stringify(event) },
          (request) => answer(services, run, request),
          options.callbackLimitMs ?? callbackLimitMs,
        );
        const outcome = JSON.parse(text) as Outcome;
        if (outcome.type === 'error') return execution({ error: scriptError(outcome.error, options.folder) });
        return execution({ response: responseOf(callback.kind, outcome, rules) });
      } catch (error) {
        return execution({ error: platformError(error) });
      } finally {
        ended.abort();
      }
    },
  };
}

async function begin(
  callback: Callback,
  manifest: Manifest,
  tokens: MessageTokens,
  { mailbox }: AppsScriptOptions,
  ended: AbortSignal,
): Promise<{ run: RunContext; event: Record<string, unknown> }> {
  const scopes = new Scopes(manifest.oauthScopes, callback.user.grantedScopes);
  const { messageId, user } = callback;
  const opened = messageId === undefined ? undefined : await mailbox.message(user, messageId);
  if (messageId !== undefined && !opened) throw new Error(`${user.email} has no message ${messageId}`);
  const message = opened && { id: opened.id, threadId: opened.threadId, accessToken: tokens.mint(opened.id) };
  return {
    run: {
      id: randomUUID(),
      callback,
      manifest,
      scopes,
      messageToken: message?.accessToken,
      ended,
      calls: [],
      logs: [],
    },
    event: eventObject(callback, manifest, scopes, message),
  };
}

/** Carries out one call of a service. What a service throws goes back to the script, save what ends the execution. */
async function answer(services: Record<string, Service>, run: RunContext, text: string): Promise<string> {
  const { service, method, args, subject } = JSON.parse(text) as BridgeRequest;
  if (!unlisted.has(service)) run.calls.push({ service, method, ...(subject !== undefined && { subject }) });
  const reply = (answered: BridgeAnswer): string => JSON.stringify(answered);
  try {
    return reply({ value: (await services[service]?.[method]?.(run, ...args)) ?? null });
  } catch (error) {
    if (!(error instanceof ScriptError) || error instanceof ExecutionEnded) throw error;
    return reply({ error: { message: error.message, scopes: error.authorization?.scopes } });
  }
}

/** Frames outside the script say nothing to its author. */
function scriptError({ message, stack, scopes }: OutcomeError, folder: string): Execution['error'] {
  const isForeign = (line: string): boolean => /^\s+at /.test(line) && !line.includes(folder);
  const frames = stack?.split('\n').filter((line) => !isForeign(line));
  return {
    message,
    ...(frames && { stack: frames.join('\n').replaceAll(`${folder}/`, '') }),
    ...(scopes && { authorization: { scopes } }),
  };
}

/** What ended the execution from outside. Anything unknown is a bug of the emulator's and goes on. */
function platformError(error: unknown): Execution['error'] {
  if (error instanceof ExecutionEnded)
    return { message: `Exception: ${error.message}`, authorization: error.authorization };
  if (error instanceof Refused || error instanceof Stopped) return { message: error.message };
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { message: 'Exception: Out of memory error.' };
  throw error;
}
