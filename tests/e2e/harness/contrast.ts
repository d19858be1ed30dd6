import type { Page } from 'puppeteer-core';

/** What was drawn over a picture that was otherwise the same. */
interface Drawn {
  /** How many pixels differ. */
  pixels: number;
  /** The contrast of the strongest of them with the ground of the first picture. */
  contrast: number;
}

/** Compares two pictures of the same size, as PNG. Any page will do to decode them in. */
export function drawnBetween(page: Page, before: Uint8Array, after: Uint8Array): Promise<Drawn> {
  const address = (picture: Uint8Array) =>
    `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
  return page.evaluate(compare, address(before), address(after));
}

/** Runs in the page. */
async function compare(before: string, after: string): Promise<Drawn> {
  const pixelsOf = async (address: string) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('There is no canvas');
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, picture.width, picture.height).data;
  };
  const [one, two] = [await pixelsOf(before), await pixelsOf(after)];
  const luminance = (data: Uint8ClampedArray, at: number) => {
    const linear = (part = 0) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return (
      0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2])
    );
  };
  // The ground is the colour that most pixels have.
  const counts = new Map<number, number>();
  const keyOf = (data: Uint8ClampedArray, at: number) =>
    ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  for (let at = 0; at < one.length; at += 4) {
    const key = keyOf(one, at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [ground] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  let pixels = 0;
  let contrast = 1;
  for (let at = 0; at < one.length; at += 4) {
    if (keyOf(one, at) === keyOf(two, at)) continue;
    pixels++;
    if (keyOf(one, at) !== ground) continue;
    const [a, b] = [luminance(one, at) + 0.05, luminance(two, at) + 0.05];
    contrast = Math.max(contrast, a / b, b / a);
  }
  return { pixels, contrast };
}
