import type { ComponentChildren } from 'preact';
import { type Verdict, verdicts } from '../../src/claims/verdict.ts';
import type { Settings, SettingsChange } from '../../src/settings/settings.ts';
import { ChooseFile } from '../../src/ui/choose-file.tsx';
import { KeptFocus } from '../../src/ui/kept-focus.tsx';
import { LookSwitches } from '../../src/ui/look-switches.tsx';
import { say } from '../../src/ui/say.ts';
import { SetAsideList } from '../../src/ui/set-aside.tsx';
import type { Word } from '../../src/ui/texts.ts';
import { Tick } from '../../src/ui/tick.tsx';
import { VerdictBadge } from '../../src/ui/verdict-badge.tsx';
import { hasKeys, Keys } from './keys.tsx';
import { Packs } from './packs.tsx';
import { Reading } from './reading.tsx';
import { WhereItRuns } from './where-it-runs.tsx';

/** What was done, or why it could not be. */
export interface Notice {
  isProblem: boolean;
  text: string;
  /** Puts back what was there before, where all of it was replaced. */
  undo?: () => void;
}

/** What can be done on the settings page. */
export interface OptionsActions {
  change(change: SettingsChange): void;
  exportAll(): void;
  importAll(file: File): void;
  reset(): void;
}

interface OptionsProps {
  settings: Settings;
  /** What claims say, by id. */
  titles: ReadonlyMap<string, string>;
  notice: Notice | null;
  actions: OptionsActions;
}

/** All that the reader can choose. */
export function Options({ settings, titles, notice, actions }: OptionsProps) {
  const { change } = actions;
  return (
    <>
      <header>
        <img src="/icons/48.png" alt="" width="32" height="32" />
        <h1>{say('settingsTitle')}</h1>
      </header>
      <SetAsideList />
      <Section title="settingsSites" text="settingsSitesText">
        <WhereItRuns />
      </Section>
      <Section title="settingsVerdicts" text="settingsVerdictsText">
        {verdicts.map((verdict) => (
          <VerdictChoice
            key={verdict}
            verdict={verdict}
            shown={settings.verdicts}
            change={change}
          />
        ))}
      </Section>
      <Section title="settingsLook" text="settingsLookText">
        <LookSwitches look={settings.look} set={(look) => change({ kind: 'set-look', look })} />
      </Section>
      <Section title="settingsReading" text="settingsReadingText">
        <Reading settings={settings} change={change} />
      </Section>
      {hasKeys && (
        <Section title="settingsKeys" text="settingsKeysText">
          <Keys />
        </Section>
      )}
      <Section title="settingsHidden" text="settingsHiddenText">
        <List
          items={settings.hiddenClaims.map((id) => ({ id, text: titles.get(id) ?? id }))}
          onUndo={(claim) => change({ kind: 'show-claims', claims: [claim] })}
        />
      </Section>
      <Section title="settingsPacks" text="settingsPacksText">
        <Packs />
      </Section>
      <Section title="settingsKeep" text="settingsKeepText">
        <Keep actions={actions} />
      </Section>
      <div class="told" role="status">
        {notice && (
          <p class={notice.isProblem ? 'notice problem' : 'notice'} dir="auto">
            {notice.text}{' '}
            {notice.undo && (
              <button type="button" class="quiet" name="undo" onClick={notice.undo}>
                {say('undo')}
              </button>
            )}
          </p>
        )}
      </div>
      <footer class="fine">{say('privacy')}</footer>
    </>
  );
}

interface SectionProps {
  title: Word;
  text: Word;
  children: ComponentChildren;
}

function Section({ title, text, children }: SectionProps) {
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{say(title)}</h2>
      <p class="fine">{say(text)}</p>
      {children}
    </section>
  );
}

interface VerdictChoiceProps extends Pick<OptionsActions, 'change'> {
  verdict: Verdict;
  shown: readonly Verdict[];
}

function VerdictChoice({ verdict, shown, change }: VerdictChoiceProps) {
  const choose = (isShown: boolean) => {
    const others = shown.filter((one) => one !== verdict);
    change({ kind: 'set-verdicts', verdicts: isShown ? [...others, verdict] : others });
  };
  return (
    <Tick name={`verdict-${verdict}`} isOn={shown.includes(verdict)} set={choose}>
      <VerdictBadge verdict={verdict} />
    </Tick>
  );
}

interface ListProps {
  items: { id: string; text: string }[];
  onUndo: (id: string) => void;
}

function List({ items, onUndo }: ListProps) {
  return (
    <KeptFocus class="entries">
      {items.length === 0 ? (
        <p class="none">{say('settingsNone')}</p>
      ) : (
        <ul>
          {items.map(({ id, text }) => (
            <li key={id}>
              <span dir="auto">{text}</span>
              <button type="button" class="quiet" onClick={() => onUndo(id)}>
                {say('showAgain')}
                <span class="unseen">: {text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </KeptFocus>
  );
}

function Keep({ actions }: { actions: OptionsActions }) {
  return (
    <div class="row">
      <button type="button" class="plain" onClick={actions.exportAll}>
        {say('settingsExport')}
      </button>
      <ChooseFile
        word="settingsImport"
        name="settings"
        accept=".json,application/json"
        take={actions.importAll}
      />
      <button type="button" class="plain" onClick={actions.reset}>
        {say('settingsResetAll')}
      </button>
    </div>
  );
}
