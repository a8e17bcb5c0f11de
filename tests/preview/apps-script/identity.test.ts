import { answering, callback, errorOf, google, manifest, notified, sakura, script, valueFrom } from './emulated.ts';

const without = (...scopes: string[]): object => ({
  ...manifest,
  oauthScopes: manifest.oauthScopes.filter((scope) => !scopes.includes(scope)),
});

test('Session', async () => {
  expect(
    await valueFrom(`return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(),
      Session.getActiveUserLocale(), Session.getScriptTimeZone()]`),
  ).toEqual(['sakura.mori@aozora.example', 'sakura.mori@aozora.example', 'ja', 'Asia/Tokyo']);
  expect(await errorOf('Session.getActiveUser().getEmail()', { manifest: without(`${google}userinfo.email`) })).toBe(
    'Exception: Specified permissions are not sufficient to call Session.getActiveUser. ' +
      `Required permissions: ${google}userinfo.email`,
  );
});

test('the identity token is null without openid', async () => {
  const body = 'return ScriptApp.getIdentityToken()';
  expect(await valueFrom(body)).toBe('identity of sakura.mori@aozora.example');
  expect(await valueFrom(body, { identityToken: async () => 'later' })).toBe('later');
  expect(await valueFrom(body, { manifest: without('openid') })).toBe(null);
  expect(await valueFrom(body, { callback: { user: { ...sakura, grantedScopes: [] } } })).toBe(null);
});

describe('consent', () => {
  const partly = { user: { ...sakura, grantedScopes: ['openid', `${google}userinfo.email`] } };
  const missing = manifest.oauthScopes.filter((scope) => !partly.user.grantedScopes.includes(scope));

  test('getAuthorizationInfo', async () => {
    const body = `
      const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, e.parameters && [e.parameters.scope]);
      return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED, info.getAuthorizationUrl(),
        info.getAuthorizedScopes()];`;
    const all = body.replace(', e.parameters && [e.parameters.scope]', '');
    expect(await valueFrom(all)).toEqual([false, null, manifest.oauthScopes]);
    expect(await valueFrom(all, { callback: partly })).toEqual([
      true,
      expect.stringMatching('^https://accounts.google.com/'),
      expect.arrayContaining(partly.user.grantedScopes),
    ]);
    expect(await valueFrom(body, { callback: { ...partly, parameters: { scope: 'openid' } } })).toEqual([
      false,
      null,
      ['openid'],
    ]);
  });

  test.each([
    ['requireAllScopes', 'ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)', missing],
    [
      'requireScopes',
      `ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['openid', '${google}script.locale'])`,
      [`${google}script.locale`],
    ],
  ])('%s ends the execution, whatever the script catches', async (_name, statement, scopes) => {
    const code = `
      function main() { try { ${statement} } catch (error) { console.log('caught'); } finally { console.log('on'); } }
      ${answering('return 1').replace('function main', 'function next')}`;
    const started = await script(code);
    const { error, response, logs } = await started.run(callback(partly));
    expect(error).toEqual({
      message: 'Exception: Authorization is required to perform that action.',
      authorization: { scopes },
    });
    expect(response).toBeUndefined();
    expect(logs).toEqual([]);
    expect(await started.run(callback())).toMatchObject({ response: {}, logs: ['on'] });
    expect(notified(await started.run(callback({ functionName: 'next' })))).toBe(1);
  });

  test('a mode must be given', async () => {
    expect(await errorOf("ScriptApp.requireScopes('FULL', [])")).toBe(
      "Exception: The parameters (String,Object[]) don't match the method signature for ScriptApp.requireScopes.",
    );
  });
});

test('calls', async () => {
  const started = await script('function main() { Session.getActiveUser().getEmail(); ScriptApp.getIdentityToken(); }');
  expect((await started.run(callback())).calls).toEqual([
    { service: 'Session', method: 'getEmail', subject: 'getActiveUser' },
    { service: 'ScriptApp', method: 'getIdentityToken' },
  ]);
});
