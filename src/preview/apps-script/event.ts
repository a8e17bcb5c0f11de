import type { Manifest } from './manifest.ts';
import { eventMessageId, eventThreadId } from './message-id.ts';
import { type Scopes, scope } from './scopes.ts';
import type { Callback } from './types.ts';

/** The open message as the event names it. */
export interface OpenMessage {
  id: string;
  threadId: string;
  accessToken: string;
}

/**
 * The event object of a Gmail add-on (developers.google.com/workspace/add-ons/concepts/event-objects), with the fields
 * of Gmail's older events that are still sent. Locale and zone come only with `useLocaleFromApp` and script.locale.
 */
export function eventObject(
  callback: Callback,
  manifest: Manifest,
  scopes: Scopes,
  message: OpenMessage | undefined,
): Record<string, unknown> {
  const { platform, parameters, formInputs, locale, timeZone } = callback;
  const showsLocale = manifest.addOns.common.useLocaleFromApp === true && scopes.has(scope.locale);
  const inputs = Object.entries(formInputs ?? {});
  return {
    commonEventObject: {
      platform,
      hostApp: 'GMAIL',
      ...(showsLocale && { userLocale: locale, timeZone }),
      ...(parameters && { parameters }),
      ...(formInputs && {
        formInputs: Object.fromEntries(inputs.map(([name, value]) => [name, { stringInputs: { value } }])),
      }),
    },
    ...(message && {
      gmail: {
        messageId: eventMessageId(message.id),
        threadId: eventThreadId(message.threadId),
        accessToken: message.accessToken,
      },
      messageMetadata: { messageId: eventMessageId(message.id), accessToken: message.accessToken },
    }),
    ...(parameters && { parameters }),
    ...(formInputs && {
      formInput: Object.fromEntries(inputs.map(([name, value]) => [name, value[0]])),
      formInputs,
    }),
  };
}
