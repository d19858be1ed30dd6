/** Whether this page or frame is of the site that is open: frames of others, as advertisements, are left alone. */
export function isWithinItsOwnSite(): boolean {
  try {
    return window.top?.location.origin === location.origin;
  } catch {
    return false;
  }
}
