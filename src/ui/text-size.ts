import type { TextSize } from '../settings/settings.ts';

/** What a pixel of text comes to, as the styles have it in `--px`. */
export const pixelOf: Record<TextSize, string> = {
  small: '0.88px',
  normal: '1px',
  large: '1.2px',
  largest: '1.45px',
};
