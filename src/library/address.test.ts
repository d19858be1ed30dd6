import { expect, test } from 'vitest';
import { addressOf, noFilters, type View, viewAt } from './address.ts';

const views: View[] = [
  { page: 'claims', filters: noFilters },
  {
    page: 'claims',
    filters: {
      words: '1,000 & more?',
      theme: 'troops',
      verdict: 'false',
      person: 'Kim Jong Un',
      year: '2025',
    },
  },
  { page: 'claim', id: 'shoigu-defence-minister' },
  { page: 'claim', id: 'what/is this?' },
  { page: 'timeline' },
  { page: 'methodology' },
  { page: 'corrections' },
];

test.each(views)('a view comes back from its address: %j', (view) => {
  expect(viewAt(addressOf(view))).toEqual(view);
});

test('what an address does not say, or says wrongly, is no filter', () => {
  const nothing = { page: 'claims', filters: noFilters };
  expect(viewAt('')).toEqual(nothing);
  expect(viewAt('#/nowhere?verdict=guilty')).toEqual(nothing);
  expect(viewAt('#/claim/%E0%A4')).toEqual({ page: 'claim', id: '%E0%A4' });
});
