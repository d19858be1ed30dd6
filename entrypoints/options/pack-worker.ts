import { compilePack } from '../../src/claims/compile-pack.ts';
import { type Fault, FaultyRulesError } from '../../src/claims/fault.ts';
import type { PackFile } from '../../src/claims/pack.ts';
import { loadRules } from '../../src/claims/stored-rules.ts';

/** A file to be checked. */
export interface PackQuestion {
  name: string;
  text: string;
  /** Where the rules file is. */
  rules: string;
}

/** What came of it. */
export type PackAnswer =
  | { file: PackFile; passedOver: string[] }
  | { faults: readonly Fault[] }
  | { failure: string };

addEventListener('message', async ({ data }: MessageEvent<PackQuestion>) => {
  postMessage(await answer(data));
});

async function answer({ name, text, rules }: PackQuestion): Promise<PackAnswer> {
  try {
    const ours = loadRules(await (await fetch(rules)).json()).file;
    const { file, passedOver } = compilePack(text, name, ours);
    return { file, passedOver };
  } catch (error) {
    if (error instanceof FaultyRulesError) return { faults: error.faults };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
