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

export type Handlers<Ids extends OperationId = Exclude<OperationId, FileId | AskingId>> = { [Id in Ids]: Handler<Id> };

/** An answer that is sent as it comes into being. */
export interface FileAnswer {
  /** Media type with its parameters. */
  type: string;
  name: string;
  pieces: AsyncIterable<string>;
}

/** Does some work in a transaction of its own, for a caller who is admitted anew: a long file holds no connection. */
export type Step = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

/** Makes a file. What it throws before the first piece is answered as a problem; after it, the answer breaks off. */
export type FileHandler<Id extends FileId> = (step: Step, input: Input<Id>) => FileAnswer;

export type FileHandlers = { [Id in FileId]: FileHandler<Id> };

/** Operations that answer with a file. */
export type FileId = {
  [Id in OperationId]: (typeof operations)[Id] extends { produces: readonly string[] } ? Id : never;
}[OperationId];

/**
 * Asks somebody else first, in no transaction, since the answer may take long; what it returns is then done in the request's.
 * Who calls is admitted by the steps it takes, and by that transaction.
 */
export type AskingHandler<Id extends AskingId> = (
  step: Step,
  input: Input<Id>,
) => Promise<(context: Context) => Promise<ResponseOf<Id>>>;

export type AskingHandlers = { [Id in AskingId]: AskingHandler<Id> };

/** Operations that need an answer from elsewhere. */
export type AskingId = 'setServiceAccount' | 'startLinkages' | 'tryLinkage' | 'listDirectory' | 'listDirectoryGroups';

type Out<Id extends OperationId, K extends string> = (typeof operations)[Id] extends {
  [P in K]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;
