import { OpenAPIHono } from '@hono/zod-openapi';
import { routeOf } from './operations.ts';
import { type ProblemCode, problems } from './problems.ts';
import { type OperationId, routes } from './routes.ts';

/** The API as an OpenAPI 3.1 document, made from the operations. `x-problems` lists every problem type (RFC 9457). */
export function openApiDocument(): object {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  openAPIRegistry.registerComponent('securitySchemes', 'identityToken', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: "Google's identity token of the user, as ScriptApp.getIdentityToken() gives it.",
  });
  for (const id of Object.keys(routes) as OperationId[]) openAPIRegistry.registerPath(routeOf(id));
  return {
    ...getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Contact Inbox store',
        version: '1',
        description: 'Contacts of an organisation, and the suggestions read from mail that become contacts.',
      },
    }),
    'x-problems': (Object.keys(problems) as ProblemCode[]).map((code) => ({
      type: `/problems/${code}`,
      code,
      ...problems[code],
    })),
  };
}
