import type { ClaimText } from '../claims/claim.ts';
import { sayId } from '../ui/say.ts';

/** What readers call a theme. All claims of a pack are one theme, which goes by the pack's name. */
export function themeName({ theme, pack }: Pick<ClaimText, 'theme' | 'pack'>): string {
  return pack ? pack.name : sayId('theme', theme);
}
