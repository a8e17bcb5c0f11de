import type { Manifest } from '../manifest.ts';
import type { Scopes } from '../scopes.ts';
import type { Callback, ServiceCall } from '../types.ts';

/** One execution, as the services see it. */
export interface RunContext {
  id: string;
  callback: Callback;
  manifest: Manifest;
  scopes: Scopes;
  /** The token in this execution's event; undefined on the homepage. */
  messageToken?: string;
  /** The token that the script has handed to GmailApp.setCurrentMessageAccessToken. */
  currentMessageToken?: string;
  /** Aborts when the execution has ended, however it did. */
  ended: AbortSignal;
  calls: ServiceCall[];
  logs: string[];
}

/**
 * One method of a service, carried out here while the script waits. Arguments and result are JSON; the script's side has
 * checked the arguments' types. A ScriptError becomes an exception in the script, any other error is a bug of ours.
 */
// biome-ignore lint/suspicious/noExplicitAny: the arguments' types differ from method to method
export type Method = (run: RunContext, ...args: any[]) => unknown;

export type Service = Record<string, Method>;
