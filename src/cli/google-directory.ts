import type { DirectoryGroups, DirectoryPage } from '../api/types.ts';
import { askingGoogle } from '../store/routes/google.ts';
import type { Step } from '../store/routes/handlers.ts';

interface PeopleQuery {
  q?: string;
  group?: string | undefined;
  orgUnit?: string | undefined;
}

/** All of the directory's people whom the query finds. `as`: in whose name it is asked; of the first admin when absent. */
export async function peopleOfDirectory(
  step: Step,
  as: string | undefined,
  query: PeopleQuery,
): Promise<DirectoryPage['items']> {
  const asking = inNameOf(step, as);
  const people: DirectoryPage['items'] = [];
  let cursor: string | undefined;
  do {
    const page = await asking(await askingGoogle.listDirectory(asking, { ...nothing, query: { ...query, cursor } }));
    people.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return people;
}

/** Its groups and organisational units. */
export async function groupsOfDirectory(step: Step, as: string | undefined): Promise<DirectoryGroups> {
  const asking = inNameOf(step, as);
  return await asking(await askingGoogle.listDirectoryGroups(asking, { ...nothing, query: undefined }));
}

const nothing = { params: undefined, body: undefined };

/** The directory knows admins, and no operator of the store. */
const inNameOf =
  (step: Step, as: string | undefined): Step =>
  (work) =>
    step((context) => work({ ...context, user: { ...context.user, email: as ?? context.tenant.admins[0] ?? '' } }));
