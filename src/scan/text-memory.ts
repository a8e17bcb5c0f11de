import type { TextMemory } from '../extract/remembering.ts';

/** How often something was remembered, and how often it was not. */
export interface Recall {
  known: number;
  unknown: number;
}

/**
 * Remembers texts in this process alone, at most twice as many letters as `mostLetters`. When so many have come, those that
 * were not asked for since as many had come before are forgotten.
 */
export class BoundedMemory implements TextMemory {
  readonly recall: Recall = { known: 0, unknown: 0 };
  private recent = new Map<string, string>();
  private earlier = new Map<string, string>();
  private letters = 0;

  constructor(private readonly mostLetters = 8_000_000) {}

  get(key: string): string | undefined {
    const recent = this.recent.get(key);
    const known = recent ?? this.earlier.get(key);
    if (recent === undefined && known !== undefined) this.keep(key, known);
    this.recall[known === undefined ? 'unknown' : 'known']++;
    return known;
  }

  set(key: string, text: string): void {
    if (key.length + text.length <= Math.min(longest, this.mostLetters)) this.keep(key, text);
  }

  private keep(key: string, text: string): void {
    this.letters += key.length + text.length;
    if (this.letters > this.mostLetters) {
      this.earlier = this.recent;
      this.recent = new Map();
      this.letters = key.length + text.length;
    }
    this.recent.set(key, text);
  }
}

/** Signatures that people write are shorter; what is not would push out many. */
const longest = 20_000;
