import type { LocalMailbox } from '../mailbox/mailbox.ts';
import { people, organisation as sample } from '../people.ts';
import type { Organisation } from './directory/organisation.ts';
import type { EmulatedGoogle } from './emulated-google.ts';
import { sampleMailbox } from './mailboxes/sample-mailbox.ts';
import type { TroubleName } from './troubles.ts';

/** Colleagues whose mailboxes cannot be read as they should be, one for each kind of failure that an admin meets. */
export const troubledPeople: readonly { name: string; trouble: TroubleName }[] = [
  { name: 'Aiko Hoshino', trouble: 'key-invalid' },
  { name: 'Bruno Keller', trouble: 'account-not-found' },
  { name: 'Chika Onodera', trouble: 'unknown-user' },
  { name: 'Daniel Price', trouble: 'not-delegated' },
  { name: 'Emi Kuroda', trouble: 'gmail-off' },
  { name: 'Frida Holm', trouble: 'user-rate-limited' },
  { name: 'Goro Ninomiya', trouble: 'flaky' },
  { name: 'Hanna Weiss', trouble: 'history-expired' },
  { name: 'Isamu Tachibana', trouble: 'slow' },
  { name: 'Julia Stone', trouble: 'unavailable' },
];

/**
 * The sample organisation at Google: the people of the preview with their mail, the troubled ones beside them, two units and
 * two groups. Nothing is delegated yet: that is the admin's.
 */
export function createSampleOrganisation(google: EmulatedGoogle, mail: Pick<LocalMailbox, 'threads'>): Organisation {
  const organisation = google.createOrganisation(sample.domain);
  for (const unit of ['/Sales', '/Purchasing']) organisation.addOrgUnit(unit);
  const everybody = [
    ...people.map(({ name, email, role }) => ({ name, email, isAdmin: role === 'admin', orgUnitPath: '/Sales' })),
    ...troubledPeople.map(({ name }) => ({ name, email: emailOf(name), isAdmin: false, orgUnitPath: '/Purchasing' })),
  ];
  for (const { name, ...person } of everybody) {
    const [givenName = '', familyName = ''] = name.split(' ');
    organisation.addPerson({ ...person, givenName, familyName, mailbox: sampleMailbox(person.email, mail) });
  }
  for (const { name, trouble } of troubledPeople) google.breakWith(emailOf(name), trouble);
  const inSales = everybody.filter(({ orgUnitPath }) => orgUnitPath === '/Sales');
  organisation.addGroup({ email: `everybody@${sample.domain}`, name: 'Everybody', members: everybody.map(emailIn) });
  organisation.addGroup({ email: `sales@${sample.domain}`, name: 'Sales', members: inSales.map(emailIn) });
  return organisation;
}

const emailIn = ({ email }: { email: string }) => email;
const emailOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@${sample.domain}`;
