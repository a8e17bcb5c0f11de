import { z } from '@hono/zod-openapi';
import type { ContactCard } from '../../contact/card.ts';
import { type ContactDraft, telTypes } from '../../contact/draft.ts';
import { emailAddress, line, text } from './values.ts';

export const Name = z.object({ family: text.optional(), given: text.optional() }).strict();
export const Phonetic = Name.extend({ script: z.enum(['kana', 'latin']) }).strict();
export const Org = z.object({ name: text, units: z.array(text).max(10) }).strict();
export const Tel = z
  .object({
    text: line(100),
    e164: z
      .string()
      .regex(/^\+[1-9]\d{1,14}$/)
      .optional(),
    type: z.enum(telTypes).optional(),
    ext: line(20).optional(),
  })
  .strict();
export const Adr = z
  .object({
    label: line(1000),
    street: text.optional(),
    locality: text.optional(),
    region: text.optional(),
    code: line(30).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  })
  .strict();
const url = line(2000);
export const SocialProfile = z.object({ service: line(50), url }).strict();

const finding = <T extends z.ZodType>(value: T) =>
  z
    .object({
      value,
      basis: z.enum(['stated', 'inferred']),
      line: z.number().int().min(0).max(1_000_000).optional(),
      rule: line(80),
    })
    .strict();

export const Draft = z
  .object({
    fn: finding(text).optional(),
    n: finding(Name).optional(),
    phonetic: finding(Phonetic).optional(),
    org: finding(Org).optional(),
    title: finding(text).optional(),
    email: z.array(finding(emailAddress)).max(20),
    tel: z.array(finding(Tel)).max(20),
    adr: finding(Adr).optional(),
    url: z.array(finding(url)).max(20),
    social: z.array(finding(SocialProfile)).max(20),
  })
  .strict()
  .openapi('ContactDraft') satisfies z.ZodType<ContactDraft>;

export const Card = z
  .object({
    fn: text,
    n: Name.optional(),
    phonetic: Phonetic.optional(),
    org: Org.optional(),
    title: text.optional(),
    email: z.array(emailAddress).max(20),
    tel: z.array(Tel).max(20),
    adr: Adr.optional(),
    url: z.array(url).max(20),
    social: z.array(SocialProfile).max(20),
  })
  .strict()
  .openapi('ContactCard') satisfies z.ZodType<ContactCard>;
