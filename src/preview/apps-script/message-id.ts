/** `msg-f:<decimal>`, as events carry it, of the Gmail API's hexadecimal id. */
export const eventMessageId = (id: string): string => `msg-f:${decimal(id)}`;

/** `thread-f:<decimal>` of the Gmail API's hexadecimal id. */
export const eventThreadId = (id: string): string => `thread-f:${decimal(id)}`;

/** The hexadecimal id of either form; undefined for what is neither. */
export function messageIdFrom(text: string): string | undefined {
  const [, digits] = /^msg-f:(\d{1,20})$/.exec(text) ?? [];
  if (digits) return BigInt(digits).toString(16);
  return /^[0-9a-f]{1,16}$/.test(text) ? text : undefined;
}

function decimal(id: string): string {
  if (!/^[0-9a-f]{1,16}$/.test(id))
    throw new Error(`${id} is not an id of the Gmail API: hexadecimal, up to 16 digits`);
  return BigInt(`0x${id}`).toString();
}
