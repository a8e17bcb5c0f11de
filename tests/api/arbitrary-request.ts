import fc from 'fast-check';
import { openApiDocument } from '../../src/api/openapi.ts';
import { type OperationId, routes } from '../../src/api/routes.ts';

/** The parts of JSON Schema that the API document uses; another one is an error, so that none is passed over. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Described {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface ArbitraryRequest {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body?: unknown;
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
};

/**
 * Requests for an operation as the API document describes it. `spoilt`: how many values in a hundred are something else,
 * how many members in a hundred are missing or too many. `ids`: what ids are taken from, beside those of nothing.
 */
export function arbitraryRequest(id: OperationId, spoilt: number, ids: string[]): fc.Arbitrary<ArbitraryRequest> {
  const { method, path } = routes[id];
  const described = document.paths[path]?.[method.toLowerCase()];
  if (!described) throw new Error(`The API document lacks ${id}`);
  const from = generator(spoilt, ids);
  const parameters = (place: string) => {
    const named = (described.parameters ?? []).filter((parameter) => parameter.in === place);
    // An empty segment would be the path of something else.
    const value = (schema: Schema) =>
      place === 'path' ? from(schema).filter((one) => String(one) !== '') : from(schema);
    return fc.record(Object.fromEntries(named.map(({ name, schema }) => [name, value(schema)])), {
      requiredKeys: place === 'path' ? named.map(({ name }) => name) : [],
    });
  };
  const body = described.requestBody?.content['application/json']?.schema;
  const parts = { params: parameters('path'), query: parameters('query') };
  return body ? fc.record({ ...parts, body: from(body) }) : fc.record(parts);
}

function generator(spoilt: number, ids: string[]): (schema: Schema) => fc.Arbitrary<unknown> {
  const spoil = (arbitrary: fc.Arbitrary<unknown>) =>
    spoilt === 0 ? arbitrary : fc.oneof({ arbitrary, weight: 100 - spoilt }, { arbitrary: hostile, weight: spoilt });

  const from = (schema: Schema): fc.Arbitrary<unknown> => {
    if (schema.$ref) return from(resolved(schema));
    if (schema.const !== undefined) return spoil(fc.constant(schema.const));
    if (schema.enum) return spoil(fc.constantFrom(...schema.enum));
    if (schema.allOf) return from(merged(schema.allOf));
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map(from));
    if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => from({ ...schema, type })));
    switch (schema.type) {
      case 'null':
        return spoil(fc.constant(null));
      case 'boolean':
        return spoil(fc.boolean());
      case 'integer':
      case 'number':
        return spoil(numbers(schema));
      case 'string':
        return spoil(strings(schema, ids));
      case 'array':
        return spoil(fc.array(from(schema.items ?? {}), { minLength: schema.minItems, maxLength: 3 }));
      case 'object':
        return spoil(objects(schema));
      case undefined:
        return fc.jsonValue();
      default:
        throw new Error(`The API document holds a schema of type ${schema.type}`);
    }
  };

  const objects = ({ properties = {}, required = [], additionalProperties, propertyNames }: Schema) => {
    const members = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, from(schema)]));
    const whole = fc.record(members, { requiredKeys: required });
    const others =
      typeof additionalProperties === 'object'
        ? fc.dictionary(strings(propertyNames ?? {}, ids), from(additionalProperties), { maxKeys: 3 })
        : fc.constant({});
    const fitting = fc.tuple(others, whole).map(([other, known]) => ({ ...other, ...known }));
    if (spoilt === 0) return fitting;
    const lacking = fc.record(members, { requiredKeys: [] });
    const overfull = fc.tuple(whole, fc.string(), hostile).map(([known, name, value]) => ({ ...known, [name]: value }));
    return fc.oneof(
      { arbitrary: fitting, weight: 100 - spoilt },
      { arbitrary: fc.oneof(lacking, overfull), weight: spoilt },
    );
  };

  return from;
}

function merged(parts: Schema[]): Schema {
  const schemas = parts.map(resolved);
  return {
    ...Object.assign({}, ...schemas),
    properties: Object.assign({}, ...schemas.map(({ properties }) => properties)),
    required: schemas.flatMap(({ required = [] }) => required),
  };
}

function resolved(schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`The API document lacks ${schema.$ref}`);
  return found;
}

function numbers({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? -1e6, exclusiveMinimum === undefined ? -1e6 : exclusiveMinimum + 1);
  const max = Math.min(maximum ?? 1e6, exclusiveMaximum === undefined ? 1e6 : exclusiveMaximum - 1);
  const top = Math.max(min, max);
  const small = fc.integer({ min, max: Math.min(top, min + 10) });
  return fc.oneof(
    small,
    fc.integer({ min, max: top }),
    type === 'number' ? fc.double({ min, max: top, noNaN: true }) : small,
  );
}

function strings({ format, pattern, minLength = 0, maxLength = 1000 }: Schema, ids: string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return ids.length > 0 ? fc.oneof(fc.uuid(), fc.constantFrom(...ids)) : fc.uuid();
  if (format === 'date-time') {
    const years = { min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true };
    return fc.date(years).map((date) => date.toISOString());
  }
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(text));
  const likely = [
    'ana@example.com',
    'example.com',
    'Ana Ruiz',
    '青空商事',
    '+12125550142',
    'https://example.com/',
    '',
  ].filter(fits);
  // What is made from a pattern may nearly always be too long, as for domains: where ours fit, they do.
  if (pattern && likely.length > 0) return fc.constantFrom(...likely);
  const any = pattern ? fc.stringMatching(new RegExp(pattern, 'u')) : fc.string({ unit: 'grapheme' });
  return (likely.length > 0 ? fc.oneof(fc.constantFrom(...likely), any) : any).filter(fits);
}

/** Any but half a surrogate pair. fast-check's own, `binary`, makes a table of a million when it is made, which takes seconds. */
const codePoint = fc.nat(0x10ffff - 0x800).map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));

const hostile = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    '',
    'a\0b',
    'a\ud83d',
    '\ude00b',
    '\ufdfa'.repeat(300),
    'x'.repeat(5000),
    "'; drop table contacts; --",
    '%00',
    '../../etc/passwd',
    -1,
    2 ** 31,
    2 ** 53,
    1e308,
    0.5,
    true,
    [],
    {},
    [[[]]],
    { $ne: null },
    '2026-02-30T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
  ),
  fc.jsonValue(),
  fc.string({ unit: codePoint }),
);
