import { seriousness, verdicts } from '../claims/verdict.ts';
import { type Tone, toneFor, verdictStyles } from '../ui/verdict-style.ts';
import { type Colour, contrast, createGrounds, parseColour } from './ground.ts';
import { emphasis, highlightNames, nameOf, pens } from './highlight-names.ts';
import { hostingElement, type Mark, parentOf, verdictOf } from './mark.ts';
import { Reach } from './reach.ts';

/**
 * The rules for these names alone: a browser works out each rule's style for each element that it
 * holds for, so those for all that could be drawn would cost more than reading the page.
 */
function styleRules(
  names: ReadonlySet<string>,
  isQuiet: boolean,
  reach: readonly string[],
): string {
  if (reach.length === 0) return '';
  const selectorFor = (name: string) => reach.map((part) => `${part}::highlight(${name})`).join();
  const drawn = pens.filter(({ name }) => names.has(name));
  const lines = drawn.map(({ verdict, tone, name }) => {
    const { line, colour, light, thickness, offset } = verdictStyles[verdict];
    const ink = { dark: colour, light, text: 'currentcolor' }[tone];
    const width = isQuiet ? 1 : thickness;
    return `${selectorFor(name)}{text-decoration:underline ${line} ${ink} ${width}px;text-underline-offset:${offset}px;text-decoration-skip-ink:none}`;
  });
  if (names.has(emphasis)) {
    lines.push(`@media not print{${selectorFor(emphasis)}{background-color:rgb(140 130 100/.2)}}`);
  }
  const selector = drawn.map(({ name }) => selectorFor(name)).join();
  return [
    ...lines,
    `@media (forced-colors:active){${selector}{text-decoration-color:CanvasText}}`,
    `@media print{${selector}{text-decoration:none}}`,
  ].join('');
}

/** Tells for each mark in which tone its line stands out, in small steps. */
export function* tonesOf(marks: readonly Mark[]): Generator<void, Map<Mark, Tone>> {
  const groundOf = createGrounds(parentOf);
  const tones = new Map<Mark, Tone>();
  for (const mark of marks) {
    tones.set(mark, toneOf(mark, groundOf));
    yield;
  }
  return tones;
}

function toneOf(mark: Mark, groundOf: (element: Element) => Colour): Tone {
  const element = hostingElement(mark);
  if (!element) return 'dark';
  const ground = groundOf(element);
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
  /** The document's rules, and those of its shadow trees, which are small. */
  private readonly sheet = new Sheet();
  private readonly sheetOfTrees = new Sheet();
  private readonly reach = new Reach(() => this.write());
  private isQuiet = false;
  /** All names that have been drawn so far: one that is no longer may soon be again. */
  private readonly names = new Set<string>();
  private readonly styled = new Set<Document | ShadowRoot>();

  /**
   * Draws these marks in place of those before, when what is returned is called. What has to be measured is
   * measured at once, before anything else changes the page.
   */
  paint(tones: ReadonlyMap<Mark, Tone>, isQuiet: boolean): () => void {
    const drawn = new Map<string, Mark[]>();
    const holders = new Set<Element>();
    const roots = new Set<Node>();
    for (const [mark, tone] of tones) {
      const pen = nameOf(verdictOf(mark), tone);
      const others = drawn.get(pen);
      if (others) others.push(mark);
      else drawn.set(pen, [mark]);
      this.names.add(pen);
      const root = mark.range.startContainer.getRootNode();
      roots.add(root);
      const { commonAncestorContainer: around } = mark.range;
      const holder = around instanceof Element ? around : around.parentElement;
      if (holder && root === document) holders.add(holder);
    }
    this.isQuiet = isQuiet;
    this.reach.follow(holders);
    for (const root of roots) {
      if (root instanceof Document || root instanceof ShadowRoot) this.styled.add(root);
    }
    return () => {
      this.write();
      register(drawn);
    };
  }

  /** Tints one sentence, while its card is open. */
  emphasise(mark: Mark | null): void {
    if (mark) {
      this.names.add(emphasis);
      this.write();
      CSS.highlights.set(emphasis, new Highlight(mark.range));
    } else CSS.highlights.delete(emphasis);
  }

  clear(): void {
    this.reach.stop();
    for (const name of highlightNames) CSS.highlights.delete(name);
    for (const root of this.styled) {
      const { adoptedStyleSheets } = root;
      const index = adoptedStyleSheets.indexOf(this.sheetFor(root).sheet);
      if (index >= 0) adoptedStyleSheets.splice(index, 1);
    }
    this.styled.clear();
  }

  private write(): void {
    this.sheet.write(styleRules(this.names, this.isQuiet, this.reach.selectors));
    this.sheetOfTrees.write(styleRules(this.names, this.isQuiet, ['']));
    // Each tree of nodes needs the rules itself: in Firefox the document's do not reach into others.
    for (const root of this.styled) {
      const { isEmpty, sheet } = this.sheetFor(root);
      // Even one without rules has the browser look at all elements.
      if (isEmpty || root.adoptedStyleSheets.includes(sheet)) continue;
      root.adoptedStyleSheets.push(sheet);
    }
  }

  private sheetFor(root: Document | ShadowRoot): Sheet {
    return root === document ? this.sheet : this.sheetOfTrees;
  }
}

/** Gives each name the marks that are drawn by it, and the others none. */
function register(drawn: ReadonlyMap<string, readonly Mark[]>): void {
  for (const { verdict, name } of pens) {
    const ranges = drawn.get(name)?.map(({ range }) => range);
    if (!ranges) {
      CSS.highlights.delete(name);
      continue;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = verdicts.length - seriousness(verdict);
    CSS.highlights.set(name, highlight);
  }
}

/** A style sheet that is written only when something in it changes. */
class Sheet {
  readonly sheet = new CSSStyleSheet();
  private rules = '';

  get isEmpty(): boolean {
    return this.rules === '';
  }

  write(rules: string): void {
    if (rules !== this.rules) this.sheet.replaceSync(rules);
    this.rules = rules;
  }
}
