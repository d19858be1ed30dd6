import type { Correction } from '../claims/corrections.ts';
import { formatDay, say } from '../ui/say.ts';
import { addressOf } from './address.ts';
import type { Collection } from './collection.ts';

/** All corrections, each with a link to its claim. */
export function CorrectionLog({ collection }: { collection: Collection }) {
  return (
    <div class="prose">
      <h1>{say('correctionsPage')}</h1>
      <p class="lead">{say('correctionsIntro')}</p>
      {collection.corrections.length === 0 ? (
        <p>{say('noCorrections')}</p>
      ) : (
        <CorrectionItems corrections={collection.corrections} collection={collection} />
      )}
    </div>
  );
}

interface CorrectionItemsProps {
  corrections: readonly Correction[];
  /** Where it is given, each correction leads to its claim. */
  collection?: Collection;
}

/** Corrections with their day, what changed and why. */
export function CorrectionItems({ corrections, collection }: CorrectionItemsProps) {
  return (
    <ol class="corrections">
      {corrections.map(({ on, claim, what, why }) => (
        <li key={`${on} ${claim} ${what}`}>
          <time class="fine" dateTime={on}>
            {formatDay(on)}
          </time>
          {collection && (
            <h2>
              <a href={addressOf({ page: 'claim', id: claim })} dir="auto">
                {collection.claim(claim)?.claim ?? claim}
              </a>
            </h2>
          )}
          <p dir="auto">{what}</p>
          <p dir="auto">{say('correctionWhy', why)}</p>
        </li>
      ))}
    </ol>
  );
}
