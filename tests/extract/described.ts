import type { Finding } from '../../src/contact/draft.ts';
import type { Extraction } from '../../src/extract/extraction.ts';

/** An answer as a person would check it: each finding with the rule that read it and the line it claims. */
export function described({ contact, signature, lines, reason }: Extraction): unknown {
  if (!contact) return { reason };
  const text = (line: number | undefined) => lines.find((own) => own.line === line)?.text;
  const findings: string[] = [];
  const add = <T>(field: string, finding: Finding<T> | undefined, show: (value: T) => string) => {
    if (!finding) return;
    const source = finding.line === undefined ? 'header' : `"${text(finding.line)}"`;
    findings.push(`${field}: ${show(finding.value)}  <- ${finding.basis} by ${finding.rule} from ${source}`);
  };
  const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  add('fn', contact.fn, (fn) => fn);
  add('n', contact.n, (n) => `${n.family ?? ''}; ${n.given ?? ''}`);
  add('phonetic', contact.phonetic, (name) => `${name.family ?? ''}; ${name.given ?? ''} (${name.script})`);
  add('org', contact.org, (org) => [org.name, ...org.units].join(' / '));
  add('title', contact.title, (title) => title);
  for (const email of contact.email) add('email', email, (value) => value);
  for (const tel of contact.tel) add('tel', tel, (t) => joined(t.type, t.e164 ?? t.text, t.ext && `ext ${t.ext}`));
  add('adr', contact.adr, (a) =>
    [a.street, a.locality, a.region, a.code, a.country].map((part) => part ?? '').join('; '),
  );
  for (const url of contact.url) add('url', url, (value) => value);
  for (const social of contact.social) add('social', social, (value) => `${value.service} ${value.url}`);
  return { reason, signature, findings };
}
