import { createRequire } from 'node:module';
import protobuf from 'protobufjs';
import { type CardRules, rules, wholeCard } from './rules.ts';

/**
 * What Gmail would refuse or drop in a card: everything that is not JSON of google.apps.card.v1.Card (unknown fields,
 * wrong types, unknown enum values, two members of a oneof), and what breaks the rules that the schema cannot say.
 * Each problem begins with its place: `sections[0].widgets[2].textInput: …`.
 */
export function cardProblems(card: unknown, options: CardRules): string[] {
  const problems: string[] = [];
  const found: Found[] = [];
  walk(cardType(), card, '', problems, found);
  if (problems.length > 0) return problems;
  for (const { type, value, path } of found) {
    for (const problem of rules[type]?.(value, options) ?? []) problems.push(at(path, problem));
  }
  return [...problems, ...wholeCard(found)];
}

/** A message inside a card. */
export interface Found {
  /** Its type's name without package: `TextInput`, `CardHeader` … */
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: its fields have passed the schema
  value: any;
  path: string;
}

let cardDescriptor: protobuf.Type | undefined;

/** From the descriptors that @google-apps/chat ships, made from google/apps/card/v1/card.proto. */
function cardType(): protobuf.Type {
  cardDescriptor ??= protobuf.Root.fromJSON(
    createRequire(import.meta.url)('@google-apps/chat/build/protos/protos.json') as protobuf.INamespace,
  )
    .resolveAll()
    .lookupType('google.apps.card.v1.Card');
  return cardDescriptor;
}

function walk(type: protobuf.Type, value: unknown, path: string, problems: string[], found: Found[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(at(path, `must be an object of type ${type.name}`));
    return;
  }
  found.push({ type: type.name, value, path });
  for (const [name, fieldValue] of Object.entries(value)) {
    const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
    if (field) walkField(field, fieldValue, path ? `${path}.${name}` : name, problems, found);
    else problems.push(at(path, `${type.name} has no field ${name}`));
  }
  for (const { name, oneof } of type.oneofsArray) {
    const set = oneof.filter((member) => Object.hasOwn(value, member));
    if (set.length > 1) problems.push(at(path, `only one of ${set.join(', ')} may be set (${type.name}.${name})`));
  }
}

function walkField(field: protobuf.Field, value: unknown, path: string, problems: string[], found: Found[]): void {
  const values = field.repeated && Array.isArray(value) ? value : [value];
  if (field.repeated && !Array.isArray(value)) problems.push(at(path, 'must be a list'));
  values.forEach((one, index) => {
    const place = field.repeated ? `${path}[${index}]` : path;
    if (field.resolvedType instanceof protobuf.Type) walk(field.resolvedType, one, place, problems, found);
    else if (field.resolvedType instanceof protobuf.Enum) {
      if (typeof one !== 'string' || !Object.hasOwn(field.resolvedType.values, one)) {
        problems.push(at(place, `${JSON.stringify(one)} is not a value of ${field.resolvedType.name}`));
      }
    } else if (!scalars[field.type]?.(one)) problems.push(at(place, `must be of type ${field.type}`));
  });
}

/** As in proto3's JSON, int64 is a decimal string. */
const scalars: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  int32: (value) => Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31,
  int64: (value) => typeof value === 'string' && /^-?\d{1,19}$/.test(value),
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  double: (value) => typeof value === 'number' && Number.isFinite(value),
};

const at = (path: string, problem: string): string => (path ? `${path}: ${problem}` : problem);
