import type { ClaimText } from './claim.ts';
import { type Verdict, verdicts } from './verdict.ts';

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
export function claimReview(claim: ClaimText, more: { verdict?: Verdict; quote?: string } = {}) {
  const verdict = more.verdict ?? claim.verdict;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: claim.id,
    datePublished: claim.reviewed,
    claimReviewed: more.quote ?? claim.claim,
    reviewBody: `${claim.summary} ${claim.explanation}`,
    author: { '@type': 'Organization', name: 'Tumen' },
    itemReviewed: { '@type': 'Claim', name: claim.claim },
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
