// Everything here runs with whatever Node 18 or newer is on the machine, before anything is
// installed: Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const onWindows = process.platform === 'win32';

/** The oldest Node that runs our TypeScript files as they are and that wxt and vitest accept. */
const oldestNode = [22, 18];

/**
 * Installs what is missing and runs one of the project's scripts under the project's own Node.
 * Never returns: this process ends with the script's exit status.
 *
 * @param {string} script path from the root of the project
 * @param {string[]} scriptArguments
 * @param {() => void} onFailure called when the script could not be started
 */
export function runInProject(script, scriptArguments, onFailure = () => {}) {
  const node = prepareProject();
  if (!node) {
    onFailure();
    process.exit(1);
  }
  const child = spawn(node, [path.join(root, script), ...scriptArguments], {
    stdio: 'inherit',
    env: withToolsOnPath(node),
  });
  // This process stays until the script has put its things away.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * Installs the packages when they are missing or not those of package-lock.json.
 *
 * @returns {string | undefined} a Node that can run the project; none after saying why
 */
function prepareProject() {
  if (!packagesMatchLock() && !install()) {
    console.error('The packages could not be installed: npm says why above.');
    return undefined;
  }
  const node = projectNode() ?? installProjectNode() ?? systemNode();
  if (!node) {
    const needed = `Node ${oldestNode.join('.')} or newer is needed, and this is ${process.version}`;
    console.error(`${needed}; the project's own could not be installed: get one from nodejs.org.`);
  }
  return node;
}

/** Whether node_modules holds the versions that package-lock.json asks for. */
function packagesMatchLock() {
  const wanted = lockedPackages('package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([where, { version, optional }]) => {
    if (where === '') return true;
    return installed[where] ? installed[where].version === version : optional === true;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Runs `npm ci`. What it says goes to standard error, so that our output stays our own. */
function install() {
  console.error('Installing packages (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: onWindows,
    stdio: ['ignore', 2, 2],
  });
  return status === 0;
}

/** The Node of the package `node`, when it is there and runs. */
function projectNode() {
  const node = path.join(root, 'node_modules/node/bin', onWindows ? 'node.exe' : 'node');
  if (process.execPath === node) return node;
  return existsSync(node) && canRunProject(versionOf(node)) ? node : undefined;
}

/** Does what the install script of the package `node` does, for when npm did not let it run. */
function installProjectNode() {
  const folder = path.join(root, 'node_modules/node');
  if (!existsSync(folder)) return undefined;
  spawnSync(process.execPath, ['installArchSpecificPackage'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  return projectNode();
}

/** The Node that runs this file, when it is new enough. */
function systemNode() {
  return canRunProject(process.version) ? process.execPath : undefined;
}

/** @param {string} node */
function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** @param {string} version such as `v24.1.0` */
function canRunProject(version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The environment in which `node`, `wxt`, `biome` and the like are the project's own. */
function withToolsOnPath(node) {
  const name = Object.keys(process.env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
  const folders = [path.dirname(node), path.join(root, 'node_modules/.bin'), process.env[name]];
  return { ...process.env, [name]: folders.join(path.delimiter) };
}
