import type { PackOrigin } from '../claims/claim.ts';
import { packNote } from './pack-origin.ts';

/** Whose a claim is that Tumen has not reviewed; nothing for Tumen's own. */
export function PackNote({ pack }: { pack: PackOrigin | undefined }) {
  if (!pack) return null;
  return (
    <p class="pack-note" dir="auto">
      {packNote(pack)}
    </p>
  );
}
