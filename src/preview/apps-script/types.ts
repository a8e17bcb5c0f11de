/** Who runs the add-on. `domain` is the `hd` claim; `grantedScopes` defaults to all of the manifest's. */
export interface User {
  email: string;
  name: string;
  domain?: string;
  grantedScopes?: string[];
}

/** A message as GmailApp shows it. `id` is hexadecimal, as in the Gmail API; the event carries `msg-f:<decimal>`. */
export interface GmailMessageData {
  id: string;
  threadId: string;
  /** As in the mail, in order, unfolded and decoded. */
  headers: { name: string; value: string }[];
  date: Date;
  text: string | null;
  html: string | null;
}

/** What the emulated GmailApp reads from; `undefined` where this user has no such message. */
export interface Mailbox {
  message(user: User, id: string): GmailMessageData | undefined | Promise<GmailMessageData | undefined>;
}

export interface AppsScriptOptions {
  /** The folder that clasp would push: `Code.js` and `appsscript.json`. */
  folder: string;
  mailbox: Mailbox;
  /** The script's properties; kept in memory when absent. */
  propertiesFile?: string;
  /** What ScriptApp.getIdentityToken() gives. */
  identityToken(user: User): string | Promise<string>;
  /** What stands behind UrlFetchApp, after the manifest's allowlist was checked; the global fetch when absent. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970; Date.now when absent. Cache and message tokens expire by it. */
  now?: () => number;
  /** A card callback is ended after this many milliseconds: 30,000 when absent, as on the platform. */
  callbackLimitMs?: number;
}

/** Which button or trigger Gmail calls, and with what. */
export interface Callback {
  user: User;
  functionName: string;
  /**
   * `trigger`: a homepage or contextual trigger, which returns cards; `action`: a widget's action, which returns an
   * ActionResponse; `suggestions`: a text input's suggestions action; `universal-action`: an entry of the add-on's menu.
   */
  kind: 'trigger' | 'action' | 'suggestions' | 'universal-action';
  /** The open message; absent on the homepage. */
  messageId?: string;
  parameters?: Record<string, string>;
  formInputs?: Record<string, string[]>;
  /** `ja-JP` … */
  locale: string;
  platform: 'WEB' | 'IOS' | 'ANDROID';
  timeZone?: { id: string; offset: number };
}

/** One call of an Apps Script service, e.g. `{ service: 'UrlFetchApp', method: 'fetch' }`. */
export interface ServiceCall {
  service: string;
  method: string;
  /** What was asked for: a property's key, a URL, a message id, a header's name. Never a value. */
  subject?: string;
}

/** What came of a callback. `error` is what Gmail would show instead of a card. */
export interface Execution {
  /** What the add-ons platform takes: `{action}` of a trigger, `{renderActions}` of an action; undefined after an error. */
  response?: RenderedResponse;
  error?: { message: string; stack?: string; authorization?: { scopes: string[] } };
  calls: ServiceCall[];
  logs: string[];
  durationMs: number;
}

export interface RenderedResponse {
  action?: RenderActions;
  renderActions?: { action: RenderActions };
  stateChanged?: boolean;
  /** Answers a text input's suggestions action. */
  autoComplete?: { items: { text: string }[] };
  /** The add-on asks the user to sign in to a service of its own. */
  basic_authorization_prompt?: { authorization_url?: string; resource?: string };
  custom_authorization_prompt?: { action: RenderActions };
}

export interface RenderActions {
  navigations?: CardNavigation[];
  notification?: { text: string };
  link?: { url: string; openAs?: string; onClose?: string };
}

/** A oneof. Cards are JSON of google.apps.card.v1.Card. */
export type CardNavigation =
  | { pushCard: CardJson }
  | { updateCard: CardJson }
  | { pop: true }
  | { popToRoot: true }
  | { popToCard: string };

export type CardJson = Record<string, unknown>;
