import { readFileSync } from 'node:fs';
import type { TelType } from '../../src/contact/draft.ts';
import type { OpenMessage } from '../../src/extract/message.ts';

/** What a person says is to be read from one mail. A line of a JSONL with answers. */
export interface GoldMail extends OpenMessage {
  id: string;
  /** ISO 639-1. */
  lang: string;
  /** Where the mail or its layout comes from; mails of one source stay together in cross-validation. */
  source?: string;
  gold: Gold;
  /** 0-based lines of `text` that are the signature: closing formula included, legal footers not. */
  signatureLines?: number[];
}

export interface Gold {
  /** False for mail that no person signs: any value read from it, unless optional, is wrong. */
  isPerson: boolean;
  name: string | null;
  company: string | null;
  department: string | null;
  title: string | null;
  emails: string[];
  phones: GoldPhone[];
  address: { raw: string } | null;
  urls: string[];
  social?: string[];
  /** By field, values that are neither required nor wrong, and other accepted spellings of a single value. */
  optional?: Partial<Record<OptionalField, string | string[]>>;
}

type OptionalField = 'name' | 'company' | 'department' | 'title' | 'email' | 'phone' | 'address' | 'url' | 'social';

export interface GoldPhone {
  /** `mobile` where RFC 6350 says `cell`. */
  type: Exclude<TelType, 'cell'> | 'mobile';
  raw: string;
  e164: string | null;
}

/** Reads a JSONL with answers. @throws Error naming the first line that is none. */
export function readGold(path: string): GoldMail[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (!line.trim()) return [];
      try {
        const mail = JSON.parse(line) as GoldMail;
        if (typeof mail.gold?.isPerson === 'boolean') return [mail];
      } catch {
        // said below, without the mail's text
      }
      throw new Error(
        `${path}, line ${index + 1}: not a mail with answers: JSON with id, headers, text, html and gold`,
      );
    });
}
