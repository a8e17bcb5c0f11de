import { z } from '@hono/zod-openapi';
import type { Operation } from '../operation.ts';
import { emailAddress } from '../schemas/values.ts';
import * as s from '../schemas.ts';

const params = z.object({ email: emailAddress });

/** Reading mailboxes through Google: the key, the switches, whose mailbox is read, and the mails admins get about it. */
export const google = {
  getGoogle: { summary: 'Key, switches and settings', access: 'admin', write: false, response: s.Google },
  setServiceAccount: {
    summary: 'Register or replace the service account; its key is never shown again',
    access: 'admin',
    write: true,
    body: s.ServiceAccount,
    response: s.Google,
    problems: ['key-file-invalid', 'key-refused', 'secret-key-missing', 'google-unavailable', 'provider-missing'],
  },
  deleteServiceAccount: {
    summary: 'Forget the key; every linkage then lacks it',
    access: 'admin',
    write: true,
    response: s.Google,
  },
  changeGoogle: {
    summary: 'Switch functions on or off, change what is read',
    access: 'admin',
    write: true,
    body: s.GoogleChange,
    response: s.Google,
    problems: ['key-missing', 'settings-outdated'],
  },
  listLinkages: {
    summary: 'The enabled users, and how it stands with each mailbox',
    access: 'admin',
    write: false,
    query: s.LinkageFilter,
    response: s.LinkagePage,
  },
  getLinkage: {
    summary: 'How it stands with one mailbox',
    access: 'admin',
    write: false,
    params,
    query: s.LinkageLanguage,
    response: s.Linkage,
    problems: ['linkage-not-found'],
  },
  startLinkages: {
    summary: 'Begin to read mailboxes',
    access: 'admin',
    write: true,
    body: s.LinkageChoice,
    response: s.LinkageResults,
    problems: ['key-missing', 'function-off'],
  },
  retryLinkages: {
    summary: 'Try mailboxes again that could not be read',
    access: 'admin',
    write: true,
    body: s.LinkageChoice,
    response: s.LinkageResults,
    problems: ['key-missing', 'function-off'],
  },
  disableLinkages: {
    summary: 'Read mailboxes no longer, and hide what they suggested and nobody decided on',
    access: 'admin',
    write: true,
    body: s.LinkageChoice,
    response: s.LinkageResults,
  },
  tryLinkage: {
    summary: 'What would linking this user suggest?',
    access: 'admin',
    write: false,
    params,
    body: s.DryRun,
    response: s.DryRunResult,
    problems: ['linkage-not-found', 'key-missing', 'secret-key-missing', 'provider-missing'],
  },
  listDirectory: {
    summary: 'People of the organisation, as its directory names them',
    access: 'admin',
    write: false,
    query: s.DirectoryFilter,
    response: s.DirectoryPage,
    problems: ['directory-unavailable', 'key-missing', 'secret-key-missing', 'provider-missing'],
  },
  listDirectoryGroups: {
    summary: 'Groups and organisational units of the directory',
    access: 'admin',
    write: false,
    response: s.DirectoryGroups,
    problems: ['directory-unavailable', 'key-missing', 'secret-key-missing', 'provider-missing'],
  },
  listOutgoingMails: {
    summary: 'The mails that admins get from the store',
    access: 'admin',
    write: false,
    response: s.MailList,
  },
} as const satisfies Record<string, Operation>;
