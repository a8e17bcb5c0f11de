import { addressParser, type Address as ParsedAddress } from 'postal-mime';
import type { GmailMessageData } from '../apps-script/types.ts';
import type { Address } from '../protocol.ts';

/** A header as it is shown: without the marks that turn the direction of text, which can make a name read as another. */
export const shownHeader = (message: Pick<GmailMessageData, 'headers'>, name: string): string =>
  withoutBidi(header(message, name));

const withoutBidi = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** The first header of this name (any case); '' when there is none. */
export function header(message: Pick<GmailMessageData, 'headers'>, name: string): string {
  return message.headers.find((each) => each.name.toLowerCase() === name.toLowerCase())?.value ?? '';
}

/** The people of an address header, groups taken apart; at most 100. */
export function addresses(message: Pick<GmailMessageData, 'headers'>, name: string): Address[] {
  const parsed: ParsedAddress[] = addressParser(header(message, name).slice(0, 20_000));
  return parsed
    .flatMap((each) => each.group ?? [each])
    .map((each) => ({ name: withoutBidi(each.name), email: each.address ?? '' }))
    .slice(0, 100);
}

/** The Message-IDs a header names, without their angle brackets; the last 100. */
export function messageIds(message: Pick<GmailMessageData, 'headers'>, name: string): string[] {
  return [
    ...header(message, name)
      .slice(-20_000)
      .matchAll(/<([^<>\s]{1,998})>/g),
  ]
    .map(([, id]) => id as string)
    .slice(-100);
}
