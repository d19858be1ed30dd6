import type { ComponentChildren } from 'preact';
import type { Settings } from '../../src/settings/settings.ts';
import { say } from '../../src/ui/say.ts';
import { SiteModeChoice } from '../../src/ui/site-mode-choice.tsx';
import type { Word } from '../../src/ui/texts.ts';
import { useSites } from '../../src/ui/use-sites.ts';
import { Sample } from './sample.tsx';
import { Suggestion } from './suggestion.tsx';

/** What a reader sees who has just got Tumen. */
export function Welcome({ settings: { language, look } }: { settings: Settings }) {
  const known = useSites();
  return (
    <>
      <header class="masthead">
        <img src="/icons/48.png" alt="" width="32" height="32" />
        <span class="name">Tumen</span>
      </header>
      <main>
        <div class="opening">
          <h1>{say('welcomeTitle')}</h1>
          <p class="lead">{say('welcomeLead')}</p>
        </div>
        <div class="spread">
          <section aria-labelledby="welcomeTry">
            <h2 id="welcomeTry">{say('welcomeTry')}</h2>
            <p>{say('welcomeTryText')}</p>
            <Sample key={language} look={look} />
          </section>
          <div class="beside">
            <Part title="welcomeDoes">
              <Points words={['welcomeDoes1', 'welcomeDoes2', 'welcomeDoes3', 'welcomeDoes4']} />
            </Part>
            <Part title="welcomeDoesNot">
              <Points words={['welcomeNot1', 'welcomeNot2', 'welcomeNot3', 'welcomeNot4']} />
            </Part>
          </div>
        </div>
        <section class="where" aria-labelledby="settingsSites">
          <div>
            <h2 id="settingsSites">{say('settingsSites')}</h2>
            <p>{say('settingsSitesText')}</p>
            <p class="fine">{say('welcomeLater')}</p>
          </div>
          <div>
            <SiteModeChoice {...known} />
          </div>
        </section>
        <div class="columns">
          <Part title="welcomePin">
            <p>{say(import.meta.env.FIREFOX ? 'welcomePinFirefox' : 'welcomePinChrome')}</p>
            <p>{say('welcomePinText')}</p>
          </Part>
          <Part title="welcomeSuggest">
            <Suggestion />
          </Part>
          <Part title="welcomeMore">
            <ul class="links">
              <li>
                <a href="/library.html">{say('libraryTitle')}</a>
              </li>
              <li>
                <a href="/check.html">{say('checkText')}</a>
              </li>
              <li>
                <a href="/options.html">{say('settings')}</a>
              </li>
            </ul>
          </Part>
        </div>
      </main>
      <footer class="imprint fine">{say('privacy')}</footer>
    </>
  );
}

function Part({ title, children }: { title: Word; children: ComponentChildren }) {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{say(title)}</h2>
      {children}
    </section>
  );
}

function Points({ words }: { words: readonly Word[] }) {
  return (
    <ul class="points">
      {words.map((word) => (
        <li key={word}>{say(word)}</li>
      ))}
    </ul>
  );
}
