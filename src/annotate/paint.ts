import { seriousness, type Verdict, verdicts } from '../claims/verdict.ts';
import { verdictStyles } from '../ui/verdict-style.ts';
import { type Mark, verdictOf } from './mark.ts';

const emphasis = 'tumen-emphasis';
const nameOf = (verdict: Verdict): string => `tumen-${verdict}`;

function styleRules(): string {
  const lines = verdicts.map((verdict) => {
    const { line, colour, thickness, offset } = verdictStyles[verdict];
    return `::highlight(${nameOf(verdict)}){text-decoration:underline ${line} ${colour} ${thickness}px;text-underline-offset:${offset}px;text-decoration-skip-ink:none}`;
  });
  const names = verdicts.map((verdict) => `::highlight(${nameOf(verdict)})`).join();
  return [
    ...lines,
    `::highlight(${emphasis}){background-color:rgb(140 130 100/.2)}`,
    `@media (forced-colors:active){${names}{text-decoration-color:CanvasText}}`,
    `@media print{${names}{text-decoration:none}}`,
  ].join('');
}

/**
 * Draws the marks by the CSS Custom Highlight API, so that no node of the page is touched.
 * Highlights are made anew each time and never read back: Firefox lets a content script set them
 * but not iterate them.
 */
export class Painter {
  private sheet: CSSStyleSheet | null = null;
  private readonly styled = new Set<Document | ShadowRoot>();

  paint(marks: readonly Mark[]): void {
    for (const mark of marks) this.style(mark.range.startContainer.getRootNode());
    for (const verdict of verdicts) {
      const ranges = marks.filter((m) => verdictOf(m) === verdict).map((m) => m.range);
      if (ranges.length === 0) {
        CSS.highlights.delete(nameOf(verdict));
        continue;
      }
      const highlight = new Highlight(...ranges);
      highlight.priority = verdicts.length - seriousness(verdict);
      CSS.highlights.set(nameOf(verdict), highlight);
    }
  }

  /** Tints one sentence, while its card is open. */
  emphasise(mark: Mark | null): void {
    if (mark) CSS.highlights.set(emphasis, new Highlight(mark.range));
    else CSS.highlights.delete(emphasis);
  }

  clear(): void {
    for (const verdict of verdicts) CSS.highlights.delete(nameOf(verdict));
    CSS.highlights.delete(emphasis);
    for (const root of this.styled) {
      const index = this.sheet ? root.adoptedStyleSheets.indexOf(this.sheet) : -1;
      if (index >= 0) root.adoptedStyleSheets.splice(index, 1);
    }
    this.styled.clear();
  }

  /** Each tree of nodes needs the rules itself: in Firefox the document's do not reach into others. */
  private style(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    if (!this.sheet) {
      this.sheet = new CSSStyleSheet();
      this.sheet.replaceSync(styleRules());
    }
    this.styled.add(root);
    if (!root.adoptedStyleSheets.includes(this.sheet)) root.adoptedStyleSheets.push(this.sheet);
  }
}
