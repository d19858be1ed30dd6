import { deliveries } from './deliveries.ts';
import { koreans } from './koreans.ts';
import { ours } from './ours.ts';
import { partners } from './partners.ts';
import { persons } from './persons.ts';
import type { ReferenceKind } from './reference.ts';
import { regions } from './regions.ts';
import { sanctions } from './sanctions.ts';
import { ships } from './ships.ts';
import { soldiers } from './soldiers.ts';
import { some } from './some.ts';
import { subjects } from './subjects.ts';
import { they } from './they.ts';
import { treaties } from './treaties.ts';

/**
 * All kinds of words that mean what was told of before, in the order in which they are read: whom or what the first
 * ones mean tells the later ones what is left, as "they" are people before they are things.
 */
export const referenceKinds: readonly ReferenceKind[] = [
  persons,
  koreans,
  they,
  some,
  soldiers,
  subjects,
  partners,
  ours,
  regions,
  ships,
  deliveries,
  sanctions,
  treaties,
];

/** The concepts that any of them asks for in the sentences before. */
export const askedBefore: readonly string[] = referenceKinds.flatMap(({ asks }) => asks);
