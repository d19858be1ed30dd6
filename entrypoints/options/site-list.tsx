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
  const { problem, allow, add, remove } = useSiteList(list);
  const name = useId();
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
              allow={allow}
              isLocked={locked.includes(site)}
              remove={() => remove(site)}
            />
          ))}
        </ul>
      )}
      {!isLocked && <AddSites list={list} name={name} isWrong={problem !== null} add={add} />}
      <p class="notice problem" role="alert" id={`${name}-problem`} hidden={problem === null}>
        {problem}
      </p>
    </KeptFocus>
  );
}

/** What can be done with a list of sites, and why the last of it could not be. */
function useSiteList(list: ListName) {
  const [problem, setProblem] = useState<string | null>(null);
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
  const ask = async (origins: readonly string[]) => {
    const isGiven = await requestAccess(origins);
    if (!isGiven) setProblem(say('accessDenied'));
    return isGiven;
  };
  return {
    problem,
    allow(origins: readonly string[]) {
      setProblem(null);
      void ask(origins);
    },
    /** Adds the lines of a text, and tells whether that could be done. */
    async add(written: string): Promise<boolean> {
      setProblem(null);
      const lines: string[] = [];
      try {
        lines.push(...linesIn(written).map(toPattern));
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        const { word, parts } = error.reason;
        setProblem(`${say(word, ...parts)} ${say('sitesNotAdded')}`);
        return false;
      }
      if (lines.length === 0) return false;
      if (list === 'always' && !(await ask(lines.flatMap(originsOf)))) return false;
      return change('list-sites', lines);
    },
    remove(site: string) {
      setProblem(null);
      void change('unlist-sites', [site]);
    },
  };
}

interface AddSitesProps {
  list: ListName;
  /** What the ids of its parts begin with. */
  name: string;
  isWrong: boolean;
  /** Tells whether the lines were added. */
  add(written: string): Promise<boolean>;
}

function AddSites({ list, name, isWrong, add }: AddSitesProps) {
  const [written, setWritten] = useState('');
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if (await add(written)) setWritten('');
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
        aria-invalid={isWrong}
        aria-describedby={`${name}-form ${name}-problem`}
        onInput={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <button type="submit" class="plain" name={`add-${list}`}>
        {say('sitesAdd')}
        <span class="unseen">: {say(`siteList_${list}`)}</span>
      </button>
    </form>
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
