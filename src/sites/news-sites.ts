/** News sites that are read without being asked, grouped by why they are listed. */
export interface SiteGroup {
  name: string;
  reason: string;
  hosts: string[];
}

/**
 * The listed sites as match patterns, each with all hosts under it.
 * @throws with the place of the fault when the list is not in its form
 */
export function matchPatterns(list: unknown): string[] {
  const hosts = siteGroups(list).flatMap((group) => group.hosts);
  const twice = hosts.find((host, index) => hosts.indexOf(host) !== index);
  if (twice) throw new Error(`assets/news-sites.yaml: ${twice} is listed twice: remove one`);
  const within = hosts.find((host) => hosts.some((other) => host.endsWith(`.${other}`)));
  if (within) {
    throw new Error(`assets/news-sites.yaml: ${within} is within another listed host: remove it`);
  }
  return hosts.map((host) => `*://*.${host}/*`).sort();
}

function siteGroups(list: unknown): SiteGroup[] {
  if (!Array.isArray(list)) throw new Error('assets/news-sites.yaml: it must be a list of groups');
  return list.map((group: Partial<SiteGroup>, index) => {
    const { name, reason, hosts } = group;
    const place = `assets/news-sites.yaml: group ${index + 1}`;
    if (!name || !reason) throw new Error(`${place}: give it a name and a reason`);
    if (!Array.isArray(hosts)) throw new Error(`${place} (${name}): hosts must be a list`);
    for (const host of hosts) {
      if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(host)) {
        throw new Error(`${place} (${name}): ${host} is not a host name such as example.com`);
      }
    }
    return { name, reason, hosts };
  });
}
