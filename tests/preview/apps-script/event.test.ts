import { answering, callback, google, mail, manifest, notified, sakura, script, valueFrom } from './emulated.ts';

const ids = { messageId: 'msg-f:1784252979671717093', threadId: 'thread-f:1784252979671717088' };

test('the ids are the hexadecimal ones of the API in decimal', () => {
  expect(ids).toEqual({
    messageId: `msg-f:${BigInt(`0x${mail.id}`)}`,
    threadId: `thread-f:${BigInt(`0x${mail.threadId}`)}`,
  });
});

test('an action in an open message', async () => {
  const event = await valueFrom('return e', {
    callback: {
      messageId: mail.id,
      parameters: { id: '7' },
      formInputs: { fn: ['Ana'], tel: ['1', '2'] },
      platform: 'IOS',
    },
  });
  const accessToken = expect.stringMatching(/^[\w-]+\.[\w-]+$/);
  expect(event).toEqual({
    commonEventObject: {
      platform: 'IOS',
      hostApp: 'GMAIL',
      userLocale: 'ja-JP',
      timeZone: { id: 'Asia/Tokyo', offset: 32_400_000 },
      parameters: { id: '7' },
      formInputs: { fn: { stringInputs: { value: ['Ana'] } }, tel: { stringInputs: { value: ['1', '2'] } } },
    },
    gmail: { ...ids, accessToken },
    messageMetadata: { messageId: ids.messageId, accessToken },
    parameters: { id: '7' },
    formInput: { fn: 'Ana', tel: '1' },
    formInputs: { fn: ['Ana'], tel: ['1', '2'] },
  });
});

test('the homepage has no message', async () => {
  expect(await valueFrom('return e')).toEqual({
    commonEventObject: {
      platform: 'WEB',
      hostApp: 'GMAIL',
      userLocale: 'ja-JP',
      timeZone: { id: 'Asia/Tokyo', offset: 32_400_000 },
    },
  });
});

test.each([
  [
    'useLocaleFromApp',
    { ...manifest, addOns: { ...manifest.addOns, common: { ...manifest.addOns.common, useLocaleFromApp: false } } },
    sakura,
  ],
  ['script.locale in the manifest', { ...manifest, oauthScopes: ['openid'] }, sakura],
  ['script.locale granted', manifest, { ...sakura, grantedScopes: ['openid', `${google}userinfo.email`] }],
])('no locale and zone without %s', async (_name, appsscript, user) => {
  expect(await valueFrom('return e', { manifest: appsscript, callback: { user } })).toEqual({
    commonEventObject: { platform: 'WEB', hostApp: 'GMAIL' },
  });
});

test('each event has a token of its own', async () => {
  const started = await script(answering('return e.gmail.accessToken'));
  const token = async (): Promise<unknown> => notified(await started.run(callback({ messageId: mail.id })));
  expect(await token()).not.toBe(await token());
});
