import type { Google } from '../api/types.ts';

export const functionNames = ['contactInbox', 'activity'] as const;
type FunctionName = (typeof functionNames)[number];
const functionWords: Record<FunctionName, string> = { contactInbox: 'automatic suggestions', activity: 'activity' };

/** What admins accept before they switch a function on. */
export const whatStarts =
  'Only the values found and the signature lines are kept. Every new contact that is saved counts towards the contacts of the period.';

/** What switching a function off means. */
export function whatStops(name: FunctionName, functions: Google['functions'], counts: Google['linkages']): string {
  const others = functionNames.filter((other) => other !== name && functions[other].on);
  return [
    `This stops ${functionWords[name]}${name === 'contactInbox' ? ' and hides those that nobody has decided on; contacts stay' : ''}.`,
    others.length > 0
      ? `Mailboxes then read for ${functionWords[others[0] ?? name]} alone: ${linked(counts)}`
      : `Mailboxes read no longer: ${linked(counts)}`,
  ].join('\n');
}

/** What forgetting the key means. */
export function whatDeletingStops({ account, usedBy }: NonNullable<Google['key']>, counts: Google['linkages']): string {
  const stopped = usedBy.map((name) => functionWords[name]).join(', ');
  return [
    `This forgets ${account}${stopped ? `, and stops ${stopped}` : ''}.`,
    `Mailboxes read no longer, and in authentication error: ${linked(counts)}`,
  ].join('\n');
}

/** How many mailboxes are read, or tried. */
function linked(counts: Google['linkages']): number {
  const { 'not-started': _, disabled: __, ...linked } = counts;
  return Object.values(linked).reduce((sum, one) => sum + one, 0);
}
