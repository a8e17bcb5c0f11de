import { h } from './dom.ts';
import type { Words } from './words.ts';

export interface PermissionsOptions {
  words: Words['permissions'];
  userName: string;
  scopes: string[];
  granted: string[];
  save(scopes: string[]): void;
}

/** A dialog that stands for Google's consent screen: which of the manifest's scopes the user allows. */
export function openPermissions({ words, userName, scopes, granted, save }: PermissionsOptions): void {
  const boxes = scopes.map((scope) => {
    const input = h('input', { type: 'checkbox', class: 'checkbox', value: scope });
    input.checked = granted.includes(scope);
    return { input, row: h('label', { class: 'scope' }, input, h('span', {}, scope)) };
  });
  const dialog = h('dialog', { class: 'permissions', 'aria-label': words.title });
  const finish = (scopesToSave?: string[]) => {
    dialog.close();
    if (scopesToSave) save(scopesToSave);
  };
  const chosen = () => boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
  dialog.append(
    h('h2', {}, words.title),
    h('p', {}, words.text(userName)),
    ...boxes.map(({ row }) => row),
    h(
      'div',
      { class: 'dialog-buttons' },
      h('button', { type: 'button', class: 'card-button outlined', on: { click: () => finish() } }, words.cancel),
      h('button', { type: 'button', class: 'card-button filled', on: { click: () => finish(chosen()) } }, words.save),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
