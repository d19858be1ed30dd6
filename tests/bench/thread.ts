import type { CDPSession, Page } from 'puppeteer-core';
import { openChromium } from '../e2e/harness/chromium.ts';
import { copyToMeasure, extensionBuild, newsHost } from '../e2e/harness/extension-build.ts';
import type { TestBrowser } from '../e2e/harness/test-browser.ts';
import { waitFor } from '../e2e/harness/wait.ts';

/** The script of the extension, and where its copy holds those that it is compared with. */
const contentScript = 'content-scripts/content.js';

/** How often in a row a thread is found without work before it is taken to be at rest. */
const restful = 4;
const lookEvery = 150;
/** What looking takes itself, in milliseconds, with room to spare. */
const looking = 0.6;

/**
 * What scripts cost the thread of a page that has come to rest before they start, in real Chromium. All
 * is counted that the thread does until it is at rest again: compiling, running, style, layout,
 * painting, garbage. The clock is that of the thread, so that other work of the machine is not.
 */
export class PageThread {
  private readonly browser: TestBrowser;
  private readonly root: CDPSession;
  private readonly first: Page;

  private constructor(browser: TestBrowser, root: CDPSession, first: Page) {
    this.browser = browser;
    this.root = root;
    this.first = first;
  }

  /**
   * Opens a browser in which Tumen is on no page of this name before it is told. `scripts` are those it
   * is compared with, by name.
   */
  static async open(page: string, scripts: Record<string, string>): Promise<PageThread> {
    const folder = await copyToMeasure(extensionBuild('chrome').folder, page, scripts);
    const browser = await openChromium({ folder });
    const first = await browser.open('framed.html');
    return new PageThread(browser, await first.browser().target().createCDPSession(), first);
  }

  /** Milliseconds that Tumen takes; `marks` tells whether there is something to mark. */
  tumen(file: string, marks: boolean): Promise<number> {
    return this.measure(file, contentScript, marks);
  }

  /** Milliseconds that one of the scripts takes. */
  script(file: string, name: string): Promise<number> {
    return this.measure(file, `${name}.js`, false);
  }

  /** Milliseconds of the longest task of a page's thread from when Tumen starts until it is done. */
  async longestTask(file: string): Promise<number> {
    const { close, rest } = await this.openAtRest(file);
    const categories = ['toplevel', 'devtools.timeline'];
    await this.root.send('Tracing.start', {
      traceConfig: { includedCategories: categories },
      transferMode: 'ReportEvents',
    });
    const events: TraceEvent[] = [];
    this.root.on('Tracing.dataCollected', ({ value }) => events.push(...(value as TraceEvent[])));
    await this.run(file, contentScript, true);
    await rest();
    const done = new Promise((resolve) => this.root.once('Tracing.tracingComplete', resolve));
    await this.root.send('Tracing.end');
    await done;
    this.root.removeAllListeners('Tracing.dataCollected');
    await close();
    const own = events.find(({ args }) => args?.data?.url?.endsWith(contentScript));
    if (!own) throw new Error('Tumen did not run');
    const tasks = events.filter(({ pid, tid }) => pid === own.pid && tid === own.tid);
    return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async measure(file: string, script: string, marks: boolean): Promise<number> {
    const { close, rest } = await this.openAtRest(file);
    const before = await rest();
    await this.run(file, script, marks);
    const after = await rest();
    await close();
    return after - before;
  }

  private async run(file: string, script: string, marks: boolean): Promise<void> {
    const worker = await waitFor('the background', async () =>
      this.first
        .browser()
        .targets()
        .find((target) => target.type() === 'service_worker')
        ?.worker(),
    );
    const inFront = `const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });`;
    const address = await worker.evaluate(`(async () => { ${inFront}
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['${script}'] });
      return tab.url;
    })()`);
    if (!String(address).endsWith(file)) throw new Error(`${file} is not in front`);
    if (marks) await waitFor('marks', () => this.browser.badgeText());
  }

  /**
   * Opens a page in a tab that is otherwise left alone: most of what test tools do in a page takes
   * its thread's time.
   */
  private async openAtRest(file: string) {
    const { targetId } = await this.root.send('Target.createTarget', { url: 'about:blank' });
    const target = await this.first
      .browser()
      .waitForTarget((each) => (each as unknown as { _targetId: string })._targetId === targetId);
    const session = await target.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Page.enable');
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    };
    const rest = async () => {
      let last = await busy();
      for (let quiet = 0; quiet < restful; ) {
        await new Promise((resolve) => setTimeout(resolve, lookEvery));
        const now = await busy();
        quiet = now - last < looking ? quiet + 1 : 0;
        last = now;
      }
      return last;
    };
    const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve));
    await session.send('Page.navigate', { url: `http://${newsHost}/${file}` });
    await loaded;
    await rest();
    const close = async () => {
      await this.root.send('Target.closeTarget', { targetId });
    };
    return { rest, close };
  }
}

/** What tracing tells of one thing that was done. */
interface TraceEvent {
  pid: number;
  tid: number;
  /** How long it held its thread, in microseconds of the thread's own time. */
  tdur?: number;
  args?: { data?: { url?: string } };
}
