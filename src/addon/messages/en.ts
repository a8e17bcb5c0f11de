import type { LinkageResults, LinkageStatus, UndoItem } from '../../api/types.ts';
import type { TelType } from '../../contact/draft.ts';
import type { MatchReason } from '../../contact/match-reasons.ts';
import type { Reason } from '../../extract/extraction.ts';
import type { Code } from '../problem.ts';

export interface ProblemWords {
  title: string;
  /** What happened and what to do next. */
  text: string;
}

const ours = (what: string): ProblemWords => ({
  title: 'Something went wrong',
  text: `${what} This is a fault in Contact Inbox, not yours. Try again; if it stays, tell your admin.`,
});

const signIn: ProblemWords = {
  title: 'Google could not confirm who you are',
  text: 'Reload Gmail, then try again. If it stays, ask your admin whether the add-on is allowed to see your address.',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** English. `ja.ts` has the same shape; the compiler asks for both. */
export const en = {
  /** Of the language, as the store is asked for it. */
  lang: 'en' as 'en' | 'ja',
  date: (year: number, month: number, day: number) => `${day} ${months[month - 1]} ${year}`,
  daysLeft: (days: number) => (days <= 0 ? 'leaves today' : `${counted(days, 'day', 'days')} left`),

  problems: {
    'store-unreachable': {
      title: 'The contact store cannot be reached',
      text: 'Nothing was lost. Try again in a minute; if it stays, tell your admin.',
    },
    unavailable: {
      title: 'The contact store is busy',
      text: 'Nothing was lost. Try again in a minute; if it stays, tell your admin.',
    },
    'rate-limited': {
      title: 'Too many requests',
      text: 'Nothing was lost. Wait a minute, then try again.',
    },
    'permission-missing': {
      title: 'Permission needed',
      text: 'Not every permission was given when Contact Inbox was installed. It asks for the open mail, your address and the contact store, never for your mailbox.',
    },
    'message-closed': {
      title: 'Open the mail again',
      text: 'Gmail lets an add-on read a mail only for a while after it was opened. Go back to the inbox, open the mail again and repeat the step.',
    },
    'personal-account': {
      title: 'Not for personal accounts',
      text: 'Contact Inbox shares contacts within a Google Workspace organisation, and this account belongs to none. Switch to your work account.',
    },
    'tenant-unknown': {
      title: 'Not set up yet',
      text: 'Your organisation has not been registered with the contact store. Ask the people who run it to create your organisation there.',
    },
    'feature-off': {
      title: 'Switched off',
      text: 'Contact Inbox is switched off for your organisation. Your contacts are kept.',
    },
    'switched-off': {
      title: 'Switched off by an admin',
      text: 'An admin of your organisation has switched Contact Inbox off. Your contacts and suggestions are kept.',
    },
    'user-not-enabled': {
      title: 'You are not enabled yet',
      text: 'The contact store has not been told yet that an admin enabled you. Try again in a minute, or ask an admin to open Settings.',
    },
    'admin-only': {
      title: 'For admins only',
      text: 'Only an admin of your organisation may see or change this. Nothing was changed.',
    },
    'token-missing': signIn,
    'token-invalid': signIn,
    'token-expired': {
      title: 'Your sign-in has expired',
      text: 'Try again; Gmail then signs you in anew. If it stays, reload Gmail.',
    },
    'suggestion-not-found': {
      title: 'This suggestion is gone',
      text: 'It was removed, or its time ran out. Open the mail and press Suggest contact to make it again.',
    },
    'suggestion-closed': {
      title: 'This suggestion is settled',
      text: 'It was saved or dismissed in the meantime. Look in Contacts, or open the mail to suggest it again.',
    },
    suppressed: { title: 'Not suggested', text: 'You want no suggestions of this person. Look in Not suggested.' },
    'suppression-not-found': { title: 'Taken back already', text: 'It is no longer in the list.' },
    'domain-shared': {
      title: 'This domain cannot be blocked',
      text: 'It is a mail provider’s. Never suggest this person instead.',
    },
    'contact-not-found': {
      title: 'This contact is gone',
      text: 'It is no longer in the contact store. Search in Contacts.',
    },
    'contact-incomplete': { title: 'Something is missing', text: 'Type it, then save.' },
    'contact-outdated': {
      title: 'Changed meanwhile',
      text: 'Somebody changed this contact after you opened it. Open it again.',
    },
    'address-taken': { title: 'Email in use', text: 'Another contact has one of these addresses.' },
    'undo-not-found': {
      title: 'Nothing to undo',
      text: 'This step was undone before. Look in Contacts to see how it stands.',
    },
    'undo-expired': {
      title: 'Too late to undo',
      text: 'The time for undoing has run out. Nothing was changed; correct the contact by saving a newer card.',
    },
    'undo-conflict': {
      title: 'Changed since',
      text: 'Somebody changed this contact after you saved it, so undoing would destroy their change. Nothing was changed.',
    },
    'quota-exceeded': {
      title: 'No contacts left in this period',
      text: 'Your organisation has used up its contacts, so this was not saved. The suggestion stays in your list; ask your admin for more, or save it next period. Updates of known contacts can still be saved.',
    },
    'roster-outdated': {
      title: 'Two lists differ',
      text: 'The contact store has a newer list of enabled users than this add-on. Open Settings and choose which one holds.',
    },
    'roster-behind': {
      title: 'Not sent yet',
      text: 'The contact store lacks earlier changes to the list. Open Settings; the whole list is sent then.',
    },
    'roster-full': {
      title: 'The list is full',
      text: 'Google lets an add-on keep 500 KB, about 25,000 users, and that is used up. Nothing was changed. Disable users who have left, then try again.',
    },
    'roster-busy': {
      title: 'Another admin is changing the list',
      text: 'Nothing was changed. Try again in a few seconds.',
    },
    'request-invalid': {
      title: 'The contact store refused a value',
      text: 'One of the values is too long or has a form the store does not take. Check them, then try again.',
    },
    'cursor-invalid': { title: 'The list has changed', text: 'Go back and open the list again.' },
    'body-too-large': {
      title: 'Too much at once',
      text: 'The contact store refused it for its size. Enable fewer users at a time, or shorten the values.',
    },
    'settings-outdated': {
      title: 'Changed meanwhile',
      text: 'Another admin changed the settings after you opened them. Nothing was changed; look again.',
    },
    'key-file-invalid': {
      title: 'Not a service account key',
      text: 'Paste the whole JSON file of the key. Nothing was saved.',
    },
    'key-refused': {
      title: 'Google refuses this key',
      text: 'It was deleted or disabled, or its service account was. Create a new key and paste it. Nothing was saved.',
    },
    'key-missing': { title: 'A key is needed first', text: 'Register the service account key under Settings, Google.' },
    'function-off': { title: 'Switched off', text: 'Switch automatic suggestions on first.' },
    'linkage-not-found': { title: 'No such user', text: 'They are no longer on the list of enabled users.' },
    'directory-unavailable': {
      title: 'The directory cannot be read',
      text: 'In the Google Admin console, delegate the scopes of the directory as well, and enable the Admin SDK API in the key’s project.',
    },
    'google-unavailable': { title: 'Google does not answer', text: 'Nothing was changed. Try again in a minute.' },
    'provider-missing': {
      title: 'Not available',
      text: 'This contact store does not read mailboxes. Ask who runs it.',
    },
    'secret-key-missing': {
      title: 'The store cannot keep keys',
      text: 'Ask who runs the contact store to give it a key for secrets.',
    },
    'idempotency-key-missing': ours('The request lacked its key.'),
    'idempotency-key-reused': ours('The same step was sent with different values.'),
    'media-type-unsupported': ours('The contact store did not understand the request.'),
    'not-found': ours('The contact store does not know this request; it may be older than the add-on.'),
    'method-not-allowed': ours('The contact store does not know this request; it may be older than the add-on.'),
    unexpected: ours('The step could not be finished.'),
  } satisfies Record<Code, ProblemWords>,

  common: {
    tryAgain: 'Try again',
    givePermission: 'Give permission',
    done: 'Done',
    cancel: 'Cancel',
    search: 'Search',
    nextPage: 'Next page',
    previousPage: 'Previous page',
    settings: 'Settings',
    openSettings: 'Open settings',
    contacts: 'Contacts',
    suggestions: (pending: number) => (pending > 0 ? `Suggestions (${pending})` : 'Suggestions'),
    quota: 'Contacts this period',
    quotaLeft: (used: number, allowed: number) => `${used} of ${allowed} used, ${Math.max(0, allowed - used)} left`,
    quotaUsedUp: 'New contacts cannot be saved until the next period.',
    quotaOver: 'Over the limit; saving still works.',
    note: (title: string, text: string) => `${title}. ${text}`,
    extension: (phone: string, ext: string) => `${phone} ext. ${ext}`,
    whomToAsk: 'Whom to ask',
  },

  access: {
    notEnabled: 'You are not enabled yet',
    notEnabledWhy: (organisation: string) =>
      `An admin of ${organisation} chooses who may use Contact Inbox, and you are not on the list.`,
    notInThisList: (organisation: string) =>
      `The contact store knows you as enabled, but this add-on's own list of ${organisation} does not. An admin can bring both together in Settings.`,
    featureOff: 'Switched off',
    featureOffWhy: (organisation: string) =>
      `Contact Inbox is switched off for ${organisation}. Contacts that were saved are kept.`,
    enabled: 'You are enabled',
    enabledText: 'Contact Inbox is ready. Press Try again.',
    unchanged: 'Checked again: nothing has changed yet.',
    ask: 'Ask to be enabled:',
    askFeature: 'Ask to have it switched on:',
    admin: 'Admin',
    help: 'Help',
    nobodyNamed: 'Nobody is named. Ask the people who run Google Workspace in your organisation.',
    youAreAdmin: 'You are an admin: you can enable yourself and others.',
    operator: 'It is switched on where the contact store runs, not here.',
  },

  sender: {
    new: 'New sender',
    known: 'In your contacts',
    internal: 'Colleague',
    suggested: 'Already in your suggestions',
    suppressed: 'On a list of whom not to suggest',
    notAPerson: 'Not a person',
    internalText: 'This address belongs to your own organisation, so no contact is suggested.',
    suggestedText: 'This mail is already in your list.',
    suppressedText: 'You or your admins asked for no suggestions of this person.',
    suggest: 'Suggest contact',
    suggestAnyway: 'Suggest anyway',
    openSuggestion: 'Open suggestion',
    openContact: 'Open contact',
    privacy:
      'Reads this mail only when you press the button. What leaves it: the values found and the lines of the signature.',
  },

  /** Why a mail is taken as not from a person, or nothing was found in it. */
  reasons: {
    signature: 'The signature was read.',
    'header-only': 'Nobody signed; only the sender line names somebody.',
    newsletter: 'It is a newsletter: it carries an unsubscribe link.',
    'mailing-list-notice': 'It is a notice of a mailing list.',
    'no-reply': 'It was sent from an address that takes no answers.',
    'auto-reply': 'It is an automatic reply.',
    bounce: 'It reports that a mail could not be delivered.',
    notification: 'A system sent it, not a person.',
    calendar: 'It is a calendar invitation or answer.',
    'nobody-named': 'Nobody is named in it.',
    empty: 'It has no text.',
  } satisfies Record<Reason, string>,

  nothingFound: {
    title: 'No contact in this mail',
    whatNow:
      'If a person did write it, press Suggest anyway and fill in what is missing. Another mail of the same person may have a fuller signature.',
    whatNowAfterAll:
      'No sender address could be read, so there is nothing to suggest. Open another mail of the same person.',
  },

  fields: {
    fn: 'Name',
    family: 'Family name',
    given: 'Given name',
    phoneticFamily: 'Family name (reading)',
    phoneticGiven: 'Given name (reading)',
    company: 'Company',
    department: 'Department',
    title: 'Title',
    email: 'Email',
    tel: 'Phone',
    telType: 'Kind of phone',
    adr: 'Address',
    url: 'Web',
    n: 'Family and given name',
    phonetic: 'Reading',
    org: 'Company',
    social: 'Profile',
    tags: 'Tags',
    notes: 'Notes',
    owner: 'Looked after by',
  },

  telTypes: {
    work: 'Work',
    direct: 'Direct',
    main: 'Main',
    cell: 'Mobile',
    home: 'Home',
    fax: 'Fax',
    other: 'Other',
  } satisfies Record<TelType, string>,
  noTelType: 'Not stated',

  /** Why two may be one person; what stands against it last. */
  matchReasons: {
    address: 'same email',
    profile: 'same profile',
    'own-phone': 'same own phone',
    phone: 'same phone',
    name: 'same name',
    'similar-name': 'similar name',
    company: 'same company',
    domain: 'same domain',
    initials: 'initials fit',
    nickname: 'nickname fits',
    spelling: 'other spelling',
    'part-of-name': 'part of the name',
    reading: 'same reading',
    'given-name': 'same given name',
    'shared-address': 'shared email',
    'shared-phone': 'shared phone',
    'other-name': 'other name',
    'other-company': 'other company',
    'other-address': 'other email',
    'other-phone': 'other phone',
  } satisfies Record<MatchReason, string>,

  suggestion: {
    title: 'Suggested contact',
    new: 'New contact',
    ambiguous: 'Who is this?',
    who: 'May be one of your contacts',
    someoneElse: 'Somebody else',
    known: 'Already in your contacts',
    knownText: 'Nothing here is new. Saving changes nothing unless you edit.',
    changed: 'In your contacts, with changes',
    changes: 'Save these changes',
    typed: (change: string) => `${change} (typed by a person)`,
    change: (field: string, old: string, next: string) => `${field}: ${old} → ${next}`,
    added: (field: string, next: string) => `+ ${field}: ${next}`,
    removed: (field: string, old: string) => `− ${field}: ${old}`,
    nameSection: 'Name',
    workSection: 'Work',
    reachSection: 'Email and phone',
    placeSection: 'Address and web',
    check: (field: string) => `${field} (check)`,
    guessed: 'Guessed: the mail does not say it',
    guessedFrom: (line: string) => `Guessed from ${line}`,
    from: (line: string) => `“${line}”`,
    more: (count: number) =>
      `${counted(count, 'more value was', 'more values were')} found, but there is no room for ${count === 1 ? 'it' : 'them'} here.`,
    header: 'From the sender line of the mail',
    emptyField: 'Nothing found; you can type it',
    clearToSkip: 'Clear a field to leave it out.',
    save: 'Save',
    saveAnyway: 'Save anyway',
    notNow: 'Not now',
    dismiss: 'Dismiss',
    neverPerson: 'Never suggest this person',
    blockDomain: (domain: string) => `Block ${domain}`,
    stays: (days: string) => `Stays in your suggestions: ${days}`,
    staysNote: 'It stays in your suggestions.',
    sent: (count: number) =>
      `What was sent: the values above and ${counted(count, 'signature line', 'signature lines')}`,
    saved: 'Already saved',
    savedText: 'A contact was saved from this mail.',
    dismissed: 'This suggestion was dismissed',
    expired: 'This suggestion has expired',
    closedText: 'Open the mail and press Suggest contact to make it again.',
  },

  invalid: {
    title: 'Not saved yet',
    name: 'Type a name.',
    who: 'Choose who this is.',
    missing: (what: string) => `Missing: ${what}`,
    email: (value: string) => `“${value}” is not an email address.`,
    tooLong: (field: string) => `${field} is too long.`,
  },

  saved: {
    created: 'New contact saved',
    updated: 'Contact updated',
    changes: 'What changed',
    unchanged: 'Nothing was new',
    unchangedText: 'The contact already had all of this.',
    undo: 'Undo',
    undoAll: 'Undo all',
    undone: 'Undone.',
    undoneSuggestion: 'Undone. The suggestion is back in your list.',
    dismissed: 'Suggestion dismissed',
    dismissedText: 'It is off your list. No contact was changed.',
  },

  queue: {
    choose: 'Choose several',
    all: 'Choose this page',
    none: 'Choose none',
    accept: 'Save chosen',
    dismiss: 'Dismiss chosen',
    nothing: 'Nothing is chosen.',
    done: (done: number, all: number) => `${done} of ${all} done`,
    review: 'Needs your review',
  },

  /** Whom no suggestion is made of. */
  suppressed: {
    title: 'Not suggested',
    none: 'Everybody may be suggested.',
    person: 'Person',
    domain: 'Domain',
    forgotten: 'Asked to be forgotten',
    organisation: 'For the whole organisation',
    takeBack: 'Take back',
    tookBack: 'Taken back.',
    added: {
      person: 'You get no suggestions of this person any more.',
      domain: 'You get no suggestions from this domain any more.',
    },
  },

  lists: {
    suggestions: 'Suggestions',
    contacts: 'Contacts',
    recent: 'Recent contacts',
    noSuggestions: 'No suggestions are waiting. Open a mail and press Suggest contact.',
    noContacts: 'No contacts yet. Open a mail, press Suggest contact, check the card and save it.',
    noHits: (q: string) => `No contact has “${q}”. Try fewer or other words.`,
    searchContacts: 'Search contacts',
    searchHint: 'Name, company, email or phone',
    allContacts: 'All contacts',
    allSuggestions: 'All suggestions',
    unnamed: 'No name',
  },

  contact: {
    updated: (date: string) => `Last changed ${date}`,
    lastSeen: (date: string) => `Last confirmed ${date}`,
    history: 'Who set this',
    read: (by: string, date: string) => `Mail of ${date}, saved by ${by}`,
    typed: (by: string, date: string) => `Typed by ${by}, ${date}`,
    imported: (by: string, date: string) => `Imported by ${by}, ${date}`,
    knownBy: 'Known to',
    met: (mails: number, first: string, last: string) => `${counted(mails, 'mail', 'mails')}, ${first} – ${last}`,
    edit: 'Edit',
    tagsHint: 'Separated by commas',
    outdated: 'Somebody changed it meanwhile:',
    delete: 'Delete',
    askDelete: 'Delete this contact?',
    askDeleteText:
      'It goes from everybody’s list. You can undo it for 24 hours; then its values, their history and who knows the person go for good.',
    fromNowOn: 'From now on',
    block: 'Never suggest this person to me',
    blockForAll: 'Never suggest this person to anybody in the organisation',
    blockText: 'What is kept for that is a digest of the addresses. It does not tell who the person was.',
    blockedForAll: 'Nobody in the organisation gets suggestions of this person any more.',
    deleted: 'Contact deleted',
  },

  undos: {
    title: 'What I did',
    none: 'Nothing to undo.',
    count: (count: number) => `${count} entries`,
    kinds: {
      accept: 'Saved',
      dismiss: 'Dismissed',
      bulk: 'Several at once',
      edit: 'Edited',
      delete: 'Deleted',
      merge: 'Merged',
      unmerge: 'Separated',
      import: 'Imported',
      suppress: 'Not suggested',
      unsuppress: 'Taken back',
    } satisfies Record<UndoItem['kind'], string>,
  },

  settings: {
    title: 'Settings',
    usersOf: 'Users of Contact Inbox',
    integrations: 'Integrations',
    organisation: 'The organisation',
    on: 'On',
    off: 'Off',
    open: 'Open',
    change: 'Change',
    save: 'Save',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    switchedOn: 'Contact Inbox is on again.',
    askOff: 'Switch Contact Inbox off?',
    askOffText:
      'Nobody in your organisation can use it until an admin switches it on again. Contacts, suggestions and the list of users are kept.',
    users: (count: number) => `Enabled users: ${count}`,
    hits: (count: number) => `${counted(count, 'user', 'users')} found`,
    none: 'Nobody is enabled. Paste the addresses of those who may use Contact Inbox.',
    noHits: (q: string) => `No enabled user has “${q}” in the address.`,
    search: 'Search enabled users',
    add: 'Enable users',
    addresses: 'Addresses',
    addressesHint: 'One or many: a@example.com, or “Name <a@example.com>”, separated by commas or lines',
    enable: 'Enable',
    disable: 'Disable',
    disableNamed: (email: string) => `Disable ${email}`,
    enableAgain: 'Enable again',
    enabledNote: (count: number) => `${counted(count, 'user', 'users')} enabled`,
    disabledNote: (email: string) => `${email} disabled`,
    alreadyEnabled: 'Already enabled; nothing changed',
    typeAddresses: 'Type or paste at least one address.',
    unreadable: (count: number) => `Not understood: ${counted(count, 'entry', 'entries')}`,
    unreadableText: 'Left in the box. Correct them, then press Enable again.',
    notSent: 'Not sent yet',
    notSentText:
      'Your changes are kept here, but the contact store has not taken them. They are sent again when you open Settings.',
    sendAgain: 'Send again',
    sent: 'Sent. The contact store has your list.',
    differs: 'Two lists differ',
    differsText: (here: number, there: number) =>
      `This add-on's list has ${counted(here, 'user', 'users')}; the contact store has a newer one with ${there}. Until you choose, nothing is changed.`,
    useStores: "Use the store's list",
    useOurs: 'Replace it by this list',
    usedStores: (count: number) => `Taken over: ${counted(count, 'user', 'users')}`,
    switchedOff:
      'An admin has switched Contact Inbox off: nobody in your organisation can use it until it is on again.',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  },

  /** Reading mailboxes through Google: the admin's part. */
  google: {
    title: 'Google: automatic suggestions',
    short: 'Google',
    text: 'New mail of the users you choose is read, and who signed it is suggested to them. Four steps:',
    step: (number: number, done: boolean) => `${number} · ${done ? 'Done' : 'To do'}`,
    permitted: 'Permitted for your organisation',
    key: 'Service account key',
    noKey: 'None is registered',
    switch: 'Switched on',
    changed: (day: string, by: string) => `${day}, ${by}`,
    users: 'Users started',
    nobody: 'Nobody yet',
    register: 'Register',
    failing: (count: number) => `${counted(count, 'mailbox', 'mailboxes')} cannot be read`,
    failingText: 'Open the users: each says the cause and how to mend it.',
    outbox: 'The contact store has no mail server: mails to admins wait in its outbox.',
  },

  key: {
    project: 'Project',
    account: 'Account',
    id: 'Key ID',
    fingerprint: 'Fingerprint',
    registered: 'Registered',
    usedBy: 'Used by',
    unconfirmed: 'Not confirmed by Google yet',
    unconfirmedText: (code: string) =>
      `Google does not let it read your own mailbox (${code}). Enter both lines below; it can take 24 hours.`,
    delegate: 'In the Google Admin console',
    delegateText: 'Security → API controls → Manage Domain Wide Delegation → Add new. Enter both as they stand here.',
    clientId: 'Client ID',
    scopes: 'OAuth scopes',
    issue: 'How to issue a key',
    issueText:
      '1. In the Google Cloud console, create a project and enable the Gmail API.\n2. IAM and admin → Service accounts → Create. It needs no role.\n3. Keys → Add key → Create new key → JSON.\n4. Open the file as text, copy all of it, paste it here.',
    guide: 'Guide with every step',
    replace: 'Replace the key',
    paste: 'Content of the JSON file',
    pasteHint: 'From the first { to the last }. It is never shown again.',
    attached: 'Or without a key: the account’s address',
    attachedHint: 'For a store that runs in Google Cloud with a service account attached',
    nothing: 'Paste the content of the JSON file.',
    wrong: (fields: string) =>
      `Missing or wrong in the file: ${fields}. Check it and paste it again. Nothing was saved.`,
    saved: 'Key registered',
    delete: 'Delete key',
    askDelete: 'Delete this key?',
    askDeleteText: (functions: string) =>
      `${functions ? `It stops: ${functions}. ` : ''}The users’ mailboxes are not read until another key is registered; contacts and suggestions are kept.`,
    deleted: 'Key deleted',
  },

  switches: {
    title: 'On and off',
    contactInbox: 'Automatic suggestions',
    activity: 'Activity: who wrote with whom, from headers only',
    notice:
      'Saving starts nothing by itself: you choose the users. Only the values found and the signature lines are kept. Every contact that is saved counts towards your contacts of the period. All admins get a mail.',
    saved: 'Saved',
    same: 'Nothing was changed.',
    askOff: 'Switch off?',
    askOffText: 'Reading stops at once, and suggestions it made that still wait are hidden. Contacts are kept.',
  },

  scan: {
    title: 'What is read',
    backfill: 'Days to read back when a user is started',
    sent: 'Mails that users sent',
    read: 'Are read',
    leftOut: 'Are left out',
    promotions: 'Promotions and other tabs of Gmail',
    labels: 'Only mails with these labels',
    labelsHint: 'Gmail’s labels, separated by commas; empty: the inbox',
    after: 'Only mails since',
    afterHint: 'As 2026-01-31; empty: no limit',
    invalid: (what: string) => `Not understood: ${what}`,
  },

  linkages: {
    title: 'Users and their mailboxes',
    search: 'Name or address',
    status: 'Status',
    all: 'All',
    statuses: {
      'not-started': 'Not started',
      starting: 'Starting',
      active: 'Active',
      'authentication-error': 'Authentication error',
      unauthorized: 'Unauthorized',
      'linkage-error': 'Linkage error',
      disabled: 'Disabled',
    } satisfies Record<LinkageStatus, string>,
    found: (count: number) => counted(count, 'user', 'users'),
    elsewhere: (count: number) => `Chosen on other pages: ${count}`,
    allFound: (count: number) => `Choose all ${count}`,
    allChosen: (count: number) => `All ${counted(count, 'user', 'users')} of this list are chosen`,
    chosen: 'Chosen users',
    start: 'Start',
    retry: 'Retry',
    disable: 'Disable',
    startChosen: 'Start chosen',
    retryChosen: 'Retry chosen',
    disableChosen: 'Disable chosen',
    nobody: 'Nobody is enabled yet. Add users of Contact Inbox first.',
    noHits: 'Nobody fits.',
    tooMany: 'At most 500 at once. Choose all of a list instead.',
    askDisable: 'Disable?',
    askDisableText:
      'Their mailboxes are read no longer, and automatic suggestions that wait are hidden. Contacts are kept. Starting again does not read old mail.',
    results: (count: number) => counted(count, 'result', 'results'),
    outcomes: {
      started: 'Started',
      already: 'Was started before',
      'not-enabled': 'Not started: is not a user of Contact Inbox',
      'not-linked': 'Nothing to do: was never started',
      disabled: 'Disabled',
      retried: 'Is tried again',
    } satisfies Record<LinkageResults['results'][number]['outcome'], string>,
    more: (count: number) => `and ${count} more`,
    cause: 'Cause',
    fix: 'How to mend it',
    reference: 'Reference code for support',
    lastSuccess: 'Last success',
    nextTry: 'Next try',
    started: 'Started',
    read: 'Mails read',
    suggested: 'Suggestions made',
    left: 'Left out',
    tryOut: 'Try out',
    tryOutText: 'Reads the last 7 days and keeps nothing.',
    tried: (count: number) => `${counted(count, 'mail', 'mails')} read, nothing kept`,
    wouldSuggest: 'Would suggest',
    none: 'Nobody',
  },

  directory: {
    title: 'From the directory',
    groups: 'Groups',
    units: 'Organisational units',
    noPeople: 'Nobody fits.',
    enabled: (email: string) => `${email} (enabled)`,
    enable: 'Enable chosen',
    enableAll: 'Enable everybody here',
    goOn: 'Many people: press again to go on.',
  },

  /** Of a suggestion that was made from a linked mailbox. */
  automatic: {
    from: (day: string) => `Automatic, from the mail of ${day}`,
    open: 'Open mail',
  },
};
