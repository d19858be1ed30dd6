import { browser } from 'wxt/browser';
import { seriousness, type Verdict } from '../../src/claims/verdict.ts';
import { sendToTab } from '../../src/messages/messages.ts';
import type { PageState } from '../../src/messages/protocol.ts';
import { loadSettings } from '../../src/settings/store.ts';
import { oneByOne } from '../../src/storage/one-by-one.ts';
import { speak } from '../../src/ui/load-texts.ts';
import { say, sayCount } from '../../src/ui/say.ts';
import { verdictStyles } from '../../src/ui/verdict-style.ts';

/** What was found on the page in a tab. */
interface TabVerdicts {
  page: number;
  /** By frame id. */
  frames: Record<number, Verdict[]>;
}

const keyOf = (tab: number): `badge-${number}` => `badge-${tab}`;

const afterOthers = oneByOne();

/**
 * Counts what a frame of a tab has found into the tab's badge. The counts of the other frames are
 * kept in session storage, since the background is stopped and started as the browser likes.
 */
export function showBadge(tab: number, frame: number, state: PageState): Promise<void> {
  return afterOthers(() => update(tab, frame, state));
}

/** The frames of a tab that have findings, by id. */
export async function framesWithFindings(tab: number): Promise<number[]> {
  const key = keyOf(tab);
  const { [key]: stored } = await browser.storage.session.get<Record<string, TabVerdicts>>(key);
  return Object.entries(stored?.frames ?? {})
    .filter(([, verdicts]) => verdicts.length > 0)
    .map(([frame]) => Number(frame))
    .sort((a, b) => a - b);
}

/** Drops what is kept of a tab that was closed. */
export function forgetTab(tab: number): void {
  void browser.storage.session.remove(keyOf(tab));
}

async function update(tab: number, frame: number, state: PageState): Promise<void> {
  const key = keyOf(tab);
  const { [key]: stored } = await browser.storage.session.get<Record<string, TabVerdicts>>(key);
  // A frame may be done before the page around it has begun, so the page tells itself from the last.
  const frames = stored?.page === state.page ? stored.frames : {};
  frames[frame] = state.findings.map((finding) => finding.verdict);
  await browser.storage.session.set({ [key]: { page: state.page, frames } satisfies TabVerdicts });
  await speak((await loadSettings()).language);
  await draw(tab, Object.values(frames).flat());
  // The browser clears the badge when the page is left. It may have been left before this was drawn.
  const there = await framesThere(tab, state.page, frames);
  if (there.length < Object.keys(frames).length) await draw(tab, there.flat());
}

/** What was found in those frames that are still there. */
async function framesThere(tab: number, page: number, frames: Record<number, Verdict[]>) {
  const asked = Object.entries(frames).map(async ([frame, found]) => {
    const isThere = await sendToTab(tab, 'tell-page', null, Number(frame)).then(
      (told) => told === page,
      () => false,
    );
    return isThere ? [found] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** The count comes last: once it is seen, its colour and its words are those that go with it. */
async function draw(tab: number, found: Verdict[]): Promise<void> {
  const worst = found.toSorted((a, b) => seriousness(a) - seriousness(b))[0];
  const details = { tabId: tab };
  if (!worst) {
    await browser.action.setTitle({ ...details, title: say('badgeTitleNone') });
    await browser.action.setBadgeText({ ...details, text: '' });
    return;
  }
  const verdict = say(`verdict_${worst}`);
  await browser.action.setTitle({
    ...details,
    title: sayCount('badgeTitle', found.length, verdict.toLowerCase()),
  });
  await browser.action.setBadgeBackgroundColor({ ...details, color: verdictStyles[worst].colour });
  await browser.action.setBadgeTextColor({ ...details, color: '#ffffff' });
  await browser.action.setBadgeText({ ...details, text: String(found.length) });
}
