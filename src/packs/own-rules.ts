import { browser } from 'wxt/browser';
import { rulesOfPack } from '../claims/pack.ts';
import type { ClaimRule, Rules } from '../claims/rules.ts';
import { loadRules } from '../claims/stored-rules.ts';
import { loadPacks } from './store.ts';

/** The rules that came with the extension. */
export async function loadOwnRules(): Promise<Rules> {
  const response = await fetch(browser.runtime.getURL('/rules.json'));
  return loadRules(await response.json());
}

/** All claims that a reader may meet: Tumen's, and those of the packs that are on. */
export async function loadClaims(): Promise<ClaimRule[]> {
  const [{ file }, packs] = await Promise.all([loadOwnRules(), loadPacks()]);
  return [...file.claims, ...packs.flatMap((pack) => rulesOfPack(pack, file).file.claims)];
}
