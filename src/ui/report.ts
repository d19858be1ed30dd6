import type { CheckedText } from '../report/checked-text.ts';
import { claimReviews } from '../report/claim-review.ts';
import { jsonLd } from '../report/json-ld.ts';
import { markdownReport } from '../report/markdown.ts';
import { webAnnotations } from '../report/web-annotation.ts';
import { packNote } from './pack-origin.ts';
import { formatDay, say } from './say.ts';

/** The forms of a report, by names that are the same in every language. */
export const reportForms = ['Markdown', 'ClaimReview', 'Web Annotation'] as const;

export type ReportForm = (typeof reportForms)[number];

/** A report on checked texts, to be pasted anywhere. */
export function reportAs(form: ReportForm, texts: readonly CheckedText[]): string {
  switch (form) {
    case 'Markdown':
      return markdownReport(texts, {
        title: say('reportTitle'),
        untitled: say('textToCheck'),
        published: (day) => say('publishedOn', day),
        nothing: say('reportNothing'),
        verdict: (verdict) => say(`verdict_${verdict}`),
        dependsOnDate: say('dependsOnDate'),
        sources: say('sources'),
        reviewed: (day) => say('reviewed', day),
        pack: packNote,
        day: formatDay,
      });
    case 'ClaimReview':
      return jsonLd(claimReviews(texts));
    case 'Web Annotation':
      return jsonLd(webAnnotations(texts));
  }
}
