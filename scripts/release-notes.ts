/**
 * What the newest section of a changelog says, without its heading and with links as plain words, since
 * stores show neither relative links nor headings of pages.
 * @throws Error where there is no section.
 */
export function releaseNotes(changelog: string): string {
  const [, newest] = changelog.split(/^## .*$/m);
  if (newest === undefined) throw new Error('CHANGELOG.md has no section: begin one with "## [".');
  return `${newest.trim().replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')}\n`;
}
