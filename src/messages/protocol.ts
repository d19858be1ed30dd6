import type { ClaimText, PackOrigin } from '../claims/claim.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { Report } from '../engine/finding.ts';
import type { PackChange, PackEntry } from '../packs/pack-list.ts';
import type { CheckedText } from '../report/checked-text.ts';
import type { Language, Settings, SettingsChange } from '../settings/settings.ts';
import type { FlatDocument } from './flat-document.ts';

/** What the background answers for a page: the findings, and the claims that they name. */
export interface CheckAnswer {
  report: Report;
  claims: ClaimText[];
  /**
   * What a marker at each finding is called aloud. A page would have to wait for the first text of the
   * interface that it asked for.
   */
  labels: string[];
  /** What is said of so many further findings in a sentence, none first. */
  more: string[];
}

/** Why a page has no findings to show, or that it has. */
export type PageStatus =
  | 'reading'
  | 'done'
  /** The page does not name both countries. */
  | 'elsewhere'
  /** The page is a fact check itself. */
  | 'fact-check'
  /** It is not read by itself, and the reader has not asked. */
  | 'waits'
  | 'paused'
  | 'failed';

/** One finding as the popup lists it. */
export interface ListedFinding {
  claim: string;
  verdict: Verdict;
  /** Number of the marked sentence on its page, and of the finding within it. */
  mark: number;
  place: number;
  quote: string;
  summary: string;
  /** The pack that the claim comes from; nothing where it is Tumen's own. */
  pack?: PackOrigin | undefined;
}

/** What one frame of a page knows of itself. */
export interface PageState {
  /** Tells one page of a tab from the next: the same in all its frames. */
  page: number;
  status: PageStatus;
  findings: ListedFinding[];
  /** Ids of claims found here that the reader has hidden. */
  hidden: string[];
}

/** What a report tells of one frame of a page. */
export interface FrameReport extends Omit<CheckedText, 'claims'> {
  claims: ClaimText[];
}

/** The texts of the interface in a language that the reader chose over that of the browser. */
export interface ChosenTexts {
  language: string;
  texts: Readonly<Record<string, string>>;
}

/** A site that is to be read by itself from now on, and the tab that shows it. */
export interface SiteToAdd {
  /** As a line of the list of sites. */
  site: string;
  tab: number;
}

/** What is brought into a page when it is needed: first what reads it, then what draws lines and markers, then the card. */
export const pageParts = ['read', 'annotate', 'card'] as const;
export type PagePart = (typeof pageParts)[number];

/** What draws on a page. */
export type DrawingPart = Exclude<PagePart, 'read'>;

/** Every message there is: what is asked, and what is answered. */
export interface Messages {
  /** Content script to background: find the claims in this text. */
  check: { ask: FlatDocument; answer: CheckAnswer };
  /** Content script to background and popup: this frame's state is now so. */
  state: { ask: PageState; answer: null };
  /** Content script to background: bring this part of Tumen into my frame. */
  bring: { ask: PagePart; answer: null };
  /** Content script to background: the texts of the interface in a language, for what is drawn. */
  texts: { ask: Language; answer: ChosenTexts };
  /** Content script or popup to background, the only one who writes the settings. */
  change: { ask: SettingsChange; answer: Settings };
  /** Settings page to background: import, switch or remove a pack. */
  'change-packs': { ask: PackChange; answer: PackEntry[] };
  /** Content script to background: open the library at this claim. Pages may not open it themselves. */
  'open-claim': { ask: { claim: string }; answer: null };
  /** Popup to background: read the page in a tab now, by itself or not. */
  start: { ask: { tab: number }; answer: null };
  /**
   * Popup to background: have this site always read once the browser gives access to it, for which the reader is
   * being asked; null when it was not given.
   */
  'always-read': { ask: SiteToAdd | null; answer: null };
  /** Background to content script: the reader asks for this page. */
  'check-now': { ask: null; answer: null };
  /** Popup to content script: send your state. */
  'tell-state': { ask: null; answer: null };
  /** Background to content script: which page this frame is of, as its states tell it. */
  'tell-page': { ask: null; answer: number };
  /** Popup to content script: send what a report tells of this frame; null where nothing is shown. */
  'tell-report': { ask: null; answer: FrameReport | null };
  /** Popup to content script: show this finding. */
  show: { ask: { mark: number; place: number }; answer: null };
  /**
   * Background to content script: show the next finding, or the one before, and tell whether there
   * was one in this frame. `fresh` begins at the frame's first, or at its last.
   */
  step: { ask: { by: 1 | -1; fresh: boolean }; answer: boolean };
}

export type MessageKind = keyof Messages;
export type Ask<K extends MessageKind> = Messages[K]['ask'];
export type Answer<K extends MessageKind> = Messages[K]['answer'];
