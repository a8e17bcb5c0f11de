import type { Claim, Explanation } from '../extract/explain.ts';

/** An explanation as text for a terminal: a row for each line of the mail, below it what was read or refused there. */
export function explained(id: unknown, { reason, lines, fromHeaders }: Explanation): string {
  const width = Math.max(1, String(lines.length).length);
  const indent = ' '.repeat(width + 12);
  const rows = lines
    .filter(({ kind }) => kind !== 'blank')
    .flatMap(({ line, text, kind, rule, claims, refusals }) => [
      `${String(line).padStart(width)}  ${kind.padEnd(9)} ${text.trim()}${rule ? `   [${rule}]` : ''}`,
      ...claims.map((claim) => `${indent}= ${claimText(claim)}`),
      ...refusals.map(({ field, text: refused, reason: why }) => `${indent}x no ${field}: ${refused} (${why})`),
    ]);
  const head = fromHeaders.map((claim) => `${' '.repeat(width)}  headers   = ${claimText(claim)}`);
  return `${[`${typeof id === 'string' ? id : JSON.stringify(id)}: ${reason}`, ...head, ...rows].join('\n')}\n`;
}

const claimText = ({ field, value, rule, basis }: Claim): string => `${field}: ${value} (${basis}, ${rule})`;
