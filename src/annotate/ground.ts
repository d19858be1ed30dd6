/** Red, green and blue from 0 to 1, and how much shows of what lies under it. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const white: Colour = { red: 1, green: 1, blue: 1, alpha: 1 };
const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };

/** A colour as browsers compute it, or as `#rrggbb`; null where it is in another form. */
export function parseColour(text: string): Colour | null {
  if (text.startsWith('#')) {
    const value = Number.parseInt(text.slice(1), 16);
    const part = (shift: number) => ((value >> shift) & 255) / 255;
    return { red: part(16), green: part(8), blue: part(0), alpha: 1 };
  }
  const form = text.startsWith('rgb') ? 255 : text.startsWith('color(srgb ') ? 1 : 0;
  const numbers = text.match(/[\d.]+(?:e-?\d+)?/g)?.map(Number);
  const [red, green, blue, alpha = 1] = numbers ?? [];
  if (!form || red === undefined || green === undefined || blue === undefined) return null;
  return { red: red / form, green: green / form, blue: blue / form, alpha };
}

/** How far two colours stand out from each other, from 1 to 21, as WCAG 2.2 measures it. */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function over(upper: Colour, lower: Colour): Colour {
  const mix = (part: 'red' | 'green' | 'blue') =>
    upper[part] * upper.alpha + lower[part] * (1 - upper.alpha);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 };
}

/** What can be drawn on a colour: white where that stands out by 3 to 1, black on lighter ones. */
export function inkOn(colour: string): '#fff' | '#000' {
  const ground = parseColour(colour);
  return ground && contrast(ground, white) < 3 ? '#000' : '#fff';
}

/** What is painted under a text: a colour, a picture, or nothing that is known. */
type Backdrop = Colour | 'picture' | null;

/**
 * Tells the colour on which a text stands. Over a picture it is not known; a text is written to stand
 * out from its ground, so that is then taken to be light under dark text, and dark under light text.
 * What was found of an element is kept, since the texts of a page share what is around them: one of
 * these is for one look at the page.
 */
export function createGrounds(
  parentOf: (element: Element) => Element | null,
): (element: Element) => Colour {
  const known = new Map<Element, Backdrop>();

  const backdropOf = (element: Element): Backdrop => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const found = look(element);
    known.set(element, found);
    return found;
  };

  const look = (element: Element): Backdrop => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const layer = parseColour(backgroundColor);
    if (!layer || backgroundImage !== 'none') return 'picture';
    if (layer.alpha >= 1) return layer;
    const parent = parentOf(element);
    const below = parent && backdropOf(parent);
    if (below === 'picture' || layer.alpha === 0) return below;
    return over(layer, below ?? white);
  };

  return (element) => {
    const backdrop = backdropOf(element);
    if (backdrop && backdrop !== 'picture') return backdrop;
    const text = parseColour(getComputedStyle(element).color);
    return text && contrast(text, black) > contrast(text, white) ? black : white;
  };
}
