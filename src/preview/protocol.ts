/** What the page and its server say to each other under `/preview/`. */
import type { Callback, Execution } from './apps-script/types.ts';

/** `GET /preview/setup` */
export interface Setup {
  addOn: {
    name: string;
    logoUrl?: string;
    /** Functions of the manifest's triggers; undefined where it has none. */
    onHomepage?: string;
    onMessage?: string;
  };
  people: ShownPerson[];
  scopes: string[];
}

export interface ShownPerson {
  email: string;
  name: string;
  role: 'user' | 'admin' | 'not-enabled';
  grantedScopes: string[];
}

/** `GET /preview/threads?q=&from=`: newest first, `from` counts from 0. */
export interface ThreadPage {
  total: number;
  from: number;
  threads: ThreadSummary[];
}

export interface ThreadSummary {
  id: string;
  subject: string;
  /** Oldest first, each once. */
  senders: Address[];
  messageCount: number;
  snippet: string;
  /** Milliseconds since 1970 of the newest message; null when none has a date. */
  date: number | null;
}

/** `GET /preview/threads/:id?q=`: its messages, oldest first, and its neighbours in the list that `q` gives. */
export interface ShownThread {
  id: string;
  subject: string;
  messages: ShownMessage[];
  at: number;
  of: number;
  newer?: string;
  older?: string;
}

export interface ShownMessage {
  id: string;
  from: Address;
  to: Address[];
  cc: Address[];
  date: number | null;
  snippet: string;
  /** The text body, where there is no HTML body; that one is at `/preview/messages/:id/body`. */
  text: string | null;
  hasHtml: boolean;
}

export interface Address {
  name: string;
  email: string;
}

/** `POST /preview/run` answers with the Execution. */
export type RunRequest = Omit<Callback, 'user'> & { user: string };
export type { Execution };

/** `POST /preview/consent` answers with what is granted then. */
export interface ConsentRequest {
  user: string;
  scopes: string[];
}
