import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { OpenOptions, TestBrowser } from './test-browser.ts';

/** The browsers that a test of the built extension is run in, each with the way to open it. */
export const bothBrowsers: readonly {
  name: string;
  openBrowser(options?: OpenOptions): Promise<TestBrowser>;
}[] = [
  { name: 'Chromium', openBrowser: openChromium },
  { name: 'Firefox', openBrowser: openFirefox },
];
