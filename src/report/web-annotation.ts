import { v5 as uuidFromName } from 'uuid';
import type { ClaimText, PackOrigin } from '../claims/claim.ts';
import {
  addressOf,
  type CheckedText,
  type ReportedFinding,
  reviewedFindings,
} from './checked-text.ts';

/** How much of the text before and after a sentence tells it from the same words elsewhere. */
const contextLength = 32;

/**
 * An annotation for each finding, as JSON-LD by the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/). The same text gives the same annotations again.
 */
export function webAnnotations(texts: readonly CheckedText[]) {
  return texts.flatMap(annotationsOf);
}

function annotationsOf(text: CheckedText) {
  const source = addressOf(text) ?? identifier(text.text);
  const position = codePointCounter(text.text);
  return reviewedFindings(text).map(({ finding, claim }) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: identifier(`${source} ${finding.start} ${finding.end} ${claim.id}`),
    type: 'Annotation',
    motivation: 'assessing',
    creator: { type: 'Software', name: 'Tumen' },
    body: bodies(finding, claim),
    target: {
      source,
      selector: [
        quoteSelector(text.text, finding),
        {
          type: 'TextPositionSelector',
          start: position(finding.start),
          end: position(finding.end),
        },
      ],
    },
  }));
}

function bodies({ verdict }: ReportedFinding, claim: ClaimText) {
  const text = { type: 'TextualBody', format: 'text/plain', language: 'en' };
  return [
    { ...text, purpose: 'classifying', value: verdict },
    { ...text, purpose: 'identifying', value: claim.id },
    { ...text, purpose: 'commenting', value: `${claim.summary} ${claim.explanation}` },
    ...(claim.pack ? [{ ...text, purpose: 'describing', value: originOf(claim.pack) }] : []),
    ...claim.sources.map(({ url }) => ({
      type: 'SpecificResource',
      purpose: 'linking',
      source: url,
    })),
  ];
}

function originOf({ name, by }: PackOrigin): string {
  return `From the pack ${name}${by === null ? '' : ` by ${by}`}; not reviewed by Tumen.`;
}

function quoteSelector(text: string, { start, end }: ReportedFinding) {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    // Cutting may leave half of a character at the outer end.
    prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + contextLength).replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/** The standard counts in code points; a text is gone through once, as long as offsets grow. */
function codePointCounter(text: string): (offset: number) => number {
  let at = 0;
  let count = 0;
  return (offset) => {
    if (offset < at) [at, count] = [0, 0];
    while (at < offset) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      count++;
    }
    return count;
  };
}

function identifier(name: string): string {
  return `urn:uuid:${uuidFromName(name, uuidFromName.URL)}`;
}
