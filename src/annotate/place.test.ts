import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { place } from './place.ts';

const view = { width: 1000, height: 800 };
const card = { width: 392, height: 300 };
const lineAt = (top: number, left = 100) => ({ left, top, right: left + 200, bottom: top + 20 });

describe('place', () => {
  test('goes under the line where it fits', () => {
    expect(place(lineAt(100), card, view)).toMatchObject({ left: 100, top: 128 });
  });

  test('goes over the line where it fits only there', () => {
    expect(place(lineAt(700), card, view).top).toBe(700 - 8 - 300);
  });

  test('takes the larger side and scrolls inside where it fits nowhere', () => {
    const { top, maxHeight } = place(lineAt(300), { ...card, height: 900 }, view);
    expect(top).toBe(328);
    expect(maxHeight).toBe(800 - 8 - 328);
  });

  test('goes to where the pointer is on a long line', () => {
    expect(place(lineAt(100), card, view, 600).left).toBeGreaterThan(400);
  });

  test('is never off the window, at any size', () => {
    const size = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 320, max: 3000 }),
          height: fc.integer({ min: 200, max: 2000 }),
        }),
        fc.record({
          top: fc.integer({ min: -500, max: 2500 }),
          left: fc.integer({ min: -500, max: 3500 }),
        }),
        size,
        (window, { top, left }, height) => {
          const width = Math.min(392, window.width - 16);
          const placed = place(lineAt(top, left), { width, height }, window);
          expect(placed.left).toBeGreaterThanOrEqual(8);
          expect(placed.left + width).toBeLessThanOrEqual(window.width - 8);
          expect(placed.top).toBeGreaterThanOrEqual(8);
          expect(placed.top + Math.min(height, placed.maxHeight)).toBeLessThanOrEqual(
            window.height - 8,
          );
        },
      ),
    );
  });
});
