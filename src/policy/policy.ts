import { browser } from 'wxt/browser';
import { type Reason, reasonOf } from '../reason/reason.ts';
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
  /** What in the policy cannot be used; the rest of it holds. */
  faults: readonly PolicyFault[];
}

/** A key of a policy that cannot be used, or not in full. */
export interface PolicyFault {
  key: string;
  reason: Reason | string;
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

/** Calls `onChange` with the new policy when it changes while the browser runs. */
export function watchPolicy(onChange: (policy: Policy) => void, signal?: AbortSignal): void {
  const listener = (_changes: object, area: string) => {
    if (area === 'managed') void loadPolicy().then(onChange);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Reads a policy; what cannot be used of it is named, and the rest holds. */
export function parsePolicy(stored: Record<string, unknown>): Policy {
  const faults: PolicyFault[] = [];
  const read = <Value>(key: string, isOne: (value: unknown) => value is Value, reason: Reason) => {
    const value = stored[key];
    if (value === undefined || isOne(value)) return value;
    faults.push({ key, reason });
    return undefined;
  };
  const list = (key: string) => read(key, isListOfText, { word: 'reason_notList', parts: [] });
  const yesOrNo = (key: string) => read(key, isYesOrNo, { word: 'reason_notYesNo', parts: [] });
  const patterns = (key: string) =>
    list(key)?.flatMap((line) => {
      try {
        return [toPattern(line)];
      } catch (error) {
        faults.push({ key, reason: reasonOf(error) });
        return [];
      }
    });
  const modes: Reason = { word: 'reason_notOneOf', parts: [siteModes.join(', ')] };
  return {
    mode: read('where', isMode, modes) ?? null,
    always: patterns('alwaysRead') ?? null,
    never: patterns('neverRead') ?? [],
    packsOn: list('packsOn') ?? [],
    packsOff: list('packsOff') ?? [],
    allowsPackImport: yesOrNo('packImport') ?? true,
    opensWelcome: yesOrNo('welcomePage') ?? true,
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
