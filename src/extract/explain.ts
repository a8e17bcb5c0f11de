import { bodyLines } from './body-lines.ts';
import { extractContact } from './extract-contact.ts';
import type { Reason } from './extraction.ts';
import type { OpenMessage } from './message.ts';
import type { LineKind, Trace } from './trace.ts';

/** Why a mail was read as it was: for whoever mends a rule, or asks why a value is missing. */
export interface Explanation {
  reason: Reason;
  /** Every line of the body that extraction looked at. */
  lines: ExplainedLine[];
  /** What the headers gave. */
  fromHeaders: Claim[];
}

export interface ExplainedLine {
  /** Index in the mail's text lines. */
  line: number;
  text: string;
  kind: LineKind;
  /** The rule that made it this kind; absent for what no rule claims. */
  rule?: string;
  claims: Claim[];
  refusals: Refusal[];
}

/** A value read, with the rule that read it. */
export interface Claim {
  field: string;
  value: string;
  rule: string;
  basis: 'stated' | 'inferred';
}

/** A text that looks like a value, and why it was not taken. */
export interface Refusal {
  field: string;
  text: string;
  reason: string;
}

/** Reads a message as `extractContact` does and tells for each line what became of it. */
export function explain(message: OpenMessage): Explanation {
  const kinds = new Map<number, { kind: LineKind; rule: string }>();
  const refusals: (Refusal & { line: number })[] = [];
  const trace: Trace = {
    line: (index, kind, rule) => kinds.set(index, { kind, rule }),
    refused: (line, field, text, reason) => refusals.push({ line, field, text: text.trim(), reason }),
  };
  const { contact, reason } = extractContact(message, { trace });
  const claims = contact ? claimsOf(contact) : [];
  const own = <T extends { line?: number }>(all: T[], line: number | undefined) =>
    all.filter((one) => one.line === line).map(({ line: _, ...rest }) => rest);
  return {
    reason,
    lines: [...bodyLines(message)].map(({ index, text }) => ({
      line: index,
      text,
      ...(kinds.get(index) ?? { kind: text.trim() ? ('body' as const) : ('blank' as const) }),
      claims: own(claims, index),
      refusals: own(refusals, index),
    })),
    fromHeaders: own(claims, undefined),
  };
}

/** Every finding of a draft, as one list. */
function claimsOf(draft: object): (Claim & { line?: number })[] {
  return Object.entries(draft).flatMap(([field, findings]) =>
    [findings].flat().map(({ value, rule, basis, line }) => ({ field, value: shown(value), rule, basis, line })),
  );
}

/** A value as one line: its texts, whatever its shape. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\n/g, ', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([, part]) => part !== undefined && part.length > 0)
    .map(([name, part]) => `${name} ${[part].flat().join(' / ').replace(/\n/g, ', ')}`)
    .join('; ');
}
