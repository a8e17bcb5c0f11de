import type { TroubleName } from './troubles.ts';

interface ConsoleWords {
  title: string;
  about: (domain: string) => string;
  account: string;
  download: string;
  delegation: string;
  nothingDelegated: string;
  clientId: string;
  scopes: string;
  authorize: string;
  inTrouble: string;
  nobody: string;
  mend: string;
  /** Of the people of the sample organisation. */
  troubles: Partial<Record<TroubleName, string>>;
}

/** What stands on the page of Google's console. */
export const consoleWords: Record<'en' | 'ja', ConsoleWords> = {
  en: {
    title: 'Google, emulated',
    about: (domain) => `What an admin of ${domain} does at Google. Nothing here leaves this machine.`,
    account: 'Service account',
    download: 'Download its key file',
    delegation: 'Domain-wide delegation',
    nothingDelegated: 'Nothing is delegated.',
    clientId: 'Client ID',
    scopes: 'OAuth scopes, by commas; none takes the delegation away',
    authorize: 'Authorize',
    inTrouble: 'Mailboxes in trouble',
    nobody: 'None.',
    mend: 'Mend',
    troubles: {
      'key-invalid': 'The key is not accepted',
      'account-not-found': 'The service account is not found',
      'unknown-user': 'Has no active account',
      'not-delegated': 'The service account may not act for this user',
      'gmail-off': 'Gmail is switched off',
      'user-rate-limited': 'Google takes no more requests',
      flaky: 'Every other answer fails',
      'history-expired': 'Gmail keeps no history of what is new',
      slow: 'Answers come late',
      unavailable: 'Google does not answer properly',
    },
  },
  ja: {
    title: 'Google(エミュレーション)',
    about: (domain) =>
      `${domain} の管理者が Google で行う操作です。ここでの内容がこのコンピューターの外に送られることはありません。`,
    account: 'サービスアカウント',
    download: '鍵ファイルをダウンロード',
    delegation: 'ドメイン全体の委任',
    nothingDelegated: '委任はありません。',
    clientId: 'クライアント ID',
    scopes: 'OAuth スコープ(カンマ区切り。空欄にすると委任を取り消します)',
    authorize: '承認',
    inTrouble: '読み取れないメールボックス',
    nobody: 'ありません。',
    mend: '原因を取り除く',
    troubles: {
      'key-invalid': '鍵が受け付けられない',
      'account-not-found': 'サービスアカウントが見つからない',
      'unknown-user': '有効なアカウントがない',
      'not-delegated': 'サービスアカウントにこの利用者として読む権限がない',
      'gmail-off': 'Gmail がオフになっている',
      'user-rate-limited': 'リクエストの上限に達している',
      flaky: '応答の半分が失敗する',
      'history-expired': '新着メールの履歴が残っていない',
      slow: '応答が遅い',
      unavailable: '正しい応答がない',
    },
  },
};
