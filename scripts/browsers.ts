// Finds the two browsers that Tumen is shown and tested in, and installs them where they are missing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import {
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  Browser as Kind,
  resolveBuildId,
} from '@puppeteer/browsers';

/** A problem that a person can solve: its message says how, and no stack trace is of use. */
export class BrowserMissing extends Error {}

/** What there is to know about one browser. */
interface Wanted {
  name: string;
  kind: Kind;
  variable: 'CHROME_PATH' | 'FIREFOX_PATH';
  /** Names of the program on Linux, the best first. */
  programs: string[];
  /** Full paths on systems without a search path for programs. */
  places: string[];
  debianPackage: string;
}

const downloads = path.join(import.meta.dirname, '../.browsers');

const chromium: Wanted = {
  name: 'Chromium',
  kind: Kind.CHROME,
  variable: 'CHROME_PATH',
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [
    ...macPlaces('Chromium.app/Contents/MacOS/Chromium'),
    ...macPlaces('Google Chrome.app/Contents/MacOS/Google Chrome'),
    ...windowsPlaces('Chromium\\Application\\chrome.exe'),
    ...windowsPlaces('Google\\Chrome\\Application\\chrome.exe'),
  ],
  debianPackage: 'chromium',
};

const firefox: Wanted = {
  name: 'Firefox',
  kind: Kind.FIREFOX,
  variable: 'FIREFOX_PATH',
  programs: ['firefox', 'firefox-esr'],
  places: [
    ...macPlaces('Firefox.app/Contents/MacOS/firefox'),
    ...windowsPlaces('Mozilla Firefox\\firefox.exe'),
  ],
  debianPackage: 'firefox-esr',
};

/** The program of Chromium or Chrome, installed now if there is none. */
export function findChromium(): Promise<string> {
  return find(chromium);
}

/** The program of Firefox, installed now if there is none. */
export function findFirefox(): Promise<string> {
  return find(firefox);
}

async function find(wanted: Wanted): Promise<string> {
  const found = named(wanted) ?? usual(wanted) ?? fromDebian(wanted) ?? (await downloaded(wanted));
  if (found) return found;
  throw new BrowserMissing(
    `${wanted.name} was not found and could not be installed: install it and run this again, ` +
      `or set ${wanted.variable} to the path of its program.`,
  );
}

function named({ variable }: Wanted): string | undefined {
  const program = process.env[variable];
  if (!program) return undefined;
  if (isProgram(program)) return program;
  throw new BrowserMissing(`${variable} is set to ${program}, which is not a program.`);
}

function usual({ programs, places }: Wanted): string | undefined {
  const folders = process.platform === 'win32' ? [] : (process.env.PATH ?? '').split(':');
  const candidates = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...places].find(isProgram);
}

/** Installs Debian's package, where that can be done without asking anyone. */
function fromDebian(wanted: Wanted): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !onDebian()) return undefined;
  console.log(`Installing ${wanted.name} (apt-get install ${wanted.debianPackage}) …`);
  aptGet('update');
  aptGet('install', '--yes', '--no-install-recommends', wanted.debianPackage);
  return usual(wanted);
}

function onDebian(): boolean {
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function aptGet(...options: string[]): void {
  const { status, stderr } = spawnSync('apt-get', ['--quiet', ...options], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) console.error(`apt-get ${options[0]}: ${firstLine(stderr ?? '')}`);
}

/** Downloads the browser with the test tool's own installer, once. */
async function downloaded({ name, kind }: Wanted): Promise<string | undefined> {
  const earlier = await getInstalledBrowsers({ cacheDir: downloads });
  const kept = earlier.find((browser) => browser.browser === kind);
  if (kept) return kept.executablePath;
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  console.log(`Downloading ${name} to ${path.relative(process.cwd(), downloads)} …`);
  try {
    const buildId = await resolveBuildId(kind, platform, 'stable');
    const browser = await install({ browser: kind, buildId, platform, cacheDir: downloads });
    return browser.executablePath;
  } catch (error) {
    console.error(`The download failed: ${firstLine(String(error))}`);
    return undefined;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function macPlaces(program: string): string[] {
  if (process.platform !== 'darwin') return [];
  return [`/Applications/${program}`, path.join(homedir(), 'Applications', program)];
}

function windowsPlaces(program: string): string[] {
  if (process.platform !== 'win32') return [];
  const { LOCALAPPDATA, ProgramFiles, 'ProgramFiles(x86)': ProgramFiles32 } = process.env;
  return [LOCALAPPDATA, ProgramFiles, ProgramFiles32]
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, program));
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
