import { useId, useState } from 'preact/hooks';
import { send } from '../messages/messages.ts';
import { listedOrigins, requestAccess } from '../sites/access.ts';
import { type SiteMode, siteModes } from '../sites/sites.ts';
import { KeptFocus } from './kept-focus.tsx';
import { sayProblem } from './problem.ts';
import { say, sayCount } from './say.ts';
import type { KnownSites } from './use-sites.ts';

/**
 * Where Tumen runs: on listed sites, everywhere, or when it is asked. A choice that the browser must give
 * access for holds once that is given; until then everything is as it was.
 */
export function SiteModeChoice({ sites, policy, missing }: KnownSites) {
  const [wished, setWished] = useState<SiteMode | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const chosen = wished ?? sites.mode;
  const name = useId();

  const set = async (mode: SiteMode) => {
    try {
      await send('change', { kind: 'set-mode', mode });
    } catch (error) {
      setProblem(say('settingsNotSaved', sayProblem(error)));
    }
    setWished(null);
  };
  const choose = (mode: SiteMode) => {
    setProblem(null);
    // What is listed may be read as far as there is access; all sites only with access to all.
    if (mode === 'all' && missing.all.length > 0) setWished(mode);
    else void set(mode);
  };
  const ask = async () => {
    setProblem(null);
    // First of all, since browsers want the question in answer to the click itself.
    const isGiven = await requestAccess(chosen === 'all' ? missing.all : missing.listed);
    if (isGiven && wished) return set(wished);
    setWished(null);
    if (!isGiven) setProblem(say('accessDenied'));
  };
  return (
    <KeptFocus class="site-choice">
      {policy.mode !== null && <p class="locked">{say('setByOrganisation')}</p>}
      <fieldset class="site-modes" disabled={policy.mode !== null}>
        <legend class="unseen">{say('settingsSites')}</legend>
        {siteModes.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name={name}
              value={mode}
              checked={mode === chosen}
              onChange={() => choose(mode)}
            />
            <b>{say(`siteMode_${mode}`)}</b>
            <span class="fine">{textOf(mode)}</span>
          </label>
        ))}
      </fieldset>
      <Access mode={chosen} missing={missing} ask={ask} />
      <p class="notice problem" role="alert" hidden={problem === null}>
        {problem}
      </p>
    </KeptFocus>
  );
}

interface AccessProps extends Pick<KnownSites, 'missing'> {
  mode: SiteMode;
  ask: () => void;
}

/** What the browser does not let Tumen read and this choice needs. */
function Access({ mode, missing, ask }: AccessProps) {
  const count = mode === 'asked' ? 0 : missing[mode].length;
  if (count === 0) return null;
  return (
    <p class="notice access">
      {mode === 'all' ? say('accessAll') : sayCount('accessListed', count)}{' '}
      <button type="button" class="solid" name="give-access" onClick={ask}>
        {say('accessAsk')}
      </button>
    </p>
  );
}

function textOf(mode: SiteMode): string {
  if (mode === 'listed') return sayCount('siteModeListed', listedOrigins().length);
  return say(mode === 'all' ? 'siteModeAll' : 'siteModeAsked');
}
