import type { Shape } from '../api/field-mask.ts';

// The fields that this Directory can answer; the real one has many more.

export const user: Shape = {
  kind: true,
  id: true,
  primaryEmail: true,
  name: () => ({ givenName: true, familyName: true, fullName: true }),
  emails: () => ({ address: true, primary: true }),
  customerId: true,
  isAdmin: true,
  isDelegatedAdmin: true,
  suspended: true,
  orgUnitPath: true,
  isMailboxSetup: true,
};

export const users: Shape = { kind: true, users: () => user, nextPageToken: true };

export const groups: Shape = {
  kind: true,
  groups: () => ({ kind: true, id: true, email: true, name: true, directMembersCount: true }),
  nextPageToken: true,
};

export const members: Shape = {
  kind: true,
  members: () => ({ kind: true, id: true, email: true, role: true, type: true, status: true }),
  nextPageToken: true,
};

export const orgUnits: Shape = {
  kind: true,
  organizationUnits: () => ({
    kind: true,
    name: true,
    orgUnitId: true,
    orgUnitPath: true,
    parentOrgUnitId: true,
    parentOrgUnitPath: true,
  }),
};
