import type { Google } from '../../api/types.ts';
import { asAdmin } from '../access.ts';
import type { Call } from '../call.ts';
import { askCard } from '../cards/ask-card.ts';
import { googleCard } from '../cards/google-card.ts';
import { functionsText, keyCard } from '../cards/key-card.ts';
import { scanCard } from '../cards/scan-card.ts';
import { functionNames, noticeOf, switchesCard } from '../cards/switches-card.ts';
import { button } from '../cards/widgets.ts';
import { dayText } from '../dates.ts';
import { Problem } from '../problem.ts';
import { type ActionResponse, goBack, notify, replace, replaceBelow, replaceBoth, show } from '../respond.ts';
import { newId } from '../services/ids.ts';
import { storePage } from '../services/store.ts';
import { clean } from '../text.ts';

/** The steps to automatic suggestions. */
export const openGoogle = (call: Call) => show(call, steps(call));

export function openSwitches(call: Call) {
  const { answers } = asAdmin(call, { id: 'getGoogle' });
  return show(call, switchesCard(call.t, answers[0]));
}

/** Saves what was chosen once an admin accepts the notice of what is switched on, and knows what stops by what is switched off. */
export function saveSwitches(call: Call): ActionResponse {
  const { answers } = asAdmin(call, { id: 'getGoogle' });
  const [google] = answers;
  const { revision = '' } = call.parameters;
  if (isOutdated(call, google)) return replace(switchesCard(call.t, google), outdatedNote(call));
  const chosen = functionNames.filter((name) => call.form[`${name}.${revision}`]);
  const changed = chosen.filter((name) => google.functions[name].on !== (call.form[`${name}.${revision}`] === 'on'));
  if (changed.length === 0) return goBack(call.t.switches.same);
  const off = changed.filter((name) => google.functions[name].on);
  const on = changed.filter((name) => !off.includes(name));
  if (on.length && !google.key) throw new Problem('key-missing', 'Nothing can be switched on without a key');
  const ids = { revision, on: on.join(' '), off: off.join(' ') };
  const { t } = call;
  const { switches, settings } = t;
  return show(
    call,
    askCard(t, {
      title: on.length ? switches.askOn : switches.askOff,
      subject: changed.map((name) => switches[name]).join(', '),
      text: [on.length && noticeOf(t), off.length && switches.askOffText].filter(Boolean).join('\n'),
      go: button(on.length ? switches.accept : settings.switchOff, 'setFunctions', ids, 'filled'),
    }),
  );
}

/** Switches on and off what the parameters name; the store decides whether it may be. */
export function setFunctions(call: Call) {
  const { revision, on = '', off = '' } = call.parameters;
  const { store } = asAdmin(call);
  const functions = Object.fromEntries(
    functionNames.filter((name) => `${on} ${off}`.includes(name)).map((name) => [name, on.includes(name)]),
  );
  const body = { revision: Number(revision) || 0, functions, ...(on && { noticeAccepted: true as const }) };
  store.call({ id: 'changeGoogle', key: newId(), body });
  return replaceBelow(steps(call), call.t.switches.saved, 2);
}

export function openKey(call: Call) {
  const [google] = asAdmin(call, { id: 'getGoogle' }).answers;
  return show(call, keyForm(call, google));
}

/** Registers what was pasted. Wrong, it says what is missing, saves nothing, and the box keeps what stands in it. */
export function setKey(call: Call) {
  const { store, answers } = asAdmin(call, { id: 'getGoogle' });
  const [before] = answers;
  const keyFile = typed(call, 'keyFile');
  const attached = typed(call, 'attached').toLowerCase();
  if (!keyFile && !attached) return notify(call.t.key.nothing);
  try {
    const body = keyFile ? { keyFile } : { attached };
    const google = store.call({ id: 'setServiceAccount', key: newId(), body });
    return replaceBoth(stepsOf(call, google), keyForm(call, google), call.t.key.saved);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { text, title } = call.t.problems[error.code];
    const { errors = [], explained } = error.answer;
    const fields = errors.map(({ path }) => path).filter((path) => path !== 'keyFile');
    if (error.code === 'key-file-invalid')
      return replace(keyForm(call, before, fields.length ? call.t.key.wrong(fields.join(', ')) : text), title);
    if (error.code === 'request-invalid') return replace(keyForm(call, before, text), title);
    if (error.code === 'key-refused')
      return replace(keyForm(call, before, `${explained?.[call.t.lang] ?? ''} ${text}`), title);
    throw error;
  }
}

export function askDeleteKey(call: Call): ActionResponse {
  const [{ key }] = asAdmin(call, { id: 'getGoogle' }).answers;
  const { t } = call;
  if (!key) return goBack();
  return show(
    call,
    askCard(t, {
      title: t.key.askDelete,
      subject: key.account,
      text: t.key.askDeleteText(functionsText(t, key)),
      go: button(t.key.delete, 'deleteKey', {}, 'filled'),
    }),
  );
}

export function deleteKey(call: Call) {
  const google = asAdmin(call).store.call({ id: 'deleteServiceAccount', key: newId() });
  return replaceBelow(stepsOf(call, google), call.t.key.deleted, 2);
}

export function openScan(call: Call) {
  const [google] = asAdmin(call, { id: 'getGoogle' }).answers;
  return show(call, scanCard(call.t, google));
}

/** Which mails are read. What is left untouched stays. */
export function saveScan(call: Call) {
  const { store, answers } = asAdmin(call, { id: 'getGoogle' });
  const { t } = call;
  if (isOutdated(call, answers[0])) return replace(scanCard(t, answers[0]), outdatedNote(call));
  const days = typed(call, 'backfillDays');
  const after = typed(call, 'after');
  const wrong = [
    /^\d{1,3}$/.test(days) && Number(days) <= 365 ? '' : t.scan.backfill,
    !after || !Number.isNaN(Date.parse(`${after}T00:00:00Z`)) ? '' : t.scan.after,
  ].filter(Boolean);
  if (wrong.length) return replace(scanCard(t, answers[0], t.scan.invalid(wrong.join(', '))), t.invalid.title);
  const settings = {
    backfillDays: Number(days),
    labels: typed(call, 'labels')
      .split(/[,、，\n]/)
      .map((label) => label.trim())
      .filter(Boolean),
    after: after ? `${after}T00:00:00.000Z` : null,
    ...(typed(call, 'sentMail') && { sentMail: typed(call, 'sentMail') === 'on' }),
    ...(typed(call, 'promotions') && { skipPromotions: typed(call, 'promotions') === 'off' }),
  };
  store.call({ id: 'changeGoogle', key: newId(), body: { revision: Number(call.parameters.revision) || 0, settings } });
  return goBack(t.switches.saved);
}

/** Another admin saved since the form was made: they are shown it anew, before what was untouched in it undoes that. */
const isOutdated = ({ parameters }: Call, { revision }: Google): boolean => parameters.revision !== String(revision);
const outdatedNote = ({ t }: Call): string => t.problems['settings-outdated'].title;

/** A field of the form, whose name ends in the revision that the form was made of. */
function typed({ form }: Call, name: string): string {
  const field = Object.keys(form).find((one) => one.startsWith(`${name}.`));
  return clean((field && form[field]) || '').trim();
}

const steps = (call: Call) => stepsOf(call, ...asAdmin(call, { id: 'getGoogle' }).answers);

const stepsOf = (call: Call, google: Google) =>
  googleCard({ t: call.t, google, day: (instant) => dayText(call, instant) });

/** The guide has one language more than the cards. */
const guides: Record<string, string> = { ja: '.ja', zh: '.zh' };

const keyForm = (call: Call, google: Google, refused?: string) =>
  keyCard({
    t: call.t,
    google,
    refused,
    day: (instant) => dayText(call, instant),
    guide: storePage(`docs/admin${guides[call.lang] ?? ''}`),
  });
