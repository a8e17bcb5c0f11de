import { type Context, Hono } from 'hono';
import type { EmulatedGoogle } from '../emulated-google.ts';
import { tokenLifetimeSeconds } from './access-tokens.ts';

/**
 * What a machine in Google's cloud asks for its own identity (cloud.google.com/compute/docs/metadata): the service account
 * attached to it. Google's libraries find it here when GCE_METADATA_HOST names this host and port. Every request and answer
 * carries `Metadata-Flavor: Google`.
 */
export function metadataServer(google: EmulatedGoogle): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (context.req.header('metadata-flavor') !== 'Google') return context.text('Missing Metadata-Flavor header.', 403);
    await next();
    context.header('metadata-flavor', 'Google');
  });
  app.get('/instance', ({ text }) => text('service-accounts/\n'));
  app.get('/instance/service-accounts/default/email', (context) =>
    google.attachedAccount ? context.text(google.attachedAccount) : nothingAttached(context),
  );
  app.get('/instance/service-accounts/default/token', (context) => {
    if (!google.attachedAccount) return nothingAttached(context);
    const { email, projectId } = google.serviceAccounts.get(google.attachedAccount);
    const scopes = new Set((context.req.query('scopes') ?? cloudPlatform).split(','));
    const access_token = google.accessTokens.issue({ serviceAccount: email, projectId, scopes });
    return context.json({ access_token, expires_in: tokenLifetimeSeconds, token_type: 'Bearer' });
  });
  return app;
}

const cloudPlatform = 'https://www.googleapis.com/auth/cloud-platform';

const nothingAttached = ({ text }: Context) => text('No service account is attached.', 404);
