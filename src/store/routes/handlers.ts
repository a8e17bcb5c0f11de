import type { z } from 'zod';
import type { operations, ResponseOf } from '../../api/operations.ts';
import type { OperationId } from '../../api/routes.ts';
import type { Context } from '../context.ts';

/** What an operation's schemas made of a request. */
export interface Input<Id extends OperationId> {
  params: Out<Id, 'params'>;
  query: Out<Id, 'query'>;
  body: Out<Id, 'body'>;
}

/** Runs an operation inside the request's transaction, for a caller who was admitted. */
export type Handler<Id extends OperationId> = (context: Context, input: Input<Id>) => Promise<ResponseOf<Id>>;

export type Handlers<Ids extends OperationId = OperationId> = { [Id in Ids]: Handler<Id> };

type Out<Id extends OperationId, K extends string> = (typeof operations)[Id] extends {
  [P in K]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;
