import type { Context, MiddlewareHandler } from 'hono';

/**
 * Keeps the local server to the browser tab it is for. A foreign name in `Host` is refused (DNS rebinding); a POST must be
 * JSON and come from the page itself, so that no other site can send one.
 */
export const localOnly: MiddlewareHandler = async (context, next) => {
  if (!isLocalHost(context.req.header('host'))) return refuse(context, 403, 'This server answers on localhost only.');
  await next();
};

/** For the routes of the page; the store's own routes ask for a token instead. */
export const fromThisPage: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
  const { host, origin, 'content-type': type } = context.req.header();
  if (!origin || origin !== `http://${host}`)
    return refuse(context, 403, 'This request does not come from the preview.');
  if (!/^application\/json(?:;|$)/i.test(type ?? '')) return refuse(context, 415, 'The body must be application/json.');
  return next();
};

const refuse = (context: Context, status: 403 | 415, text: string) => context.text(text, status);

function isLocalHost(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');
}
