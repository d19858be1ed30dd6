import { browser } from 'wxt/browser';
import type { Fault } from '../../src/claims/fault.ts';
import { packLimits } from '../../src/claims/pack.ts';
import { send } from '../../src/messages/messages.ts';
import { sayProblem } from '../../src/ui/problem.ts';
import { formatNumber, interfaceLanguage, say } from '../../src/ui/say.ts';
import type { PackAnswer, PackQuestion } from './pack-worker.ts';

/** Reasons not to import a file: in words for the reader, or faults in English for whoever made it. */
export class PackRefusal extends Error {
  readonly reasons: readonly string[];
  readonly areFaults: boolean;
  constructor(reasons: readonly string[], areFaults = false) {
    super(reasons.join(' '));
    this.reasons = reasons;
    this.areFaults = areFaults;
  }
}

/**
 * Checks a file beside this page, so that nothing waits for it, and has the background keep it.
 * @returns the pack's name, and the concepts for which Tumen has its own
 * @throws PackRefusal; then everything is as it was
 */
export async function importPack(file: File): Promise<{ name: string; passedOver: string[] }> {
  if (file.size > packLimits.file) {
    const [size, most] = [file.size, packLimits.file].map((bytes) =>
      formatNumber(Math.ceil(bytes / 100_000) / 10),
    );
    throw new PackRefusal([say('packTooLarge', size ?? '', most ?? '')]);
  }
  const answer = await checked({
    name: file.name,
    text: await textOf(file),
    rules: browser.runtime.getURL('/rules.json'),
  });
  if ('failure' in answer) throw new PackRefusal([answer.failure], true);
  if ('faults' in answer) throw new PackRefusal(answer.faults.map(sayFault), true);
  try {
    await send('change-packs', { kind: 'add', file: answer.file });
  } catch (error) {
    throw new PackRefusal([sentence(sayProblem(error))]);
  }
  return { name: answer.file.pack.name, passedOver: answer.passedOver };
}

/** Reasons stand alone here, and not within a sentence. */
function sentence(reason: string): string {
  const first = reason.charAt(0).toLocaleUpperCase(interfaceLanguage());
  return `${first}${reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}`;
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new PackRefusal([say('packNotText')]);
  }
}

function checked(question: PackQuestion): Promise<PackAnswer> {
  const worker = new Worker('/pack-worker.js', { type: 'module', name: 'pack' });
  return new Promise<PackAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PackAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new PackRefusal([message])));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

function sayFault({ claim, key, message }: Fault): string {
  if (claim === undefined) return key === 'file' ? message : `${key}: ${message}`;
  return key === '' ? `${claim}: ${message}` : say('packFaultInClaim', claim, key, message);
}
