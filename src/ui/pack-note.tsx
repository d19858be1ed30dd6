import type { PackOrigin } from '../claims/claim.ts';
import { say } from './say.ts';

/** Whose a claim is that Tumen has not reviewed; nothing for Tumen's own. */
export function PackNote({ pack }: { pack: PackOrigin | undefined }) {
  if (!pack) return null;
  return (
    <p class="pack-note" dir="auto">
      {packNote(pack)}
    </p>
  );
}

/** The same in words. */
export function packNote({ name, by }: PackOrigin): string {
  return by === null ? say('packNoteUnnamed', name) : say('packNote', name, by);
}
