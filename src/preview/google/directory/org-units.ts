import { subjectOf } from '../../identity.ts';
import type { Call } from '../api/method.ts';
import { oneOf, text } from '../api/params.ts';
import { checkCustomer, notFound, requireAdmin } from './access.ts';

export const listOrgUnitsParams = { orgUnitPath: text, type: oneOf('all', 'children') };

/** directory.orgunits.list: the units right below a path, or all below it; the root when no path is given. Not paged. */
export function listOrgUnits({ organisation, person, path, query }: Call<typeof listOrgUnitsParams>): object {
  checkCustomer(organisation, { customer: path.customerId });
  requireAdmin(person);
  const parent = `/${(query.orgUnitPath ?? '').replace(/^\/|\/$/g, '')}`;
  if (parent !== '/' && !organisation.orgUnits.has(parent)) throw notFound('orgUnitPath');
  const below = parent === '/' ? '/' : `${parent}/`;
  const organizationUnits = [...organisation.orgUnits]
    .filter((unit) => unit.startsWith(below))
    .filter((unit) => query.type === 'all' || parentOf(unit) === parent)
    .sort()
    .map(orgUnitResource);
  return { kind: 'admin#directory#orgUnits', ...(organizationUnits.length > 0 && { organizationUnits }) };
}

const parentOf = (unit: string) => unit.slice(0, unit.lastIndexOf('/')) || '/';
const idOf = (unit: string) => `id:${subjectOf({ email: unit })}`;

const orgUnitResource = (unit: string): object => ({
  kind: 'admin#directory#orgUnit',
  name: unit.slice(unit.lastIndexOf('/') + 1),
  orgUnitId: idOf(unit),
  orgUnitPath: unit,
  parentOrgUnitId: idOf(parentOf(unit)),
  parentOrgUnitPath: parentOf(unit),
});
