import { createHash, createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ScriptError } from '../script-error.ts';
import { formatDate } from './format-date.ts';
import type { Service } from './run-context.ts';

const digests: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

const longestSleepMs = 300_000;

/** The part of Utilities that needs the host; bytes travel as base64. */
export const utilitiesService: Service = {
  computeDigest: (_run, algorithm: string, value: string) =>
    createHash(digests[algorithm] as string)
      .update(value, 'base64')
      .digest('base64'),
  computeHmacSha256Signature: (_run, value: string, key: string) =>
    createHmac('sha256', Buffer.from(key, 'base64')).update(value, 'base64').digest('base64'),
  getUuid: () => randomUUID(),
  sleep: (run, milliseconds: number) => {
    if (milliseconds < 0 || milliseconds > longestSleepMs) throw new ScriptError('Invalid argument: milliseconds');
    return sleep(milliseconds, undefined, { signal: run.ended });
  },
  formatDate: (_run, time: number, timeZone: string, format: string) => formatDate(new Date(time), timeZone, format),
};
