import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextBlock } from '../engine/finding.ts';
import { flatten, unflatten } from './flat-document.ts';

const block = fc.record({
  text: fc.string(),
  kind: fc.constantFrom('paragraph' as const, 'heading' as const),
});

test('a document comes out as it was sent, whatever its blocks hold', () => {
  fc.assert(
    fc.property(fc.array(block), (written) => {
      let start = 0;
      const blocks = written.map((each): TextBlock => {
        const placed = { ...each, start };
        start += each.text.length + 1;
        return placed;
      });
      const document = { blocks, published: '2026-01-02', language: null };
      expect(unflatten(JSON.parse(JSON.stringify(flatten(document))))).toEqual(document);
    }),
  );
});
