import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type Verdict, verdicts } from '../../src/claims/verdict.ts';
import type { Look, Settings, SettingsChange } from '../../src/settings/settings.ts';
import { say } from '../../src/ui/say.ts';
import { SetAsideList } from '../../src/ui/set-aside.tsx';
import { VerdictBadge } from '../../src/ui/verdict-badge.tsx';
import { hasKeys, Keys } from './keys.tsx';
import { Packs } from './packs.tsx';
import { Reading } from './reading.tsx';
import { WhereItRuns } from './where-it-runs.tsx';

/** What was done, or why it could not be. */
export interface Notice {
  isProblem: boolean;
  text: string;
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
        <LookChoice name="quietMarks" part="quiet" look={settings.look} change={change} />
        <LookChoice name="scrollTicks" part="ticks" look={settings.look} change={change} />
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
      <p class={`told notice ${notice?.isProblem ? 'problem' : ''}`} role="status" hidden={!notice}>
        {notice?.text}
      </p>
      <footer class="fine">{say('privacy')}</footer>
    </>
  );
}

interface SectionProps {
  title: Parameters<typeof say>[0];
  text: Parameters<typeof say>[0];
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

type Change = OptionsActions['change'];

interface VerdictChoiceProps {
  verdict: Verdict;
  shown: readonly Verdict[];
  change: Change;
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

interface LookChoiceProps {
  name: 'quietMarks' | 'scrollTicks';
  part: 'quiet' | 'ticks';
  look: Look;
  change: Change;
}

function LookChoice({ name, part, look, change }: LookChoiceProps) {
  const choose = (isOn: boolean) => change({ kind: 'set-look', look: { [part]: isOn } });
  return (
    <Tick name={name} isOn={look[part]} set={choose}>
      {say(name)}
    </Tick>
  );
}

interface TickProps {
  name: string;
  isOn: boolean;
  set: (isOn: boolean) => void;
  children: ComponentChildren;
}

function Tick({ name, isOn, set, children }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        name={name}
        checked={isOn}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}

interface ListProps {
  items: { id: string; text: string }[];
  onUndo: (id: string) => void;
}

function List({ items, onUndo }: ListProps) {
  if (items.length === 0) return <p class="none">{say('settingsNone')}</p>;
  return (
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
  );
}

function Keep({ actions }: { actions: OptionsActions }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div class="row">
      <button type="button" class="plain" onClick={actions.exportAll}>
        {say('settingsExport')}
      </button>
      <button type="button" class="plain" onClick={() => chooser.current?.click()}>
        {say('settingsImport')}
      </button>
      <input
        ref={chooser}
        type="file"
        name="settings"
        accept=".json,application/json"
        aria-label={say('settingsImport')}
        hidden
        onChange={(event) => {
          const field = event.currentTarget;
          const [file] = field.files ?? [];
          if (file) actions.importAll(file);
          field.value = '';
        }}
      />
      <button type="button" class="plain" onClick={actions.reset}>
        {say('settingsResetAll')}
      </button>
    </div>
  );
}
