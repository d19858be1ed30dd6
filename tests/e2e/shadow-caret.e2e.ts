import { expect, test } from 'vitest';
import { waitForCard, waitForMarkers } from './harness/annotations.ts';
import { openChromium } from './harness/chromium.ts';

/** As Firefox 146 to 149 have it. */
const withoutShadowRoots = `
  const ask = Document.prototype.caretPositionFromPoint;
  Document.prototype.caretPositionFromPoint = function (x, y) {
    return ask.call(this, x, y);
  };`;

test('Where the caret is not looked for in shadow trees, pointing into these opens the card', async () => {
  const browser = await openChromium({ first: withoutShadowRoots });
  try {
    const page = await browser.open('shadow-roots.html');
    await waitForMarkers(browser, page);
    const lines = await page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((range) => {
          const [line] = (range as Range).getClientRects();
          const isInTree = (range as Range).startContainer.getRootNode() !== document;
          return { x: line?.x ?? 0, y: line?.y ?? 0, isInTree };
        }),
      ),
    );
    expect(lines.filter(({ isInTree }) => isInTree).length).toBeGreaterThan(1);
    for (const { x, y } of lines) {
      await page.mouse.move(x + 20, y + 6, { steps: 3 });
      await waitForCard(browser, page);
      await page.keyboard.press('Escape');
      await page.mouse.move(1, 1);
    }
  } finally {
    await browser.close();
  }
});
