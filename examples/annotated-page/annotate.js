// Underlines the sentences of this page that make a known claim, and lists what is known of each.
// The page's own text is left as it is: ranges are painted with the CSS Custom Highlight API.
import { bundledRules, createTextChecker } from 'tumen';
import { readPage } from 'tumen/page';

const checker = createTextChecker(await bundledRules());
const page = readPage(document, location.href);
const { findings } = checker.check(page);

const list = document.querySelector('ol');
for (const finding of findings) {
  underline(finding);
  list.append(entry(finding));
}
list.closest('aside').hidden = findings.length === 0;

function underline(finding) {
  const range = page.rangeOf(finding);
  if (!range || !CSS.highlights) return;
  const highlight = CSS.highlights.get(finding.verdict) ?? new Highlight();
  CSS.highlights.set(finding.verdict, highlight.add(range));
}

function entry({ verdict, claim, quote }) {
  const { summary, sources } = checker.claim(claim);
  const item = document.createElement('li');
  item.append(`${verdict}: “${quote}” ${summary} `);
  for (const { url, publisher } of sources.slice(0, 2)) {
    const link = document.createElement('a');
    link.href = url;
    link.rel = 'noreferrer';
    link.textContent = publisher;
    item.append(link, ' ');
  }
  return item;
}
