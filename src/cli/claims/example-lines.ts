import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';

/** Which example of a claim: the list it stands in, and its place there from 0. */
export type ExampleKey = readonly [list: 'makes' | 'not', index: number];

/** Finds where example sentences stand in the claims files. */
export interface ExampleLines {
  fileOf(theme: string): string;
  /** The line of the example; 1 where the file has changed since it was compiled. */
  lineOf(theme: string, claim: string, key: ExampleKey): number;
}

/** Reads the claims files of the themes once more, now for the lines. */
export async function exampleLines(root: string, themes: Iterable<string>): Promise<ExampleLines> {
  const fileOf = (theme: string): string => join('assets', 'claims', `${theme}.yaml`);
  const files = new Map<string, (claim: string, key: ExampleKey) => number>();
  for (const theme of themes) {
    files.set(theme, linesIn(await readFile(join(root, fileOf(theme)), 'utf8')));
  }
  return { fileOf, lineOf: (theme, claim, key) => files.get(theme)?.(claim, key) ?? 1 };
}

function linesIn(text: string): (claim: string, key: ExampleKey) => number {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter });
  const claims = isSeq(contents) ? contents.items.filter((item) => isMap(item)) : [];
  const byId = new Map(claims.map((claim) => [String(claim.get('id')), claim]));
  return (claim, key) => {
    const node = byId.get(claim)?.getIn(['examples', ...key], true);
    return isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line : 1;
  };
}
