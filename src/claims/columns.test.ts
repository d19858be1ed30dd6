import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, rowsOf } from './columns.ts';

test('columns give back the records they were made of', () => {
  const record = fc.record({ id: fc.string(), count: fc.nat(), list: fc.array(fc.jsonValue()) });
  fc.assert(
    fc.property(fc.array(record), (rows) => {
      const stored = JSON.stringify(columnsOf(rows));
      expect(rowsOf(JSON.parse(stored))).toEqual(JSON.parse(JSON.stringify(rows)));
    }),
  );
});

test('whatever is given as columns makes records', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(Array.isArray(rowsOf(value))).toBe(true);
    }),
  );
  expect(rowsOf({ id: ['a', 'b'], count: [1] })).toEqual([{ id: 'a', count: 1 }, { id: 'b' }]);
});
