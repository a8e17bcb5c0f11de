/** What a line of a mail is to extraction. */
export const lineKinds = [
  'blank',
  'body', // the sender's text above the signature
  'quoted', // an answered or forwarded mail, or what introduces it
  'footer', // a disclaimer, a legal notice, a list's or mail provider's footer
  'signature',
  'closing', // the signature's closing formula
  'rule', // an ornament of the signature
  'sent-from', // `Sent from my iPhone`
] as const;
export type LineKind = (typeof lineKinds)[number];

/** Is told what becomes of lines and values while a mail is read; for people who ask why. */
export interface Trace {
  /** A line was found to be of a kind, by this rule. */
  line(index: number, kind: LineKind, rule: string): void;
  /** A text that looks like a field's value was not taken, for this reason. */
  refused(index: number, field: string, text: string, reason: string): void;
}
