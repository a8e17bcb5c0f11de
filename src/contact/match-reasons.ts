/** Why two cards are, may be or are not one person; what speaks for it first. */
export const matchReasons = [
  'address',
  'profile',
  'own-phone',
  'phone',
  'name',
  'similar-name',
  'company',
  'domain',
  'initials',
  'nickname',
  'spelling',
  'part-of-name',
  'reading',
  'given-name',
  'shared-address',
  'shared-phone',
  'other-name',
  'other-company',
  'other-address',
  'other-phone',
] as const;
export type MatchReason = (typeof matchReasons)[number];
