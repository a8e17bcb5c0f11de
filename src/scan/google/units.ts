/**
 * What a call costs of Gmail's quota, and how much a minute allows, for projects that are new since 1 May 2026
 * (developers.google.com/workspace/gmail/api/reference/quota). A part of a batch costs what it would alone.
 */
export const units = { profile: 1, labels: 1, listMessages: 5, getMessage: 20, listHistory: 2, watch: 100, stop: 50 };

export interface UnitLimits {
  unitsPerMinutePerUser: number;
  unitsPerMinutePerProject: number;
}

export const gmailLimits: UnitLimits = { unitsPerMinutePerUser: 6_000, unitsPerMinutePerProject: 1_200_000 };

/** Lends quota units of one mailbox before they are used. */
export interface Budget {
  /** Throws BudgetSpent when a minute's units are used up. */
  take(count: number): Promise<void>;
}

/** Nothing went wrong: what a minute allows is used up. */
export class BudgetSpent extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super(`A minute's quota of Gmail is used up for ${retryAfterSeconds} s`);
  }
}
