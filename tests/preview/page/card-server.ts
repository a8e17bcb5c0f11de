import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Callback, Execution, RenderActions } from '../../../src/preview/apps-script/types.ts';
import { openMailbox } from '../../../src/preview/mailbox/mailbox.ts';
import type { Card } from '../../../src/preview/page/card/card-json.ts';
import { buildPage } from '../../../src/preview/page-files.ts';
import { people } from '../../../src/preview/people.ts';
import { previewServer } from '../../../src/preview/server.ts';

/** An add-on of the test's own: given a callback, what Apps Script would answer. */
export type Answer = (callback: Callback) => Partial<Execution> | Promise<Partial<Execution>>;

export interface CardServer {
  url: string;
  /** What was called since the last `answer`. */
  calls: Callback[];
  answer(answer: Answer): void;
  stop(): Promise<void>;
}

/** The real page and server of the preview, with card JSON from the test in place of an add-on, and two mails. */
export async function startCardServer(): Promise<CardServer> {
  const folder = await mkdtemp(join(tmpdir(), 'contact-inbox-cards-'));
  await Promise.all(mails.map((mail, at) => writeFile(join(folder, `${at}.eml`), mail.replaceAll('\n', '\r\n'))));
  let answer: Answer = () => ({});
  const calls: Callback[] = [];
  const run = async (callback: Callback): Promise<Execution> => {
    calls.push(callback);
    return { calls: [], logs: [], durationMs: 1, ...(await answer(callback)) };
  };
  const app = previewServer({
    page: await buildPage(),
    appsScript: { manifest, run },
    mailbox: await openMailbox(folder),
    people,
    domain: 'aozora.example',
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    calls,
    answer: (next) => {
      calls.length = 0;
      answer = next;
    },
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** What a trigger answers that shows these cards. */
export const shows = (...cards: Card[]): Partial<Execution> => ({
  response: { action: { navigations: cards.map((pushCard) => ({ pushCard: { ...pushCard } })) } },
});

/** What a button answers. */
export const does = (action: RenderActions, stateChanged = false): Partial<Execution> => ({
  response: { renderActions: { action }, stateChanged },
});

const manifest = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8' as const,
  oauthScopes: ['https://www.googleapis.com/auth/gmail.addons.execute', 'openid'],
  addOns: {
    common: {
      name: 'Card Tester',
      logoUrl: 'https://store.example.com/logo.png',
      homepageTrigger: { runFunction: 'onHome' },
    },
    gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'onMessage' }] },
  },
};

const mails = [
  `From: Ana Lima <ana@example.com>
To: Sakura Mori <sakura.mori@aozora.example>
Subject: Plans for spring
Message-ID: <plans@example.com>
Date: Tue, 10 Nov 2026 10:00:00 +0900
Content-Type: text/plain; charset=utf-8

Hello Sakura,

the plans are at https://example.com/plans. Call me on 020 7946 0123.

Ana Lima
`,
  `From: "Roof & Tile" <hello@example.org>
To: Sakura Mori <sakura.mori@aozora.example>
Subject: A <b>mail</b> with markup
Message-ID: <markup@example.org>
Date: Mon, 09 Nov 2026 10:00:00 +0900
Content-Type: text/html; charset=utf-8

<p id="hello">Hello</p><img src="http://localhost:1/pixel.png" onerror="top.document.title='hacked'">
<script>top.document.title = 'hacked'</script><a href="/preview/icon.svg" target="_top">a link</a>
<a href="/preview/icon.svg" target="mine" rel="opener">a window of its own</a>
`,
];
