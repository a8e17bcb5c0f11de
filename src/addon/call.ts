import { languageOf, type Messages, messagesFor } from './messages/messages.ts';

export type GmailEvent = GoogleAppsScript.Addons.EventObject;

/** What Gmail says about one callback, in our words. */
export interface Call {
  t: Messages;
  /** Of Gmail, such as `ja`, whether or not there is a table for it. */
  lang: string;
  /** The open message; absent on the homepage. */
  message?: { id: string; threadId: string; accessToken: string };
  /** Ids and page positions. A client can change them. */
  parameters: Record<string, string>;
  /** What stands in the inputs of the card; a field that was emptied may be absent. */
  form: Record<string, string>;
  /** What is ticked in a list of check boxes, by the list's name; a list with nothing ticked is absent. */
  ticked: Record<string, string[]>;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Milliseconds to add to UTC for the user's clock. */
  zoneOffset: number;
}

export function readCall(event: GmailEvent, startedAt: number): Call {
  const common = event.commonEventObject;
  const inputs = Object.entries(common?.formInputs ?? {}).map(
    ([name, input]) => [name, input.stringInputs?.value ?? []] as const,
  );
  return {
    t: messagesFor(common?.userLocale),
    lang: languageOf(common?.userLocale),
    message: event.gmail?.messageId
      ? { id: event.gmail.messageId, threadId: event.gmail.threadId, accessToken: event.gmail.accessToken }
      : undefined,
    parameters: common?.parameters ?? {},
    form: Object.fromEntries(inputs.map(([name, values]) => [name, values[0] ?? ''])),
    ticked: Object.fromEntries(inputs),
    startedAt,
    zoneOffset: Number(common?.timeZone?.offset ?? 0) || 0,
  };
}
