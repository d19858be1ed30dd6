import { browser } from 'wxt/browser';
import { toPattern } from '../sites/pattern.ts';
import { type SiteMode, type Sites, siteModes } from '../sites/sites.ts';

/** What an organisation has set for its readers; docs/POLICY.md tells how. */
export interface Policy {
  /** Where Tumen runs by itself; null where the reader chooses. */
  mode: SiteMode | null;
  /** Patterns that stand in place of the reader's own list; null where the reader keeps it. */
  always: readonly string[] | null;
  /** Patterns that stand before those of the reader's own list. */
  never: readonly string[];
  /** Ids of packs that are on, and of packs that are off, whatever the reader wants. */
  packsOn: readonly string[];
  packsOff: readonly string[];
  allowsPackImport: boolean;
  opensWelcome: boolean;
  /** What in the policy cannot be used, with the reason; the rest of it holds. */
  faults: readonly string[];
}

/** What holds where nobody has set anything. */
export const noPolicy: Policy = {
  mode: null,
  always: null,
  never: [],
  packsOn: [],
  packsOff: [],
  allowsPackImport: true,
  opensWelcome: true,
  faults: [],
};

/** The policy that the browser was given for Tumen. */
export async function loadPolicy(): Promise<Policy> {
  // Firefox fails where there is none.
  return parsePolicy(await browser.storage.managed.get().catch(() => ({})));
}

/** Calls `onChange` when the policy changes while the browser runs. */
export function watchPolicy(onChange: () => void, signal?: AbortSignal): void {
  const listener = (_changes: object, area: string) => {
    if (area === 'managed') onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Reads a policy; what cannot be used of it is named, and the rest holds. */
export function parsePolicy(stored: Record<string, unknown>): Policy {
  const faults: string[] = [];
  const read = <Value>(key: string, isOne: (value: unknown) => value is Value, form: string) => {
    const value = stored[key];
    if (value === undefined || isOne(value)) return value;
    faults.push(`${key}: it must be ${form}`);
    return undefined;
  };
  const patterns = (key: string) =>
    read(key, isListOfText, 'a list of texts')?.flatMap((line) => {
      try {
        return [toPattern(line)];
      } catch (error) {
        faults.push(`${key}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });
  return {
    mode: read('where', isMode, `one of ${siteModes.join(', ')}`) ?? null,
    always: patterns('alwaysRead') ?? null,
    never: patterns('neverRead') ?? [],
    packsOn: read('packsOn', isListOfText, 'a list of texts') ?? [],
    packsOff: read('packsOff', isListOfText, 'a list of texts') ?? [],
    allowsPackImport: read('packImport', isYesOrNo, 'true or false') ?? true,
    opensWelcome: read('welcomePage', isYesOrNo, 'true or false') ?? true,
    faults,
  };
}

/** Where Tumen runs by what the reader has chosen, as far as the organisation leaves it open. */
export function sitesUnder({ mode, always, never }: Policy, own: Sites): Sites {
  return {
    mode: mode ?? own.mode,
    always: [...(always ?? own.always)],
    never: [...new Set([...never, ...own.never])],
  };
}

/** Whether a pack is on; null where the organisation leaves it open. One that is to be off is off. */
export function isPackOn({ packsOn, packsOff }: Policy, id: string): boolean | null {
  if (packsOff.includes(id)) return false;
  return packsOn.includes(id) ? true : null;
}

function isMode(value: unknown): value is SiteMode {
  return siteModes.some((mode) => mode === value);
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isYesOrNo(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
