import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { OwnPage, TestBrowser } from './test-browser.ts';

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds fault with in a page of Tumen's own. */
export async function faultsInOwnPage(page: OwnPage): Promise<string[]> {
  const look = new Function(
    'document',
    `${await readFile(axeFile, 'utf8')};
    return axe.run(document).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)));`,
  ) as (document: Document) => Promise<string[]>;
  return page.inDocument(look);
}

/**
 * What axe finds fault with in all that Tumen draws on a page. It cannot see into a closed shadow
 * root, so it is given a copy in an open one, in which the card is open if it was; the page itself
 * is of no use afterwards.
 */
export async function faultsInAnnotations(browser: TestBrowser, page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  await browser.inAnnotations(page, copyIntoOpenRoot);
  return page.evaluate(faultsIn, '#open-copy');
}

/** What axe finds fault with in one of Tumen's own pages. */
export async function faultsInPage(page: Page): Promise<string[]> {
  await page.evaluate(
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  return page.evaluate(faultsIn, 'html');
}

/** Runs in the page. */
async function faultsIn(place: string): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: { run(place: string): Promise<AxeResult> } };
  const { violations } = await axe.run(place);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
  );
}

/** Runs in the page. */
function copyIntoOpenRoot(root: ShadowRoot): boolean {
  const copy = document.createElement('div');
  copy.id = 'open-copy';
  const open = copy.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  for (const sheet of root.adoptedStyleSheets) {
    for (const rule of sheet.cssRules) style.textContent += rule.cssText;
  }
  open.append(style);
  for (const node of root.childNodes) open.append(node.cloneNode(true));
  const card = root.querySelector<HTMLElement>('[popover]:popover-open');
  root.host.remove();
  document.documentElement.append(copy);
  if (card) open.querySelector<HTMLElement>('[popover]')?.showPopover();
  return card !== null;
}
