/** A new id, for what must be told apart from everything before it. */
export const newId = (): string => Utilities.getUuid();
