import { enter, freshMe, isListed } from '../access.ts';
import type { Call } from '../call.ts';
import { accessCard } from '../cards/access-card.ts';
import { restart, show } from '../respond.ts';
import { askForPermission } from '../services/permission.ts';
import { startCard } from './start.ts';

/** Why the user may not use it, and whom to ask. */
export function showAccess(call: Call) {
  const visit = enter(call);
  return show(call, accessCard({ t: call.t, me: freshMe(visit), listed: isListed(visit) }));
}

/** Asks the store again instead of remembering, then starts anew. */
export function checkAgain(call: Call) {
  const visit = enter(call);
  if (isListed(visit)) return restart(startCard(call));
  return restart(accessCard({ t: call.t, me: freshMe(visit), listed: false }), call.t.access.unchanged);
}

/** Google's own prompt for what was not granted; starts anew when nothing is missing any more. */
export function givePermission(call: Call) {
  askForPermission();
  return restart(startCard(call));
}
