import { expect, test } from 'vitest';
import { openChromium } from './harness/chromium.ts';
import { openSettledPopup } from './harness/popup.ts';

test('Without highlights the popup says what is missing, and pages are left alone', async () => {
  const browser = await openChromium({ withoutHighlights: true });
  try {
    const page = await browser.open('sample-article.html');
    const popup = await openSettledPopup(browser);
    const told = await popup.inDocument((document) => document.body.textContent);
    expect(told).toContain('This browser cannot show marks');
    expect(told).toMatch(/lacks CSS\.highlights, .* Chrome 128, Firefox 146/);
    await popup.close();
    expect(await browser.inAnnotations(page, () => true)).toBeUndefined();
    expect(await browser.problems()).toEqual([]);
  } finally {
    await browser.close();
  }
});
