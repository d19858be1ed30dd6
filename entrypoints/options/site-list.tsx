import { useId, useState } from 'preact/hooks';
import { send } from '../../src/messages/messages.ts';
import type { SiteList as ListName } from '../../src/settings/settings.ts';
import { requestAccess } from '../../src/sites/access.ts';
import { originsOf, PatternError, toPattern } from '../../src/sites/pattern.ts';
import { KeptFocus } from '../../src/ui/kept-focus.tsx';
import { sayProblem } from '../../src/ui/problem.ts';
import { say } from '../../src/ui/say.ts';

interface SiteListProps {
  list: ListName;
  sites: readonly string[];
  /** Those that the organisation has set, and whether the reader may change the others. */
  locked: readonly string[];
  isLocked: boolean;
  /** Match patterns that are needed and that the browser gives no access to. */
  missing: readonly string[];
}

/** A list of sites, in which lines can be added and removed. */
export function SiteList({ list, sites, locked, isLocked, missing }: SiteListProps) {
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const name = useId();

  const change = async (kind: 'list-sites' | 'unlist-sites', lines: string[]) => {
    try {
      await send('change', { kind, list, lines });
      return true;
    } catch (error) {
      setProblem(say('settingsNotSaved', sayProblem(error)));
      return false;
    }
  };
  /** First of all, since browsers want the question in answer to the click itself. */
  const allow = async (origins: readonly string[]) => {
    const isGiven = await requestAccess(origins);
    if (!isGiven) setProblem(say('accessDenied'));
    return isGiven;
  };
  const add = async () => {
    setProblem(null);
    const lines: string[] = [];
    try {
      lines.push(...linesIn(written).map(toPattern));
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const { word, parts } = error.reason;
      return setProblem(`${say(word, ...parts)} ${say('sitesNotAdded')}`);
    }
    if (lines.length === 0) return;
    if (list === 'always' && !(await allow(lines.flatMap(originsOf)))) return;
    if (await change('list-sites', lines)) setWritten('');
  };

  return (
    <KeptFocus class="site-list">
      <h3 id={`${name}-title`}>{say(`siteList_${list}`)}</h3>
      <p class="fine">{say(list === 'always' ? 'siteListAlways' : 'siteListNever')}</p>
      {isLocked && sites.length === 0 && <p class="locked">{say('setByOrganisation')}</p>}
      {sites.length > 0 && (
        <ul aria-labelledby={`${name}-title`}>
          {sites.map((site) => (
            <Site
              key={site}
              site={site}
              missing={originsOf(site).filter((origin) => missing.includes(origin))}
              allow={(origins) => {
                setProblem(null);
                void allow(origins);
              }}
              isLocked={locked.includes(site)}
              remove={() => {
                setProblem(null);
                void change('unlist-sites', [site]);
              }}
            />
          ))}
        </ul>
      )}
      {!isLocked && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <label for={name}>{say('sitesToAdd')}</label>
          <p class="fine" id={`${name}-form`}>
            {say('sitesForm', 'example.com', '*.example.com', 'example.com/blog/*')}
          </p>
          <textarea
            id={name}
            name={`${list}-sites`}
            rows={2}
            value={written}
            spellcheck={false}
            autocapitalize="off"
            aria-invalid={problem !== null}
            aria-describedby={`${name}-form ${name}-problem`}
            onInput={({ currentTarget }) => setWritten(currentTarget.value)}
          />
          <button type="submit" class="plain" name={`add-${list}`}>
            {say('sitesAdd')}
            <span class="unseen">: {say(`siteList_${list}`)}</span>
          </button>
        </form>
      )}
      <p class="notice problem" role="alert" id={`${name}-problem`} hidden={problem === null}>
        {problem}
      </p>
    </KeptFocus>
  );
}

interface SiteProps {
  site: string;
  missing: readonly string[];
  allow(origins: readonly string[]): void;
  isLocked: boolean;
  remove(): void;
}

function Site({ site, missing, allow, isLocked, remove }: SiteProps) {
  return (
    <li>
      <span class="site">{site}</span>
      {missing.length > 0 && (
        <span class="fine">
          {say('siteNoAccess')}{' '}
          <button type="button" class="quiet" onClick={() => allow(missing)}>
            {say('accessAsk')}
            <span class="unseen">: {site}</span>
          </button>
        </span>
      )}
      {isLocked ? (
        <span class="locked">{say('setByOrganisation')}</span>
      ) : (
        <button type="button" class="quiet" onClick={remove}>
          {say('siteRemove')}
          <span class="unseen">: {site}</span>
        </button>
      )}
    </li>
  );
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
