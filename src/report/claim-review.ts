import type { ClaimText } from '../claims/claim.ts';
import { type Verdict, verdicts } from '../claims/verdict.ts';
import {
  addressOf,
  type CheckedText,
  type ReviewedFinding,
  reviewedFindings,
} from './checked-text.ts';

/** How sure the record is that a claim holds, from 1 (contradicted) to 6 (established). */
const ratings: Record<Verdict, number> = {
  false: 1,
  misleading: 2,
  outdated: 3,
  disputed: 4,
  unproven: 4,
  accurate: 6,
};

/** A claim as schema.org ClaimReview (https://schema.org/ClaimReview), as JSON-LD. */
export function claimReview(claim: ClaimText) {
  return review(claim, claim.verdict, {});
}

/** A ClaimReview for each finding, with the sentence and the text that make the claim. */
export function claimReviews(texts: readonly CheckedText[]) {
  return texts.flatMap((text) =>
    reviewedFindings(text).map(({ finding, claim }) =>
      review(claim, finding.verdict, {
        text: finding.quote,
        appearance: appearance(text, finding),
      }),
    ),
  );
}

function appearance(text: CheckedText, { quote }: ReviewedFinding['finding']) {
  const url = addressOf(text);
  return {
    '@type': 'CreativeWork',
    ...(url !== null && { url }),
    ...(text.title && { headline: text.title }),
    ...(text.published && { datePublished: text.published }),
    ...(text.language && { inLanguage: text.language }),
    text: quote,
  };
}

/** A pack is not Tumen's judgement. */
function authorOf({ pack }: ClaimText): string {
  return pack ? (pack.by ?? pack.name) : 'Tumen';
}

function review(claim: ClaimText, verdict: Verdict, said: object) {
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: claim.id,
    datePublished: claim.reviewed,
    claimReviewed: claim.claim,
    reviewBody: `${claim.summary} ${claim.explanation}`,
    author: { '@type': 'Organization', name: authorOf(claim) },
    itemReviewed: { '@type': 'Claim', name: claim.claim, ...said },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: ratings[verdict],
      worstRating: 1,
      bestRating: Math.max(...verdicts.map((one) => ratings[one])),
      alternateName: verdict,
      ratingExplanation: claim.summary,
    },
    citation: claim.sources.map(({ publisher, title, url, published }) => ({
      '@type': 'CreativeWork',
      name: title ?? publisher,
      publisher: { '@type': 'Organization', name: publisher },
      url,
      ...(published ? { datePublished: published } : {}),
    })),
  };
}
