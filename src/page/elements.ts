/** Elements whose text is none of the page's own words. */
const unread = new Set(
  (
    'script style noscript template head textarea select datalist svg math canvas video audio ' +
    'object iframe embed map code samp kbd rt rp tumen-annotations'
  ).split(' '),
);

const blocks = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'legend li main menu nav ol option p pre search section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);

/** Selects headings. */
export const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const footnoteMark = /^[[(]?[\d*†‡§,\s]{1,6}[\])]?$/;

/** Elements within a line whose text is read as that of what is around them, and those without any. */
const plain =
  'a,abbr,b,bdi,bdo,big,cite,data,del,dfn,em,font,i,img,ins,mark,nobr,q,s,small,span,strike,strong,sub,time,tt,u,wbr';
const uncommon = `:not(${plain}),[hidden],[contenteditable]`;
/** What a style sheet can hide or show apart from its neighbours. */
const styled = '[class],[id],[style]';
const uncommonOrStyled = `${uncommon},${styled}`;

/** Whether all text in an element is one paragraph and shown where the element is. */
export function isPlainParagraph(element: Element): boolean {
  if (!element.firstElementChild || !element.querySelector(uncommonOrStyled)) return true;
  if (element.querySelector(uncommon)) return false;
  return [...element.querySelectorAll(styled)].every(isShown);
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;

/** Whether nothing within an element is read. */
export function isPassedOver(element: Element): boolean {
  if (unread.has(element.localName)) return true;
  if (element.localName === 'sup' && footnoteMark.test((element.textContent ?? '').trim())) {
    return true;
  }
  // Most have none, and to ask for one by its name takes longer.
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden')) return true;
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable !== 'false';
}

/**
 * Whether an element starts and ends a block. Custom elements may be anything, so these are asked;
 * the others are known by their names.
 */
export function isBlock(element: Element): boolean {
  if (blocks.has(element.localName)) return true;
  if (!element.localName.includes('-')) return false;
  const view = element.ownerDocument.defaultView;
  if (typeof view?.getComputedStyle !== 'function') return false;
  const { display } = view.getComputedStyle(element);
  return display !== 'contents' && !display.startsWith('inline');
}

/** Whether the text in an element is shown. */
export function isShown(element: Element): boolean {
  return (
    // What is in no window has no layout: there, names and attributes alone tell.
    !element.ownerDocument.defaultView ||
    typeof element.checkVisibility !== 'function' ||
    element.checkVisibility({ visibilityProperty: true })
  );
}
