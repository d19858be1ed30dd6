import {
  type Language,
  languages,
  type Settings,
  type SettingsChange,
  type TextSize,
  textSizes,
} from '../../src/settings/settings.ts';
import { say } from '../../src/ui/say.ts';

interface ReadingProps {
  settings: Settings;
  change(change: SettingsChange): void;
}

/** In which language Tumen speaks, and how large. */
export function Reading({ settings: { language, look }, change }: ReadingProps) {
  return (
    <div class="choices">
      <Choice
        name="language"
        values={languages}
        chosen={language}
        nameOf={nameOfLanguage}
        choose={(chosen) => change({ kind: 'set-language', language: chosen })}
      />
      <Choice
        name="textSize"
        values={textSizes}
        chosen={look.textSize}
        nameOf={(size: TextSize) => say(`textSize_${size}`)}
        choose={(textSize) => change({ kind: 'set-look', look: { textSize } })}
      />
    </div>
  );
}

/** A language as it calls itself, so that it is found by whoever reads it. */
function nameOfLanguage(language: Language): string {
  if (language === 'automatic') return say('languageAutomatic');
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

interface ChoiceProps<Value extends string> {
  name: 'language' | 'textSize';
  values: readonly Value[];
  chosen: Value;
  nameOf(value: Value): string;
  choose(value: Value): void;
}

function Choice<Value extends string>({
  name,
  values,
  chosen,
  nameOf,
  choose,
}: ChoiceProps<Value>) {
  return (
    <label>
      {say(name)}
      <select
        name={name}
        value={chosen}
        onChange={({ currentTarget }) => {
          const value = values.find((one) => one === currentTarget.value);
          if (value) choose(value);
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
