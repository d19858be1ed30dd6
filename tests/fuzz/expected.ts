import { compilePack } from '../../src/claims/compile-pack.ts';
import { readPage } from '../../src/cli/page-document.ts';
import { type Finding, isShown } from '../../src/engine/finding.ts';
import { checkWithPacks, ruleSetOf } from '../../src/packs/check.ts';
import {
  changed,
  defaultSettings,
  type Settings,
  type SettingsChange,
} from '../../src/settings/settings.ts';
import { type Standing, standingOf } from '../../src/sites/sites.ts';
import { newsHost, unlistedHost } from '../e2e/harness/extension-build.ts';
import { checker, rules } from '../engine/rules.ts';
import { readProjectFile } from '../support/module-graph.ts';

/** The pages that the reader goes to and fro between, by host and file. */
export const places = [
  { host: newsHost, file: 'printed.html' },
  { host: newsHost, file: 'ferries.html' },
  { host: newsHost, file: 'unrelated.html' },
  { host: unlistedHost, file: 'ferries.html' },
] as const;

export type Place = (typeof places)[number];

/** The pack that is imported and removed. */
export const packText = readProjectFile('docs/example-pack.yaml');
export const packId = 'harbour-desk';

const listed = [`*://*.${newsHost.replace('www.', '')}/*`];
const packFile = compilePack(packText, 'pack.yaml', rules.file).file;
const ours = { rules, checker };
const pack = ruleSetOf(packFile, rules.file);

const documents = new Map(
  places.map(({ file }) => [file, readPage(readProjectFile(`tests/pages/${file}`)).page.source]),
);
const found = new Map(
  [...documents].map(([file, source]) => [
    file,
    {
      alone: checkWithPacks(source, ours, []).report.findings,
      withPack: checkWithPacks(source, ours, [pack]).report.findings,
    },
  ]),
);

/** A page as it was loaded into a tab. */
export interface Loaded {
  place: Place;
  /** Whether Tumen's script is in it. */
  hasScript: boolean;
  /** Whether the reader has had it read though it is not read by itself. */
  isAsked: boolean;
}

/** What has to be so by all that was done. */
export class Expected {
  settings: Settings = defaultSettings;
  /** Whether the pack is on; null where there is none. */
  pack: boolean | null = null;

  change(change: SettingsChange): void {
    this.settings = changed(this.settings, change);
  }

  /** How a page stands that has Tumen's script in it. */
  standing({ place, isAsked }: Pick<Loaded, 'place' | 'isAsked'>): Standing {
    const address = new URL(`http://${place.host}/${place.file}`);
    const standing = standingOf(this.settings.sites, address, listed);
    return standing === 'waits' && isAsked ? 'reads' : standing;
  }

  /** Whether Tumen's script comes into pages of a host when they are loaded. */
  runsOn(host: string): boolean {
    return host === newsHost || this.addsHost(host);
  }

  /** Whether pages of a host get Tumen's script because the reader has added it. */
  addsHost(host: string): boolean {
    const bare = host.replace('www.', '');
    return this.settings.sites.always.some((line) => line.replace('*.', '') === bare);
  }

  /** What is marked on a page. */
  findings(page: Loaded): Finding[] {
    if (!page.hasScript || this.standing(page) !== 'reads') return [];
    return this.wanted(page.place).filter(({ claim }) => !this.isHidden(claim));
  }

  /** The claims that would be marked on a page and are hidden. */
  hiddenOn(page: Loaded): string[] {
    if (!page.hasScript || this.standing(page) !== 'reads') return [];
    const claims = this.wanted(page.place).map(({ claim }) => claim);
    return [...new Set(claims)].filter((claim) => this.isHidden(claim));
  }

  /** What a card says first. */
  summaryOf({ claim }: Finding): string {
    return (rules.claims.get(claim) ?? pack.rules.claims.get(claim))?.summary ?? claim;
  }

  private isHidden(claim: string): boolean {
    return this.settings.hiddenClaims.includes(claim);
  }

  private wanted({ file }: Place): Finding[] {
    const { alone = [], withPack = [] } = found.get(file) ?? {};
    return (this.pack ? withPack : alone).filter(
      ({ stance, verdict }) => isShown(stance) && this.settings.verdicts.includes(verdict),
    );
  }
}
