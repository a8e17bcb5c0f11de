import type { Change } from '../../api/types.ts';
import type { Messages } from '../messages/messages.ts';
import { shown } from '../text.ts';

/** `Title: Manager → Director`, plain text. */
export function changeText(t: Messages, { field, old, new: next }: Change): string {
  const name = names(t)[field];
  return old === null
    ? t.suggestion.added(name, shown(next, 120))
    : t.suggestion.change(name, shown(old, 120), shown(next, 120));
}

const names = ({ fields }: Messages): Record<Change['field'], string> => ({
  fn: fields.fn,
  n: fields.n,
  phonetic: fields.phonetic,
  org: fields.org,
  title: fields.title,
  email: fields.email,
  tel: fields.tel,
  adr: fields.adr,
  url: fields.url,
  social: fields.social,
});
