import { type Bridge, connect } from './bridge.ts';
import { CacheService } from './cache-service.ts';
import { AuthorizationRequired } from './card-service/authorization.ts';
import { Card } from './card-service/card.ts';
import { CardService } from './card-service/card-service.ts';
import { ActionResponse, SuggestionsResponse, UniversalActionResponse } from './card-service/responses.ts';
import { console, Logger } from './console.ts';
import { Exception } from './exception.ts';
import { GmailApp } from './gmail-app.ts';
import { LockService } from './lock-service.ts';
import { PropertiesService } from './properties-service.ts';
import { ScriptApp } from './script-app.ts';
import { Session } from './session.ts';
import { UrlFetchApp } from './url-fetch-app.ts';
import { Utilities } from './utilities.ts';

/** What a callback gave back. `other` says what it was, for the platform's complaint. */
export type Outcome =
  | { type: 'cards'; json: unknown[] }
  | { type: 'action' | 'universal-action' | 'suggestions'; json: Record<string, unknown> }
  | { type: 'nothing' }
  | { type: 'other'; description: string }
  | { type: 'authorization'; prompt: AuthorizationRequired['prompt']; cards?: unknown[] }
  | { type: 'error'; error: OutcomeError };

export interface OutcomeError {
  /** `ReferenceError: fetch is not defined` */
  message: string;
  stack?: string;
  scopes?: string[];
}

/**
 * Puts the services into the global object and gives what the worker needs of this context: a caller for the script's
 * functions and a describer for what its top-level code threw. All of it, and everything the script can reach, belongs
 * to this context; only `bridge`, which takes and gives strings, is the worker's.
 */
export function install(bridge: Bridge): {
  call(functionName: string, event: string): string;
  describe(error: unknown): string;
} {
  connect(bridge);
  Object.assign(globalThis, {
    CacheService,
    CardService,
    GmailApp,
    LockService,
    Logger,
    PropertiesService,
    ScriptApp,
    Session,
    UrlFetchApp,
    Utilities,
    console,
  });
  return {
    call: (functionName, event) => JSON.stringify(call(functionName, JSON.parse(event))),
    describe: (error) => JSON.stringify({ type: 'error', error: describe(error) } satisfies Outcome),
  };
}

function call(functionName: string, event: unknown): Outcome {
  try {
    const callback = (globalThis as Record<string, unknown>)[functionName];
    if (typeof callback !== 'function') throw new Exception(`Script function not found: ${functionName}`);
    return outcomeOf(callback(event));
  } catch (error) {
    if (error instanceof AuthorizationRequired) return authorization(error);
    return { type: 'error', error: describe(error) };
  }
}

function outcomeOf(value: unknown): Outcome {
  if (value === undefined || value === null) return { type: 'nothing' };
  if (Card.kind.accepts(value)) return { type: 'cards', json: [Card.kind.read(value)] };
  if (Array.isArray(value) && value.length > 0 && value.every((one) => Card.kind.accepts(one))) {
    return { type: 'cards', json: value.map((one) => Card.kind.read(one)) };
  }
  for (const [type, builder] of Object.entries({
    action: ActionResponse,
    'universal-action': UniversalActionResponse,
    suggestions: SuggestionsResponse,
  } as const)) {
    if (builder.kind.accepts(value)) {
      return { type: type as 'action', json: builder.kind.read(value) };
    }
  }
  return { type: 'other', description: describeValue(value) };
}

/** A custom card comes from another function of the script. */
function authorization({ prompt }: AuthorizationRequired): Outcome {
  if (prompt.customUiCallback === undefined) return { type: 'authorization', prompt };
  const custom = call(prompt.customUiCallback, undefined);
  return custom.type === 'cards' ? { type: 'authorization', prompt, cards: custom.json } : custom;
}

function describeValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Promise) return 'Promise';
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  const type = Array.isArray(value) ? 'Array' : isPlain ? 'Object' : String(value);
  return `${type} with values: ${JSON.stringify(value)}`;
}

function describe(error: unknown): OutcomeError {
  try {
    if (!(error instanceof Error)) return { message: String(error) };
    const { name, message, stack } = error;
    return { message: `${name}: ${message}`, stack: String(stack), scopes: Exception.scopesOf(error) };
  } catch {
    return { message: 'Error: what was thrown cannot be described' };
  }
}
