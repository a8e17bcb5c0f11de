import { ApiError, refuse } from '../api/api-error.ts';
import type { Organisation, Person } from './organisation.ts';

export function requireAdmin({ isAdmin }: Person): void {
  if (!isAdmin) refuse('directory-forbidden');
}

/** A list is of the caller's own customer or of one of its domains; which words Google has for another is assumed. */
export function checkCustomer(organisation: Organisation, asked: { customer?: string; domain?: string }): void {
  const { customer, domain } = asked;
  if (customer === undefined && domain === undefined) {
    throw new ApiError({ status: 400, message: 'Bad Request', reason: 'badRequest' });
  }
  if (customer !== undefined && customer !== 'my_customer' && customer !== organisation.customerId) {
    refuse('directory-forbidden');
  }
  if (domain !== undefined && domain.toLowerCase() !== organisation.domain) {
    throw new ApiError({ status: 404, message: 'Domain not found.', reason: 'notFound' });
  }
}

export const notFound = (parameter: string) =>
  new ApiError({ status: 404, message: `Resource Not Found: ${parameter}`, reason: 'notFound' });
