/** The oldest versions that have all that Tumen needs; docs/BROWSERS.md tells where each is known from. */
export const oldestChrome = '128';
export const oldestFirefox = '146';
