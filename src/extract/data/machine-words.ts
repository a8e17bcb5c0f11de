import { lazy } from '../../contact/lazy.ts';

/** Words of programs and desks in display names and before the `@`, beside those of `role-names.ts`. Compiled by hand. */
export const machineWords = lazy(
  (): ReadonlySet<string> =>
    new Set(
      (
        'bot sistema notify update notification notifications notifiche benachrichtigung alert alerts system mailer daemon crawler robot admin ' +
        'webmaster onlineshop webshop support info news newsletter digest list portal noreply updates billing service customer helpdesk shop ' +
        'store online orders receipts wiki calendar backup report reports server gazette subscriber scheduler mbx mailbox reply payable receivable secretariat sekretariat center centre desk hotline'
      ).split(' '),
    ),
);
