import { createHash } from 'node:crypto';
import type { GmailMailbox } from '../mailboxes/mailbox.ts';

export interface Person {
  /** Lower case. */
  email: string;
  givenName: string;
  familyName: string;
  /** A super administrator, who alone may read the directory. */
  isAdmin: boolean;
  suspended: boolean;
  orgUnitPath: string;
  /** Undefined where Gmail is off for this person. */
  mailbox?: GmailMailbox;
}

export interface Group {
  /** Lower case. */
  email: string;
  name: string;
  /** Addresses of people and of groups inside this one. */
  members: string[];
}

/** A Google Workspace organisation: its people, groups, organisational units, and what its admin delegated. */
export class Organisation {
  /** Scopes by the client id that the admin entered under "Domain-wide delegation". */
  readonly delegations = new Map<string, ReadonlySet<string>>();
  readonly people = new Map<string, Person>();
  readonly groups = new Map<string, Group>();
  /** Paths, `/Sales/Kyoto`; the root `/` is not among them. */
  readonly orgUnits = new Set<string>();

  /** Google's name for the whole organisation, `C0…`. */
  readonly customerId: string;

  constructor(readonly domain: string) {
    this.customerId = `C0${createHash('sha256').update(domain).digest('hex').slice(0, 7)}`;
  }

  /** As the admin console does: what was delegated to this client before is replaced; no scopes take it away. */
  delegate(clientId: string, scopes: readonly string[]): void {
    if (scopes.length === 0) this.delegations.delete(clientId);
    else this.delegations.set(clientId, new Set(scopes));
  }

  addPerson(person: Pick<Person, 'email' | 'givenName' | 'familyName'> & Partial<Person>): Person {
    const email = this.own(person.email);
    const added = { isAdmin: false, suspended: false, orgUnitPath: '/', ...person, email };
    if (added.orgUnitPath !== '/' && !this.orgUnits.has(added.orgUnitPath)) {
      throw new Error(`There is no organisational unit ${added.orgUnitPath}`);
    }
    this.people.set(email, added);
    return added;
  }

  addGroup({ email, name, members }: Group): void {
    this.groups.set(this.own(email), { email: this.own(email), name, members: members.map(lowerCase) });
  }

  /** With the units above it. */
  addOrgUnit(path: string): void {
    const names = path.split('/').filter(Boolean);
    for (let depth = 1; depth <= names.length; depth++) this.orgUnits.add(`/${names.slice(0, depth).join('/')}`);
  }

  findPerson(email: string): Person | undefined {
    return this.people.get(lowerCase(email));
  }

  private own(email: string): string {
    if (!lowerCase(email).endsWith(`@${this.domain}`)) throw new Error(`${email} is not of ${this.domain}`);
    return lowerCase(email);
  }
}

const lowerCase = (text: string): string => text.toLowerCase();
