import { createTransport } from 'nodemailer';

/** Where mails to admins are handed over, and who they are from. */
export interface MailSettings {
  /** `smtp://` or `smtps://user:password@host:port`. */
  url: string;
  from: string;
}

export interface MailServer {
  /** Resolves when the server has taken it. Throws an Error with the `code` or `responseCode` of the failure. */
  send(mail: { to: string; subject: string; text: string; id: string }): Promise<void>;
}

export function mailServerAt({ url, from }: MailSettings): MailServer {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.replace(/^.*@/, '').replace(/>.*$/, '');
  return {
    async send({ to, subject, text, id }) {
      const headers = { 'auto-submitted': 'auto-generated' };
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>`, headers });
    },
  };
}
