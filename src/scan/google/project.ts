import type { Credential } from '../../store/mail-provider.ts';

/** The Cloud project that an account belongs to, as its address says; the whole address where that says none. */
export const projectOf = ({ account }: Pick<Credential, 'account'>): string =>
  /@([^.@]+)\.iam\.gserviceaccount\.com$/.exec(account)?.[1] ?? account;
