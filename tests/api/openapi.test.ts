import { openApiDocument } from '../../src/api/openapi.ts';
import { type Operation, problemsOf } from '../../src/api/operation.ts';
import { operations } from '../../src/api/operations.ts';
import { problems } from '../../src/api/problems.ts';
import { type OperationId, routes } from '../../src/api/routes.ts';

interface Described {
  operationId: string;
  summary: string;
  tags: string[];
  security: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { required: boolean; content: Record<string, object> };
  responses: Record<string, { description: string }>;
}

const document = JSON.parse(JSON.stringify(openApiDocument()));

test('it is OpenAPI 3.1 and says how to prove who one is', () =>
  expect(document).toMatchObject({
    openapi: '3.1.0',
    components: { securitySchemes: { identityToken: { type: 'http', scheme: 'bearer' } } },
  }));

describe.each(Object.keys(routes) as OperationId[])('%s', (id) => {
  const operation: Operation = operations[id];
  const described: Described = document.paths[routes[id].path]?.[routes[id].method.toLowerCase()];

  test('is there, under its name and behind a token', () =>
    expect(described).toMatchObject({
      operationId: id,
      summary: operation.summary,
      security: [{ identityToken: [] }],
    }));

  test('stands under one heading', () => expect(described.tags).toHaveLength(1));

  test('names every problem it can answer with, under its status', () => {
    for (const code of problemsOf(operation)) {
      const listed = described.responses[problems[code].status]?.description.split(', ');
      expect(listed).toContain(code);
    }
  });

  test('takes an Idempotency-Key exactly when it writes, and a body exactly when it has one', () => {
    const key = described.parameters?.find((parameter) => parameter.name === 'idempotency-key');
    expect(key !== undefined).toBe(operation.write);
    expect(described.requestBody !== undefined).toBe(operation.body !== undefined);
  });

  test('names the parameters in its path', () => {
    const inPath = [...routes[id].path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const named = described.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? [];
    expect(named).toEqual(inPath);
  });
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(references.length).toBeGreaterThan(20);
  for (const reference of new Set(references)) {
    const target = reference
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document);
    expect([reference, target]).toEqual([reference, expect.any(Object)]);
  }
});

test('every problem type is listed with status and title', () =>
  expect(document['x-problems']).toEqual(
    Object.entries(problems).map(([code, { status, title }]) => ({ type: `/problems/${code}`, code, status, title })),
  ));
