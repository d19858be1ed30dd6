/** The verdicts a claim can have, the most serious first. */
export const verdicts = [
  'false',
  'misleading',
  'outdated',
  'disputed',
  'unproven',
  'accurate',
] as const;

export type Verdict = (typeof verdicts)[number];

/** How serious a verdict is: 0 is the most serious. */
export function seriousness(verdict: Verdict): number {
  return verdicts.indexOf(verdict);
}

/** Whether a text names a verdict. */
export function isVerdict(text: string): text is Verdict {
  return verdicts.some((verdict) => verdict === text);
}
