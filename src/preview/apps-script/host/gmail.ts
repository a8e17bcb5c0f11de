import { messageIdFrom } from '../message-id.ts';
import { scope } from '../scopes.ts';
import { ScriptError } from '../script-error.ts';
import type { GmailMessageData, Mailbox } from '../types.ts';
import type { MessageTokens } from './message-token.ts';
import { htmlFromText, plainTextFromHtml } from './plain-body.ts';
import type { RunContext, Service } from './run-context.ts';

const headerMethods = {
  getFrom: 'From',
  getTo: 'To',
  getCc: 'Cc',
  getBcc: 'Bcc',
  getReplyTo: 'Reply-To',
  getSubject: 'Subject',
};

/**
 * GmailApp with the current message's scopes: only the open message can be read (with `.readonly` the rest of its
 * thread too), only after setCurrentMessageAccessToken with this event's token. Under `.action`, reading takes a click;
 * `.metadata` gives headers on open.
 */
export function gmailService(mailbox: Mailbox, tokens: MessageTokens): Service {
  const open = async (run: RunContext, call: string, id: string): Promise<GmailMessageData> => {
    run.scopes.require(call, scope.gmailExecute);
    const openId = openMessageId(run, tokens);
    const wanted = messageIdFrom(id);
    if (!wanted) throw new ScriptError(`Invalid argument: ${id}`);
    const message = await mailbox.message(run.callback.user, wanted);
    if (wanted === openId && message) return message;
    const opened = await mailbox.message(run.callback.user, openId);
    if (message && message.threadId === opened?.threadId && run.scopes.has(scope.messageReadonly)) return message;
    throw new ScriptError(`Access denied: : The access token does not open message ${wanted}.`);
  };
  const readHeaders = (run: RunContext, call: string): void =>
    run.scopes.require(call, ...onClick(run), scope.messageMetadata, scope.messageReadonly);
  const readBody = (run: RunContext, call: string): void =>
    run.scopes.require(call, ...onClick(run), scope.messageReadonly);

  const header = (method: string, name: string) => async (run: RunContext, id: string) => {
    readHeaders(run, `GmailApp.GmailMessage.${method}`);
    return headerValue(await open(run, `GmailApp.GmailMessage.${method}`, id), name) ?? '';
  };

  return {
    setCurrentMessageAccessToken: (run, token: string) => {
      run.currentMessageToken = token;
    },
    getMessageById: async (run, id: string) => {
      run.scopes.require('GmailApp.getMessageById', ...onClick(run), scope.messageMetadata, scope.messageReadonly);
      const message = await open(run, 'GmailApp.getMessageById', id);
      return { id: message.id, threadId: message.threadId };
    },
    ...Object.fromEntries(Object.entries(headerMethods).map(([method, name]) => [method, header(method, name)])),
    getHeader: (run, id: string, name: string) => header('getHeader', name)(run, id),
    getDate: async (run, id: string) => {
      readHeaders(run, 'GmailApp.GmailMessage.getDate');
      return (await open(run, 'GmailApp.GmailMessage.getDate', id)).date.getTime();
    },
    getPlainBody: async (run, id: string) => {
      readBody(run, 'GmailApp.GmailMessage.getPlainBody');
      const { text, html } = await open(run, 'GmailApp.GmailMessage.getPlainBody', id);
      return text ?? plainTextFromHtml(html ?? '');
    },
    getBody: async (run, id: string) => {
      readBody(run, 'GmailApp.GmailMessage.getBody');
      const { text, html } = await open(run, 'GmailApp.GmailMessage.getBody', id);
      return html ?? htmlFromText(text ?? '');
    },
  };
}

/** What `.action` allows: reading upon the user's interaction, so in an action and not when a mail is opened. */
const onClick = (run: RunContext): string[] => (run.callback.kind === 'trigger' ? [] : [scope.messageAction]);

function openMessageId(run: RunContext, tokens: MessageTokens): string {
  const token = run.currentMessageToken;
  if (!token) throw new ScriptError('Access denied: : Missing access token for per message authorization.');
  const opened = tokens.open(token);
  if (opened === 'expired') throw new ScriptError('Access denied: : Expired access token.');
  if (opened === 'invalid' || token !== run.messageToken) {
    throw new ScriptError('Access denied: : Invalid access token.');
  }
  return opened.messageId;
}

function headerValue(message: GmailMessageData, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return message.headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}
