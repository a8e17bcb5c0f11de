import { marksOf } from './line-marks.ts';

/**
 * The same function of a text, asked once for each text of a message: many rules ask the same about the same line.
 * What is remembered is bounded, and gone with the next message.
 *
 * One table has all that is known of a text, since rules ask one thing after the other about the same one: of the text
 * that was asked about last it need not even be looked up.
 */
export function remembered<V>(work: (text: string) => V): (text: string) => V {
  const own = count++;
  return (text) => {
    if (text.length > longest) return work(text);
    const facts = text === lastText ? lastFacts : factsOf(text);
    const before = facts[own];
    if (before !== undefined) return (before === nothing ? undefined : before) as V;
    const value = work(text);
    facts[own] = value === undefined ? nothing : value;
    return value;
  };
}

/** To be called for each message, so that no text of one stays in memory for the next. */
export function forget(): void {
  if (known.size > 0) known.clear();
  lastText = undefined;
  lastFacts = [];
  marksOf('');
}

/** The answers of each remembered function, by its number. */
type Facts = unknown[];

function factsOf(text: string): Facts {
  let facts = known.get(text);
  if (facts === undefined) {
    if (known.size >= most) known.clear();
    facts = new Array(count);
    known.set(text, facts);
  }
  lastText = text;
  lastFacts = facts;
  return facts;
}

const known = new Map<string, Facts>();
let count = 0;
let lastText: string | undefined;
let lastFacts: Facts = [];
/** What a function is remembered to have given that gave undefined. */
const nothing = Symbol('nothing');
const most = 1_000;
const longest = 300;
