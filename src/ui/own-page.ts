import type { Settings } from '../settings/settings.ts';
import { loadSettings, watchSettings } from '../settings/store.ts';
import { speak } from './load-texts.ts';
import { interfaceLanguage } from './say.ts';
import { pixelOf } from './text-size.ts';

/**
 * Has one of Tumen's own pages speak and look as the reader has chosen.
 * @param draw called with the settings, at first and whenever they change
 */
export async function followReader(draw: (settings: Settings) => void): Promise<void> {
  let turn = 0;
  const follow = async (settings: Settings) => {
    const own = ++turn;
    await speak(settings.language);
    if (own !== turn) return;
    const { documentElement } = document;
    documentElement.lang = interfaceLanguage();
    documentElement.style.setProperty('--px', pixelOf[settings.look.textSize]);
    draw(settings);
  };
  watchSettings((settings) => void follow(settings), new AbortController().signal);
  await follow(await loadSettings());
}
