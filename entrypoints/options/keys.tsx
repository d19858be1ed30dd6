import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { say } from '../../src/ui/say.ts';
import type { Word } from '../../src/ui/texts.ts';

const words: Record<string, Word> = {
  'next-finding': 'commandNext',
  'previous-finding': 'commandPrevious',
};

/** Firefox on phones knows no keys. */
export const hasKeys = 'commands' in browser;

/** What Firefox has more; Chrome has a page for it. */
type Commands = typeof browser.commands & { openShortcutSettings?(): Promise<void> };

/** The keys as they are set now, and the way to where they are set. */
export function Keys() {
  const commands = useCommands();
  return (
    <>
      <dl class="keys">
        {commands.map(({ name = '', shortcut }) => {
          const word = words[name];
          return (
            word && (
              <div key={name}>
                <dt>{say(word)}</dt>
                <dd>{shortcut ? <kbd>{signsOf(shortcut)}</kbd> : <i>{say('keyNotSet')}</i>}</dd>
              </div>
            )
          );
        })}
      </dl>
      <button type="button" class="plain" onClick={() => void openSettingOfKeys()}>
        {say('keysChange')}
      </button>
    </>
  );
}

/** Browsers spell out two of them. */
function signsOf(shortcut: string): string {
  return shortcut.replace('Period', '.').replace('Comma', ',');
}

/** They are asked for again when the reader comes back from where they are set. */
function useCommands(): readonly Browser.commands.Command[] {
  const [commands, setCommands] = useState<readonly Browser.commands.Command[]>([]);
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const load = async () => {
      const all = await browser.commands.getAll();
      if (!signal.aborted) setCommands(all);
    };
    void load();
    addEventListener('focus', load, { signal });
    document.addEventListener('visibilitychange', load, { signal });
    return () => end.abort();
  }, []);
  return commands;
}

async function openSettingOfKeys(): Promise<void> {
  const commands: Commands = browser.commands;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
