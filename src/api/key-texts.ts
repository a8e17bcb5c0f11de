import { type LinkageText, linkageTexts } from './linkage-texts.ts';
import type { LinkageCause } from './types.ts';

type Lang = 'en' | 'ja';

/**
 * Why a service account cannot be used and what mends it, for who registers it: where a mailbox has its own text, the account
 * stands in the middle here. `kind`: with a key, or attached to the machine that the store runs on.
 */
export function keyTexts(cause: LinkageCause, kind: 'key' | 'attached'): Record<Lang, LinkageText> {
  const of = (lang: Lang) =>
    (kind === 'attached' && attached[lang][cause]) || texts[lang][cause] || linkageTexts[lang][cause];
  return { en: of('en'), ja: of('ja') };
}

const texts: Record<Lang, Partial<Record<LinkageCause, LinkageText>>> = {
  en: {
    'key-invalid': {
      cause: 'Google does not accept this key: it was replaced, has expired or was damaged.',
      fix: 'Create a new JSON key for the service account and register it here.',
    },
    'key-deleted': {
      cause: 'The key or its service account was deleted or disabled.',
      fix: 'Enable the account, or register the key of another one.',
    },
    clock: {
      cause: 'The clock of the contact store differs from Google’s. The key may be right.',
      fix: 'Ask who runs the store to set its clock, then try again.',
    },
    'not-delegated': {
      cause: 'Google does not let the account read mailboxes yet.',
      fix: 'Enter the client ID and the scopes in the Admin console, exactly as they stand here. It can take up to 24 hours.',
    },
    'access-denied': {
      cause: 'A policy of your organisation keeps the account from mailboxes.',
      fix: 'In the Admin console, under Security, API controls, let the app of this client ID use Gmail.',
    },
    'api-off': {
      cause: 'The Gmail API is not enabled in the project of the account.',
      fix: 'In the Google Cloud console, open that project, enable the Gmail API and wait some minutes. Nothing has to be entered in the Admin console for this.',
    },
    'gmail-off': {
      cause: 'Google takes the key, but it was tried on a mailbox whose Gmail is switched off.',
      fix: 'Nothing has to be done about the key. Try out a user who has Gmail.',
    },
    'no-such-user': {
      cause: 'The key was tried on an address that is no active account of Google Workspace.',
      fix: 'Try out a user by their primary address. If that address is right, check that the key belongs to your organisation’s service account.',
    },
    other: {
      cause: 'Google gave an answer that says nothing certain of the key.',
      fix: 'Try out a user. If it stays, ask who runs the store.',
    },
  },
  ja: {
    'key-invalid': {
      cause: 'この鍵は Google に受け付けられません。差し替えられたか、期限切れか、壊れています。',
      fix: 'サービスアカウントの JSON 鍵を新しく作成し、ここで登録してください。',
    },
    'key-deleted': {
      cause: '鍵またはそのサービスアカウントが削除されたか、無効になっています。',
      fix: 'アカウントを有効にするか、別のアカウントの鍵を登録してください。',
    },
    clock: {
      cause: 'ストアの時計が Google の時刻とずれています。鍵は正しい可能性があります。',
      fix: 'ストアの運用担当者に時計の調整を依頼してから、もう一度お試しください。',
    },
    'not-delegated': {
      cause: 'このアカウントには、メールボックスを読み取る権限がまだありません。',
      fix: '管理コンソールに、ここに表示されたクライアント ID とスコープをそのまま入力してください。反映に最長 24 時間かかります。',
    },
    'access-denied': {
      cause: '組織のポリシーにより、このアカウントはメールボックスを読み取れません。',
      fix: '管理コンソールの「セキュリティ」→「API の制御」で、このクライアント ID のアプリに Gmail の利用を許可してください。',
    },
    'api-off': {
      cause: 'アカウントのプロジェクトで Gmail API が有効になっていません。',
      fix: 'Google Cloud コンソールでそのプロジェクトの Gmail API を有効にし、数分お待ちください。管理コンソールでの入力は不要です。',
    },
    'gmail-off': {
      cause: '鍵は受け付けられましたが、確認に使ったメールボックスの Gmail がオフです。',
      fix: '鍵についての対応は不要です。Gmail を使えるユーザーで「試し読み」をしてください。',
    },
    'no-such-user': {
      cause: '確認に使ったアドレスの有効なアカウントが Google Workspace にありません。',
      fix: 'メインのアドレスを持つユーザーで「試し読み」をしてください。アドレスが正しい場合は、鍵が自社のサービスアカウントのものか確認してください。',
    },
    other: {
      cause: 'Google の応答からは、鍵が使えるかどうか分かりません。',
      fix: 'ユーザーの「試し読み」をしてください。続く場合は、ストアの運用担当者にお問い合わせください。',
    },
  },
};

/** Without a key it is the machine's own account that asks Google to sign for this one. */
const attached: typeof texts = {
  en: {
    'key-invalid': {
      cause: 'The account that the store runs as may not sign for this one.',
      fix: 'In the Google Cloud console, give it the role Service Account Token Creator on this account.',
    },
    'api-off': {
      cause: 'The Gmail API or the IAM Service Account Credentials API is not enabled in the project of the account.',
      fix: 'In the Google Cloud console, open that project, enable both APIs and wait some minutes.',
    },
  },
  ja: {
    'key-invalid': {
      cause: 'ストアを動かしているアカウントに、このアカウントとして署名する権限がありません。',
      fix: 'Google Cloud コンソールで、このアカウントに対する「サービス アカウント トークン作成者」のロールを付与してください。',
    },
    'api-off': {
      cause: 'アカウントのプロジェクトで Gmail API または IAM Service Account Credentials API が有効になっていません。',
      fix: 'Google Cloud コンソールでそのプロジェクトの両方の API を有効にし、数分お待ちください。',
    },
  },
};
