import type { Messages } from './messages.ts';

const ours = (what: string) => ({
  title: '処理できませんでした',
  text: `${what}Contact Inbox 側の不具合です。もう一度お試しください。解消しない場合は管理者にご連絡ください。`,
});

const signIn = {
  title: 'Google アカウントを確認できませんでした',
  text: 'Gmail を再読み込みしてから、もう一度お試しください。解消しない場合は、アドオンにメールアドレスの参照が許可されているか管理者にご確認ください。',
};

/** Japanese, in the tone of business software. */
export const ja: Messages = {
  date: (year, month, day) => `${year}年${month}月${day}日`,
  daysLeft: (days) => (days <= 0 ? '本日まで' : `残り${days}日`),

  problems: {
    'store-unreachable': {
      title: '連絡先ストアに接続できません',
      text: 'データは失われていません。しばらくしてからもう一度お試しください。解消しない場合は管理者にご連絡ください。',
    },
    unavailable: {
      title: '連絡先ストアが混み合っています',
      text: 'データは失われていません。しばらくしてからもう一度お試しください。解消しない場合は管理者にご連絡ください。',
    },
    'rate-limited': {
      title: 'リクエストが多すぎます',
      text: 'データは失われていません。1分ほど待ってから、もう一度お試しください。',
    },
    'permission-missing': {
      title: '権限が必要です',
      text: 'インストール時に一部の権限が許可されなかったため、この操作はまだ行えません。必要なのは、開いているメール、ご自身のメールアドレス、連絡先ストアへの接続のみです。メールボックス全体の権限は求めません。',
    },
    'message-closed': {
      title: 'メールを開き直してください',
      text: 'アドオンがメールを読み取れるのは、メールを開いてから一定時間のみです。受信トレイに戻ってメールを開き直し、もう一度操作してください。',
    },
    'personal-account': {
      title: '個人アカウントではご利用いただけません',
      text: 'Contact Inbox は Google Workspace の組織内で連絡先を共有するためのものです。このアカウントは組織に属していません。会社のアカウントに切り替えてください。',
    },
    'tenant-unknown': {
      title: '設定が完了していません',
      text: '貴社はまだ連絡先ストアに登録されていません。ストアの運用担当者に組織の登録をご依頼ください。',
    },
    'feature-off': {
      title: '機能が停止されています',
      text: '貴社では Contact Inbox が停止されています。保存済みの連絡先はそのまま残っています。',
    },
    'switched-off': {
      title: '管理者により停止されています',
      text: '貴社の管理者が Contact Inbox を停止しています。連絡先と候補はそのまま残っています。',
    },
    'user-not-enabled': {
      title: 'まだ利用が許可されていません',
      text: '管理者による許可が、連絡先ストアにまだ反映されていません。しばらくしてからもう一度お試しいただくか、管理者に設定画面を開くようご依頼ください。',
    },
    'admin-only': {
      title: '管理者専用です',
      text: 'この画面の表示と変更は、貴社の管理者のみが行えます。変更は行われていません。',
    },
    'token-missing': signIn,
    'token-invalid': signIn,
    'token-expired': {
      title: 'ログインの有効期限が切れました',
      text: 'もう一度お試しください。解消しない場合は Gmail を再読み込みしてください。',
    },
    'suggestion-not-found': {
      title: 'この候補はなくなりました',
      text: '削除されたか、期限が切れました。メールを開いて「連絡先を提案」を押すと、作り直せます。',
    },
    'suggestion-closed': {
      title: 'この候補は処理済みです',
      text: 'すでに保存または却下されています。連絡先をご確認いただくか、メールを開いてもう一度提案してください。',
    },
    'contact-not-found': {
      title: 'この連絡先はなくなりました',
      text: '連絡先ストアに存在しません。連絡先一覧で検索してください。',
    },
    'contact-incomplete': { title: '氏名が必要です', text: '氏名を入力してから保存してください。' },
    suppressed: {
      title: '提案しない相手です',
      text: '本人または管理者の設定により提案されません。先に一覧から外してください。',
    },
    'domain-shared': {
      title: 'このドメインはブロックできません',
      text: 'だれでも使えるメールサービスのドメインです。この相手だけを選んでください。',
    },
    'undo-not-found': {
      title: '取り消す操作がありません',
      text: 'すでに取り消されています。現在の内容は連絡先一覧でご確認ください。',
    },
    'undo-expired': {
      title: '取り消しの期限を過ぎました',
      text: '変更は行われていません。新しい内容を保存して連絡先を修正してください。',
    },
    'undo-conflict': {
      title: 'その後に変更されています',
      text: '保存後にほかの人がこの連絡先を変更したため、取り消すとその変更が失われます。変更は行われていません。',
    },
    'quota-exceeded': {
      title: '今期の登録可能件数を使い切りました',
      text: '保存されていません。候補は一覧に残ります。管理者に枠の追加をご依頼いただくか、次の期間に保存してください。既存の連絡先の更新は引き続き保存できます。',
    },
    'roster-outdated': {
      title: '利用者リストが一致していません',
      text: '連絡先ストアに、このアドオンより新しい利用者リストがあります。設定画面を開き、どちらを使うか選択してください。',
    },
    'roster-behind': {
      title: '未送信の変更があります',
      text: '利用者リストの以前の変更が連絡先ストアに届いていません。設定画面を開くと、リスト全体が送信されます。',
    },
    'roster-full': {
      title: '利用者リストの上限に達しました',
      text: 'アドオンが保持できるのは 500 KB(約 25,000 名分)までです。変更は行われていません。退職者などを無効にしてから、もう一度お試しください。',
    },
    'roster-busy': {
      title: 'ほかの管理者が変更中です',
      text: '変更は行われていません。数秒後にもう一度お試しください。',
    },
    'request-invalid': {
      title: '連絡先ストアが値を受け付けませんでした',
      text: '長すぎるか、形式が正しくない値があります。内容を確認して、もう一度お試しください。',
    },
    'cursor-invalid': { title: '一覧が更新されました', text: '戻って一覧を開き直してください。' },
    'body-too-large': {
      title: '一度に送る量が多すぎます',
      text: '大きすぎるため連絡先ストアが受け付けませんでした。一度に追加する人数を減らすか、値を短くしてください。',
    },
    'idempotency-key-missing': ours('リクエストにキーがありませんでした。'),
    'idempotency-key-reused': ours('同じ操作が異なる値で送信されました。'),
    'media-type-unsupported': ours('連絡先ストアがリクエストを解釈できませんでした。'),
    'not-found': ours('連絡先ストアがこのリクエストに対応していません。アドオンより古い可能性があります。'),
    'method-not-allowed': ours('連絡先ストアがこのリクエストに対応していません。アドオンより古い可能性があります。'),
    unexpected: ours('操作を完了できませんでした。'),
  },

  common: {
    tryAgain: '再試行',
    givePermission: '権限を許可',
    done: '完了',
    search: '検索',
    nextPage: '次のページ',
    previousPage: '前のページ',
    settings: '設定',
    openSettings: '設定を開く',
    contacts: '連絡先',
    suggestions: (pending) => (pending > 0 ? `候補 (${pending})` : '候補'),
    quota: '今期の登録件数',
    quotaLeft: (used, allowed) => `${allowed}件中${used}件を使用、残り${Math.max(0, allowed - used)}件`,
    quotaUsedUp: '次の期間まで、新しい連絡先は保存できません。',
    quotaOver: '上限を超えていますが、保存は可能です。',
    note: (title, text) => `${title}。${text}`,
    extension: (phone, ext) => `${phone} 内線 ${ext}`,
    whomToAsk: '問い合わせ先を表示',
  },

  access: {
    notEnabled: 'まだ利用が許可されていません',
    notEnabledWhy: (organisation) =>
      `Contact Inbox を利用できる人は${organisation}の管理者が決めています。現在、あなたは利用者リストに含まれていません。`,
    notInThisList: (organisation) =>
      `連絡先ストアでは許可されていますが、このアドオンが持つ${organisation}の利用者リストに含まれていません。管理者が設定画面で両方のリストを揃えられます。`,
    featureOff: '機能が停止されています',
    featureOffWhy: (organisation) =>
      `${organisation}では Contact Inbox が停止されています。保存済みの連絡先はそのまま残っています。`,
    enabled: '利用が許可されています',
    enabledText: 'Contact Inbox をご利用いただけます。「再試行」を押してください。',
    unchanged: '再確認しましたが、まだ変更はありません。',
    ask: '利用を希望する場合の問い合わせ先:',
    askFeature: '機能の開始を希望する場合の問い合わせ先:',
    admin: '管理者',
    help: 'お問い合わせ',
    nobodyNamed: '問い合わせ先が登録されていません。貴社の Google Workspace 担当者にお問い合わせください。',
    youAreAdmin: 'あなたは管理者です。ご自身やほかの人の利用を許可できます。',
    operator: '機能の開始は、この画面ではなく連絡先ストアの運用側で行います。',
  },

  sender: {
    new: '新しい差出人',
    known: '登録済みの連絡先',
    internal: '社内',
    suggested: '候補に追加済み',
    suppressed: '提案しない相手',
    notAPerson: '個人からのメールではありません',
    internalText: '貴社のメールアドレスのため、連絡先は提案されません。',
    suggestedText: 'このメールはすでに候補一覧にあります。',
    suppressedText: 'この相手は、本人または管理者の設定により提案されません。',
    suggest: '連絡先を提案',
    suggestAnyway: 'それでも提案する',
    openSuggestion: '候補を開く',
    openContact: '連絡先を開く',
    privacy: 'ボタンを押したときにのみ、このメールを読み取ります。送信されるのは、読み取った値と署名の行だけです。',
  },

  reasons: {
    signature: '署名を読み取りました。',
    'header-only': '署名がなく、差出人欄の名前のみです。',
    newsletter: '配信停止リンクのあるメールマガジンです。',
    'mailing-list-notice': 'メーリングリストからの通知です。',
    'no-reply': '返信を受け付けないアドレスから送信されています。',
    'auto-reply': '自動返信メールです。',
    bounce: 'メールが配信できなかったことを知らせる通知です。',
    notification: '個人ではなくシステムから送信されています。',
    calendar: 'カレンダーの招待または返答です。',
    'nobody-named': '氏名が見つかりませんでした。',
    empty: '本文がありません。',
  },

  nothingFound: {
    title: 'このメールに連絡先は見つかりませんでした',
    whatNow:
      '個人からのメールであれば「それでも提案する」を押し、足りない項目を入力してください。同じ人の別のメールには、より詳しい署名があるかもしれません。',
    whatNowAfterAll: '差出人のアドレスを読み取れないため、提案できません。同じ人の別のメールを開いてください。',
  },

  fields: {
    fn: '氏名',
    family: '姓',
    given: '名',
    phoneticFamily: '姓(読み)',
    phoneticGiven: '名(読み)',
    company: '会社名',
    department: '部署',
    title: '役職',
    email: 'メールアドレス',
    tel: '電話番号',
    telType: '電話番号の種類',
    adr: '住所',
    url: 'ウェブサイト',
    n: '姓・名',
    phonetic: '読み',
    org: '会社名',
    social: 'プロフィール',
  },

  telTypes: {
    work: '勤務先',
    direct: '直通',
    main: '代表',
    cell: '携帯',
    home: '自宅',
    fax: 'FAX',
    other: 'その他',
  },
  noTelType: '記載なし',

  suggestion: {
    title: '連絡先の候補',
    new: '新しい連絡先',
    known: '登録済みの連絡先',
    knownText: '新しい情報はありません。編集しなければ、保存しても何も変わりません。',
    ambiguous: '登録済みの可能性がある連絡先',
    changed: '登録済みの連絡先(変更あり)',
    changes: '保存による変更',
    change: (field, old, next) => `${field}: ${old} → ${next}`,
    added: (field, next) => `+ ${field}: ${next}`,
    nameSection: '氏名',
    workSection: '勤務先',
    reachSection: 'メール・電話',
    placeSection: '住所・ウェブ',
    check: (field) => `${field}(要確認)`,
    guessed: '推定した値です。メールに記載はありません',
    guessedFrom: (line) => `${line}からの推定です`,
    from: (line) => `「${line}」`,
    more: (count) => `ほかに${count}件見つかりましたが、ここには表示できません。`,
    header: 'メールの差出人欄より',
    emptyField: '見つかりませんでした。入力できます',
    clearToSkip: '保存しない項目は空欄にしてください。',
    save: '保存',
    notNow: 'あとで',
    dismiss: '却下',
    stays: (days) => `候補一覧に残ります: ${days}`,
    staysNote: '候補一覧に残しました。',
    sent: (count) => `送信された内容: 上記の値と署名${count}行`,
    saved: '保存済みです',
    savedText: 'このメールの連絡先はすでに保存されています。',
    dismissed: 'この候補は却下されました',
    expired: 'この候補は期限切れです',
    closedText: 'メールを開いて「連絡先を提案」を押すと、作り直せます。',
  },

  invalid: {
    title: 'まだ保存されていません',
    name: '氏名を入力してください。',
    email: (value) => `「${value}」はメールアドレスの形式ではありません。`,
    tooLong: (field) => `${field}が長すぎます。`,
  },

  saved: {
    created: '新しい連絡先を保存しました',
    updated: '連絡先を更新しました',
    changes: '変更内容',
    unchanged: '新しい情報はありませんでした',
    unchangedText: '連絡先にはすでに同じ内容が登録されています。',
    undo: '元に戻す',
    undone: '元に戻しました。候補は一覧に戻っています。',
    dismissed: '候補を却下しました',
    dismissedText: '候補一覧から外しました。連絡先は変更されていません。',
  },

  lists: {
    suggestions: '候補',
    contacts: '連絡先',
    recent: '最近の連絡先',
    noSuggestions: '候補はありません。メールを開いて「連絡先を提案」を押してください。',
    noContacts: '連絡先はまだありません。メールを開いて「連絡先を提案」を押し、内容を確認して保存してください。',
    noHits: (q) => `「${q}」に一致する連絡先はありません。キーワードを減らすか、別のキーワードでお試しください。`,
    searchContacts: '連絡先を検索',
    searchHint: '氏名、会社名、メールアドレス、電話番号',
    allContacts: 'すべての連絡先',
    allSuggestions: 'すべての候補',
    unnamed: '氏名なし',
  },

  contact: { updated: (date) => `最終更新: ${date}` },

  settings: {
    title: '設定',
    users: (count) => `利用者: ${count}名`,
    hits: (count) => `${count}名が見つかりました`,
    none: '利用者がいません。Contact Inbox を利用する人のメールアドレスを貼り付けてください。',
    noHits: (q) => `「${q}」を含む利用者はいません。`,
    search: '利用者を検索',
    add: '利用者の追加',
    addresses: 'メールアドレス',
    addressesHint: '1名でも複数でも可。「a@example.com」または「氏名 <a@example.com>」をカンマか改行で区切ってください',
    enable: '有効にする',
    disable: '無効にする',
    disableNamed: (email) => `${email} を無効にする`,
    enableAgain: '再び有効にする',
    enabledNote: (count) => `${count}名を有効にしました`,
    disabledNote: (email) => `${email} を無効にしました`,
    alreadyEnabled: 'すでに有効です。変更はありません',
    typeAddresses: 'メールアドレスを1件以上入力してください。',
    unreadable: (count) => `読み取れなかったもの: ${count}件`,
    unreadableText: '入力欄に残しました。修正してから、もう一度「有効にする」を押してください。',
    notSent: '未送信の変更があります',
    notSentText:
      '変更はここに保存されていますが、連絡先ストアにまだ反映されていません。設定画面を開くたびに再送信されます。',
    sendAgain: '再送信',
    sent: '送信しました。連絡先ストアに反映されています。',
    differs: '利用者リストが一致していません',
    differsText: (here, there) =>
      `このアドオンのリストは${here}名ですが、連絡先ストアにはより新しい${there}名のリストがあります。選択するまで変更は行われません。`,
    useStores: 'ストアのリストを使う',
    useOurs: 'このリストで置き換える',
    usedStores: (count) => `${count}名を取り込みました`,
    switchedOff: '管理者が Contact Inbox を停止しています。再開されるまで、組織の誰も利用できません。',
    featureOff: '貴社では Contact Inbox が停止されています。開始は連絡先ストアの運用側で行います。',
    page: (page, pages) => `${page} / ${pages} ページ`,
  },
};
