import { seriousness, verdicts } from '../claims/verdict.ts';
import { type Tone, toneFor, verdictStyles } from '../ui/verdict-style.ts';
import { contrast, groundOf, parseColour } from './ground.ts';
import { emphasis, highlightNames, pens } from './highlight-names.ts';
import { hostingElement, type Mark, parentOf, verdictOf } from './mark.ts';

/**
 * The rules for these names alone: a browser works out each rule's style for each element of the page,
 * so those for all that could be drawn would cost more than reading the page.
 */
function styleRules(names: ReadonlySet<string>, isQuiet: boolean): string {
  const drawn = pens.filter(({ name }) => names.has(name));
  const lines = drawn.map(({ verdict, tone, name }) => {
    const { line, colour, light, thickness, offset } = verdictStyles[verdict];
    const ink = { dark: colour, light, text: 'currentcolor' }[tone];
    const width = isQuiet ? 1 : thickness;
    return `::highlight(${name}){text-decoration:underline ${line} ${ink} ${width}px;text-underline-offset:${offset}px;text-decoration-skip-ink:none}`;
  });
  if (names.has(emphasis)) {
    lines.push(`@media not print{::highlight(${emphasis}){background-color:rgb(140 130 100/.2)}}`);
  }
  const selector = drawn.map(({ name }) => `::highlight(${name})`).join();
  return [
    ...lines,
    `@media (forced-colors:active){${selector}{text-decoration-color:CanvasText}}`,
    `@media print{${selector}{text-decoration:none}}`,
  ].join('');
}

function toneOf(mark: Mark): Tone {
  const element = hostingElement(mark);
  if (!element) return 'dark';
  const ground = groundOf(element, parentOf);
  return toneFor(verdictOf(mark), (colour) => {
    const line = parseColour(colour);
    return line ? contrast(line, ground) : 0;
  });
}

/**
 * Draws the marks by the CSS Custom Highlight API, so that no node of the page is touched.
 * Highlights are made anew each time and never read back: Firefox lets a content script set them
 * but not iterate them.
 */
export class Painter {
  private sheet: CSSStyleSheet | null = null;
  private rules = '';
  private isQuiet = false;
  /** All names that have been drawn so far: one that is no longer may soon be again. */
  private readonly names = new Set<string>();
  private readonly styled = new Set<Document | ShadowRoot>();

  paint(marks: readonly Mark[], isQuiet: boolean): void {
    // Asked before the sheet comes in: with it the browser works out the style of the whole page anew.
    const toned = marks.map((mark) => ({ mark, verdict: verdictOf(mark), tone: toneOf(mark) }));
    for (const { verdict, tone, name } of pens) {
      if (toned.some((mark) => mark.verdict === verdict && mark.tone === tone))
        this.names.add(name);
    }
    this.isQuiet = isQuiet;
    const sheet = this.writtenSheet();
    for (const mark of marks) this.style(mark.range.startContainer.getRootNode(), sheet);
    for (const { verdict, tone, name } of pens) {
      const drawn = toned.filter((mark) => mark.verdict === verdict && mark.tone === tone);
      if (drawn.length === 0) {
        CSS.highlights.delete(name);
        continue;
      }
      const highlight = new Highlight(...drawn.map(({ mark }) => mark.range));
      highlight.priority = verdicts.length - seriousness(verdict);
      CSS.highlights.set(name, highlight);
    }
  }

  /** Tints one sentence, while its card is open. */
  emphasise(mark: Mark | null): void {
    if (mark) {
      this.names.add(emphasis);
      this.writtenSheet();
      CSS.highlights.set(emphasis, new Highlight(mark.range));
    } else CSS.highlights.delete(emphasis);
  }

  private writtenSheet(): CSSStyleSheet {
    this.sheet ??= new CSSStyleSheet();
    const rules = styleRules(this.names, this.isQuiet);
    if (rules !== this.rules) this.sheet.replaceSync(rules);
    this.rules = rules;
    return this.sheet;
  }

  clear(): void {
    for (const name of highlightNames) CSS.highlights.delete(name);
    for (const root of this.styled) {
      const index = this.sheet ? root.adoptedStyleSheets.indexOf(this.sheet) : -1;
      if (index >= 0) root.adoptedStyleSheets.splice(index, 1);
    }
    this.styled.clear();
  }

  /** Each tree of nodes needs the rules itself: in Firefox the document's do not reach into others. */
  private style(root: Node, sheet: CSSStyleSheet): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    this.styled.add(root);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  }
}
