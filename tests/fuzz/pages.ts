import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { readPage } from '../../src/cli/page-document.ts';
import { readDocument } from '../../src/page/read.ts';
import type { DomPosition } from '../../src/page/text-map.ts';
import { checker } from '../engine/rules.ts';
import { oddPage } from './odd-page.ts';
import type { Run, Tally } from './tally.ts';
import { holdReport } from './texts.ts';

/**
 * Has the code that reads pages read generated ones, in the document model of the command line. What was
 * read is in order, every part of it is found again on the page, and the engine can work with it.
 */
export function fuzzPages({ count, seed }: Run): Tally {
  const tally = { pages: 0, characters: 0, blocks: 0, findings: 0 };
  fc.assert(
    fc.property(oddPage, (markup) => {
      const { page, address, title } = readPage(markup);
      const { source, locate } = readDocument(
        parseHTML(markup.replace(/<!doctype[^>]*>/gi, '')).document,
      );
      const { blocks, published } = source;
      deepStrictEqual(blocks, page.source.blocks);
      ok(address === null || /^https?:/i.test(address), 'an address is one of the web');
      ok(title === null || title.trim() !== '', 'a title has words');
      if (published !== null) match(published, /^\d{4}-\d{2}-\d{2}$/);
      let end = -1;
      for (const block of blocks) {
        ok(block.text.trim() !== '', 'a block has words');
        strictEqual(block.start, end + 1, 'blocks stand one behind the other');
        end = block.start + block.text.length;
        holdPlace(locate(block.start, end), block.text);
      }
      const report = checker.check(source);
      holdReport(source, report);
      for (const { start, end, quote } of report.findings) holdPlace(locate(start, end), quote);
      tally.pages += 1;
      tally.characters += markup.length;
      tally.blocks += blocks.length;
      tally.findings += report.findings.length;
    }),
    { numRuns: count, seed },
  );
  return tally;
}

/** A part of the text is a part of the page, from its first letter to its last. */
function holdPlace(place: { start: DomPosition; end: DomPosition } | null, text: string): void {
  ok(place, `"${text.slice(0, 40)}" is on the page`);
  const { start, end } = place;
  const [first, last] = [
    start.node.data.charAt(start.offset),
    end.node.data.charAt(end.offset - 1),
  ];
  strictEqual(first.trim(), text.charAt(0).trim(), 'a place begins where its text begins');
  strictEqual(last.trim(), text.at(-1)?.trim(), 'a place ends where its text ends');
}
