import { ApiError, fieldViolation, invalidArgument } from './api-error.ts';

/** Which fields an answer can have: `true` for a value, a function for an object or a list of objects. */
export interface Shape {
  [field: string]: true | (() => Shape);
}

/**
 * Cuts an answer down to what a `fields` parameter selects: `a,b/c,d(e,f)`, `*` for all fields of a level
 * (developers.google.com/workspace/gmail/api/guides/performance). A path that the answer cannot have is refused, as
 * Google does; a field that it only has not this time is left out.
 */
export function selectFields(answer: object, fields: string, shape: Shape): object {
  return pick(answer, readMask(fields, shape)) as object;
}

/** Undefined below a field: all of it. */
interface Mask {
  [field: string]: Mask | undefined;
}

function pick(value: unknown, mask: Mask | undefined): unknown {
  if (!mask || value === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  const picked: Record<string, unknown> = {};
  for (const [field, below] of Object.entries(mask)) {
    const found = (value as Record<string, unknown>)[field];
    if (found !== undefined) picked[field] = pick(found, below);
  }
  return picked;
}

/** Masks are few and repeat with every request. */
const masksRead = new WeakMap<Shape, Map<string, Mask>>();

function readMask(fields: string, shape: Shape): Mask {
  const known = masksRead.get(shape) ?? new Map<string, Mask>();
  masksRead.set(shape, known);
  const found = known.get(fields);
  if (found) return found;
  const mask = new MaskReader(fields).read(shape);
  if (known.size < 100) known.set(fields, mask);
  return mask;
}

class MaskReader {
  private readonly tokens: string[];
  private at = 0;

  constructor(private readonly fields: string) {
    this.tokens = fields.match(/[A-Za-z0-9_*]+|[(),/]|\S/g) ?? [];
  }

  read(shape: Shape): Mask {
    const mask = this.list(shape, []);
    if (this.at < this.tokens.length) throw this.refusal(this.tokens.slice(this.at).join(''));
    return mask;
  }

  private list(shape: Shape, path: string[]): Mask {
    const mask: Mask = {};
    do {
      const [field, below] = this.item(shape, path);
      const fields = field === '*' ? Object.keys(shape) : [field];
      for (const each of fields) mask[each] = each in mask ? merged(mask[each], below) : below;
    } while (this.accept(','));
    return mask;
  }

  private item(shape: Shape, path: string[]): [string, Mask | undefined] {
    const field = this.tokens[this.at++] ?? '';
    const here = [...path, field];
    const below = field === '*' ? true : Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (below === undefined) throw this.refusal(here.join('.'));
    if (this.accept('/')) {
      if (below === true) throw this.refusal([...here, this.tokens[this.at] ?? ''].join('.'));
      const [inner, mask] = this.item(below(), here);
      return [field, inner === '*' ? undefined : { [inner]: mask }];
    }
    if (!this.accept('(')) return [field, undefined];
    if (below === true) throw this.refusal([...here, this.tokens[this.at] ?? ''].join('.'));
    const mask = this.list(below(), here);
    if (!this.accept(')')) throw this.refusal(here.join('.'));
    return [field, mask];
  }

  private accept(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private refusal(path: string): ApiError {
    const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
    const details = [fieldViolation(this.fields, description)];
    return new ApiError(invalidArgument('Request contains an invalid argument.', details));
  }
}

/** Both selections of one field: `a/b,a/c` is `a(b,c)`. */
function merged(a: Mask | undefined, b: Mask | undefined): Mask | undefined {
  if (!a || !b) return undefined;
  const both: Mask = { ...a };
  for (const [field, below] of Object.entries(b)) both[field] = field in both ? merged(both[field], below) : below;
  return both;
}
