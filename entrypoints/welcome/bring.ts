import type { DrawingPart } from '../../src/messages/protocol.ts';

/** Runs a part of the drawing as it is built for pages, so that the extension holds it once. */
export function bring(part: DrawingPart): Promise<void> {
  const script = document.createElement('script');
  script.src = `/${part}.js`;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${part}.js could not be loaded`)));
    document.head.append(script);
  });
}
