import { callHost } from './bridge.ts';
import { serviceObject } from './service-object.ts';
import { checked, string } from './signature.ts';

const gmailMessage = ({ id, threadId }: { id: string; threadId: string }) => {
  const getter = <T>(method: string) =>
    checked(`GmailApp.GmailMessage.${method}`, [], () => callHost<T>('GmailApp', method, [id], id));
  return serviceObject('GmailApp.GmailMessage', {
    getId: checked('GmailApp.GmailMessage.getId', [], () => id),
    getThread: checked('GmailApp.GmailMessage.getThread', [], () =>
      serviceObject('GmailApp.GmailThread', { getId: checked('GmailApp.GmailThread.getId', [], () => threadId) }),
    ),
    getFrom: getter<string>('getFrom'),
    getTo: getter<string>('getTo'),
    getCc: getter<string>('getCc'),
    getBcc: getter<string>('getBcc'),
    getReplyTo: getter<string>('getReplyTo'),
    getSubject: getter<string>('getSubject'),
    getPlainBody: getter<string>('getPlainBody'),
    getBody: getter<string>('getBody'),
    getDate: checked(
      'GmailApp.GmailMessage.getDate',
      [],
      () => new Date(callHost<number>('GmailApp', 'getDate', [id], id)),
    ),
    getHeader: checked('GmailApp.GmailMessage.getHeader', [string], (name) =>
      callHost<string>('GmailApp', 'getHeader', [id, name], name),
    ),
  });
};

export const GmailApp = serviceObject('GmailApp', {
  setCurrentMessageAccessToken: checked('GmailApp.setCurrentMessageAccessToken', [string], (token) => {
    callHost('GmailApp', 'setCurrentMessageAccessToken', [token]);
  }),
  getMessageById: checked('GmailApp.getMessageById', [string], (id) =>
    gmailMessage(callHost<{ id: string; threadId: string }>('GmailApp', 'getMessageById', [id], id)),
  ),
});
