import { Exception } from './exception.ts';

/** Hands a request to the host and waits for its answer, both as JSON. */
export type Bridge = (request: string) => string;

export interface BridgeRequest {
  service: string;
  method: string;
  args: unknown[];
  /** For the list of service calls; a value never goes there. */
  subject?: string;
}

export type BridgeAnswer = { value: unknown } | { error: { message: string; scopes?: string[] } };

let bridge: Bridge;

export function connect(to: Bridge): void {
  bridge = to;
}

/** Calls a method of the host's half of a service; throws what it throws as an Exception. */
export function callHost<T>(service: string, method: string, args: unknown[] = [], subject?: string): T {
  const request: BridgeRequest = { service, method, args, subject };
  const answer = JSON.parse(bridge(JSON.stringify(request))) as BridgeAnswer;
  if ('error' in answer) throw new Exception(answer.error.message, answer.error.scopes);
  return answer.value as T;
}
