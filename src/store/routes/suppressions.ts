import { suppressionAnswer } from '../answers.ts';
import { offerUndo } from '../commands/offer-undo.ts';
import { removeSuppression, scopesOf, suppressDomain, suppressPerson } from '../commands/suppress.ts';
import { ownerIn } from '../context.ts';
import { readTimeCursor, timeCursorAt } from '../cursor.ts';
import { pageOf } from '../page.ts';
import { listSuppressions } from '../sql/suppressions.ts';
import type { Handlers } from './handlers.ts';

export const suppressions: Handlers<'listSuppressions' | 'removeSuppression' | 'addSuppression'> = {
  async listSuppressions(context, { query: { limit, cursor } }) {
    const filter = { scopes: scopesOf(context), after: readTimeCursor(cursor), limit: limit + 1 };
    const found = await listSuppressions(context.db, ownerIn(context), filter);
    const { page, ...next } = pageOf(found, limit, (last) => timeCursorAt(last.createdAt, last.id));
    return { items: page.map(suppressionAnswer), ...next };
  },

  async removeSuppression(context, { params }) {
    const steps = await removeSuppression(context, params.suppressionId);
    return { undo: await offerUndo(context, { kind: 'unsuppress', steps }) };
  },

  async addSuppression(context, { body }) {
    const scope = { scope: 'organisation' } as const;
    const { suppression, undo } =
      'domain' in body
        ? await suppressDomain(context, body.domain, scope)
        : await suppressPerson(context, body.emails, scope);
    return {
      suppression: suppressionAnswer(suppression),
      undo: await offerUndo(context, { kind: 'suppress', steps: undo }),
    };
  },
};
