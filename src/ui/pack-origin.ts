import type { PackOrigin } from '../claims/claim.ts';
import { say } from './say.ts';

/** Whose a claim is that Tumen has not reviewed, in words. */
export function packNote({ name, by }: PackOrigin): string {
  return by === null ? say('packNoteUnnamed', name) : say('packNote', name, by);
}
