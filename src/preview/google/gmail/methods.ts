import { ApiError, delegationDenied, refuse } from '../api/api-error.ts';
import { type ApiMethod, apiMethod, type Call, type MailboxCall } from '../api/method.ts';
import type { Params } from '../api/params.ts';
import { systemLabels } from '../mailboxes/mailbox.ts';
import { getMessage, getParams } from './get-message.ts';
import { historyParams, listHistory } from './list-history.ts';
import { listMessages, listParams } from './list-messages.ts';
import { anyReadScope } from './scopes.ts';
import * as shapes from './shapes.ts';
import { startWatch, stopWatch } from './watch.ts';

const user = '/gmail/v1/users/:userId';

/** Units: developers.google.com/workspace/gmail/api/reference/quota, since May 2026. */
export const gmailMethods: readonly ApiMethod[] = [
  apiMethod({
    id: 'gmail.users.getProfile',
    verb: 'GET',
    path: `${user}/profile`,
    scopes: anyReadScope,
    units: 1,
    params: {},
    answers: shapes.profile,
    run: inMailbox(({ person, mailbox }) => ({
      emailAddress: person.email,
      messagesTotal: mailbox.messagesTotal(),
      threadsTotal: mailbox.threadsTotal(),
      historyId: `${mailbox.historyId()}`,
    })),
  }),
  apiMethod({
    id: 'gmail.users.messages.list',
    verb: 'GET',
    path: `${user}/messages`,
    scopes: anyReadScope,
    units: 5,
    params: listParams,
    answers: shapes.messageList,
    run: inMailbox(listMessages),
  }),
  apiMethod({
    id: 'gmail.users.messages.get',
    verb: 'GET',
    path: `${user}/messages/:id`,
    scopes: anyReadScope,
    units: 20,
    params: getParams,
    answers: shapes.message,
    run: inMailbox(getMessage),
  }),
  apiMethod({
    id: 'gmail.users.history.list',
    verb: 'GET',
    path: `${user}/history`,
    scopes: anyReadScope,
    units: 2,
    params: historyParams,
    answers: shapes.historyList,
    run: inMailbox(listHistory),
  }),
  apiMethod({
    id: 'gmail.users.labels.list',
    verb: 'GET',
    path: `${user}/labels`,
    scopes: [...anyReadScope, 'https://www.googleapis.com/auth/gmail.labels'],
    units: 1,
    params: {},
    answers: shapes.labelList,
    run: inMailbox(() => ({ labels: systemLabels.map((id) => ({ id, name: id, type: 'system' })) })),
  }),
  apiMethod({
    id: 'gmail.users.watch',
    verb: 'POST',
    path: `${user}/watch`,
    scopes: anyReadScope,
    units: 100,
    params: {},
    answers: shapes.watch,
    run: inMailbox(startWatch),
  }),
  apiMethod({
    id: 'gmail.users.stop',
    verb: 'POST',
    path: `${user}/stop`,
    scopes: anyReadScope,
    units: 50,
    params: {},
    answers: {},
    run: inMailbox(stopWatch),
  }),
];

/** A token opens its own user's mailbox, called `me` or by the address. */
export function inMailbox<P extends Params>(run: (call: MailboxCall<P>) => object | undefined) {
  return (call: Call<P>): object | undefined => {
    const { person, path } = call;
    const userId = (path.userId ?? '').toLowerCase();
    if (userId !== 'me' && userId !== person.email) throw new ApiError(delegationDenied(userId));
    return run({ ...call, mailbox: person.mailbox ?? refuse('gmail-off') });
  };
}
