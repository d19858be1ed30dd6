import { browser } from 'wxt/browser';
import { sendToTab } from '../../src/messages/messages.ts';
import { framesWithFindings } from './badge.ts';

const keyOf = (tab: number): `frame-${number}` => `frame-${tab}`;

/**
 * Shows the next finding of a tab, or the one before: through each frame to its end, then in the next
 * one that has findings, and from the last one to the first again.
 */
export async function stepThrough(tab: number, by: 1 | -1): Promise<void> {
  const frames = await framesWithFindings(tab);
  const key = keyOf(tab);
  const { [key]: last } = await browser.storage.session.get<Record<string, number>>(key);
  const known = frames.indexOf(last ?? -1);
  const start = known >= 0 ? known : by > 0 ? 0 : frames.length - 1;
  for (let tried = 0; tried <= frames.length; tried++) {
    const frame = frames.at((start + by * tried) % frames.length);
    if (frame === undefined) return;
    const fresh = tried > 0 || known < 0;
    // A frame that has gone has no findings either.
    const found = await sendToTab(tab, 'step', { by, fresh }, frame).catch(() => false);
    if (!found) continue;
    await browser.storage.session.set({ [key]: frame });
    return;
  }
}

/** Drops what is kept of a tab that was closed. */
export function forgetSteps(tab: number): void {
  void browser.storage.session.remove(keyOf(tab));
}
