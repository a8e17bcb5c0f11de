import type { ApiErrorBody } from './api/api-error.ts';

export interface QuotaLimits {
  unitsPerMinutePerUser: number;
  unitsPerMinutePerProject: number;
}

/** developers.google.com/workspace/gmail/api/reference/quota, for projects that are new since 1 May 2026. */
export const gmailLimits: QuotaLimits = { unitsPerMinutePerUser: 6_000, unitsPerMinutePerProject: 1_200_000 };

/** Counts Gmail's quota units by the minutes of the clock, for each user of each project and for each project. */
export class Quota {
  private minute = 0;
  private used = new Map<string, number>();

  constructor(
    private readonly now: () => number,
    private readonly limits: QuotaLimits,
  ) {}

  /** Takes the units, or says what Google answers: a request that is refused costs nothing. */
  take(units: number, user: string, projectId: string): ApiErrorBody | undefined {
    const minute = Math.floor(this.now() / 60_000);
    if (minute !== this.minute) this.used = new Map();
    this.minute = minute;

    const { unitsPerMinutePerUser, unitsPerMinutePerProject } = this.limits;
    const ofUser = `${projectId} ${user}`;
    if (this.after(ofUser, units) > unitsPerMinutePerUser)
      return quotaExceeded('Queries per minute per user', projectId);
    if (this.after(projectId, units) > unitsPerMinutePerProject) return quotaExceeded('Queries per minute', projectId);
    this.used.set(ofUser, this.after(ofUser, units));
    this.used.set(projectId, this.after(projectId, units));
    return undefined;
  }

  private after(key: string, units: number): number {
    return (this.used.get(key) ?? 0) + units;
  }
}

/** GAM-team/got-your-back issue 309, mxngls/gmail-cleaner issue 5; without Retry-After. `status` is assumed. */
const quotaExceeded = (limit: string, projectId: string): ApiErrorBody => ({
  status: 403,
  message:
    `Quota exceeded for quota metric 'Queries' and limit '${limit}' of service 'gmail.googleapis.com' for consumer ` +
    `'project_number:${projectId}'.`,
  reason: 'rateLimitExceeded',
  domain: 'usageLimits',
  code: 'PERMISSION_DENIED',
});
