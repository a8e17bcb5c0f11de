/** A LIKE pattern for text that contains the given one; its wildcards stand for themselves. */
export const likeContaining = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
