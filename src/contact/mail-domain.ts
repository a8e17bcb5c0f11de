import { isFreeMail } from './data/free-mail.ts';
import { emailDomain } from './normalize.ts';
import { registrableDomain } from './registrable-domain.ts';

/** The registrable domain of an address's company; undefined for one of a mail provider, where anybody has addresses. */
export function companyDomain(address: string): string | undefined {
  const { domain } = registrableDomain(emailDomain(address));
  return domain === undefined || isFreeMail(domain) ? undefined : domain;
}
