import type { LinkageCause } from './types.ts';

export type LinkageText = { cause: string; fix: string };

/** Why a mailbox cannot be read and what mends it, for admins. Not for the add-on's bundle, which gets them from the store. */
export const linkageTexts: Record<'en' | 'ja', Record<LinkageCause, LinkageText>> = {
  en: {
    'key-invalid': {
      cause: 'Google does not accept the service account key.',
      fix: 'Create a new JSON key for the service account, register it under Integrations, then press Retry.',
    },
    'key-deleted': {
      cause: 'The service account or its key was deleted or disabled.',
      fix: 'Register the key of an active service account under Integrations, then press Retry.',
    },
    'no-such-user': {
      cause: 'Google Workspace has no active account with this address.',
      fix: 'Check the address in the Admin console: it must be a primary address, and the account not suspended. Then press Retry.',
    },
    'not-delegated': {
      cause: 'The service account may not act for this user.',
      fix: 'In the Admin console, under Security, API controls, Domain-wide delegation, enter the numeric client ID and the scopes exactly as shown. It can take up to 24 hours. Then press Retry.',
    },
    'gmail-off': {
      cause: 'Gmail is switched off for this user.',
      fix: 'In the Admin console, give the user a licence with Gmail and switch the Gmail service on. Then press Retry.',
    },
    'access-denied': {
      cause: 'A policy of your organisation denies access to this mailbox.',
      fix: 'In the Admin console, under Security, API controls, let the app of this client ID use Gmail. Then press Retry.',
    },
    'rate-limited': {
      cause: 'Google took no more requests for now.',
      fix: 'Nothing to do: it is tried again by itself. If it stays, tell us the reference code.',
    },
    'google-unavailable': {
      cause: 'Google did not answer properly.',
      fix: 'Nothing to do: it is tried again by itself. If it stays after Retry, tell us the reference code.',
    },
    'api-off': {
      cause: 'The Gmail API is not enabled in the project of the service account.',
      fix: 'In the Google Cloud console, open the project of the service account, enable the Gmail API, wait some minutes, then press Retry.',
    },
    clock: {
      cause: 'The clock of the server differs from Google’s.',
      fix: 'Ask who runs the store to set its clock right. Then press Retry.',
    },
    timeout: {
      cause: 'Google did not answer in time.',
      fix: 'Nothing to do: it is tried again by itself. If it stays after Retry, tell us the reference code.',
    },
    other: {
      cause: 'The mailbox could not be read.',
      fix: 'Press Retry. If it stays, tell us the reference code.',
    },
  },
  ja: {
    'key-invalid': {
      cause: 'サービスアカウントの鍵が Google に受け付けられません。',
      fix: 'サービスアカウントの JSON 鍵を新しく作成し、「外部サービス連携」で登録してから「再試行」を押してください。',
    },
    'key-deleted': {
      cause: 'サービスアカウントまたはその鍵が削除されたか、無効になっています。',
      fix: '有効なサービスアカウントの鍵を「外部サービス連携」で登録してから「再試行」を押してください。',
    },
    'no-such-user': {
      cause: 'このアドレスの有効なアカウントが Google Workspace にありません。',
      fix: '管理コンソールでアドレスを確認してください。メインのアドレスで、停止されていないことが必要です。その後「再試行」を押してください。',
    },
    'not-delegated': {
      cause: 'サービスアカウントがこのユーザーとして読む権限を持っていません。',
      fix: '管理コンソールの「セキュリティ」→「API の制御」→「ドメイン全体の委任」に、表示された数字のクライアント ID とスコープをそのまま入力してください。反映に最長 24 時間かかります。その後「再試行」を押してください。',
    },
    'gmail-off': {
      cause: 'このユーザーの Gmail がオフになっています。',
      fix: '管理コンソールで Gmail を含むライセンスを割り当て、Gmail サービスをオンにしてから「再試行」を押してください。',
    },
    'access-denied': {
      cause: '組織のポリシーにより、このメールボックスへのアクセスが拒否されました。',
      fix: '管理コンソールの「セキュリティ」→「API の制御」で、このクライアント ID のアプリに Gmail の利用を許可してから「再試行」を押してください。',
    },
    'rate-limited': {
      cause: 'Google のリクエスト上限に達しました。',
      fix: '自動で再試行されます。続く場合は参照コードを添えてお問い合わせください。',
    },
    'google-unavailable': {
      cause: 'Google から正しい応答がありませんでした。',
      fix: '自動で再試行されます。「再試行」後も続く場合は参照コードを添えてお問い合わせください。',
    },
    'api-off': {
      cause: 'サービスアカウントのプロジェクトで Gmail API が有効になっていません。',
      fix: 'Google Cloud コンソールでそのプロジェクトの Gmail API を有効にし、数分待ってから「再試行」を押してください。',
    },
    clock: {
      cause: 'サーバーの時計が Google の時刻とずれています。',
      fix: 'ストアの運用担当者に時計の調整を依頼してから「再試行」を押してください。',
    },
    timeout: {
      cause: 'Google から時間内に応答がありませんでした。',
      fix: '自動で再試行されます。「再試行」後も続く場合は参照コードを添えてお問い合わせください。',
    },
    other: {
      cause: 'メールボックスを読み取れませんでした。',
      fix: '「再試行」を押してください。続く場合は参照コードを添えてお問い合わせください。',
    },
  },
};
