import type { Setup } from '../protocol.ts';
import { type Gmail, gmail } from './gmail.ts';
import { openPermissions } from './permissions.ts';
import { previewBar } from './preview-bar.ts';
import { server } from './server-calls.ts';
import { readSettings, type Settings, writeSettings } from './settings.ts';
import { words as allWords } from './words.ts';

/** The whole page: the preview's bar, and Gmail below it, drawn anew when the user, the language or the screen changes. */
export function showPreview(setup: Setup): void {
  let settings = readSettings();
  let shown: Gmail | undefined;

  const draw = () => {
    shown?.remove();
    const words = allWords[settings.language];
    const person = setup.people.find(({ email }) => email === settings.user) ?? setup.people[0];
    if (!person) throw new Error('The preview has no people');
    const grant = async (scopes: string[]) => {
      const answer = await server.consent({ user: person.email, scopes });
      person.grantedScopes = answer.grantedScopes;
    };
    const bar = previewBar({
      words,
      setup,
      settings,
      user: person.email,
      change,
      openPermissions: () =>
        openPermissions({
          words: words.permissions,
          userName: person.name,
          scopes: setup.scopes,
          granted: person.grantedScopes,
          save: (scopes) => void grant(scopes).then(draw),
        }),
    });
    shown = gmail({
      words,
      settings,
      addOn: setup.addOn,
      person,
      onCall: bar.showCall,
      grant: (missing) => grant([...new Set([...person.grantedScopes, ...missing])]),
      keepPanel: (panelOpen) => keep({ panelOpen }),
    });
    document.documentElement.lang = settings.language;
    document.title = `${words.mail.brand} – Contact Inbox`;
    document.body.replaceChildren(bar.element, shown.element);
  };

  const keep = (changes: Partial<Settings>) => {
    settings = { ...settings, ...changes };
    writeSettings(settings);
  };

  const change = (changes: Partial<Settings>) => {
    const choice = document.activeElement?.getAttribute('data-choice');
    keep(changes);
    draw();
    const selector = choice ? `[data-choice="${choice}"]` : '.preview-bar select';
    document.querySelector<HTMLElement>(selector)?.focus();
  };

  draw();
}
