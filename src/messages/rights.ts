import type { SettingsChange } from '../settings/settings.ts';
import type { Sender } from './messages.ts';

/**
 * Holds a change that is asked for against who asks. A page that took over its own process can speak for the
 * script in it, so that script may ask for little, and only for what its own page is about.
 * @throws Error where the sender may not ask for it
 */
export function demandRight(change: SettingsChange, sender: Sender): void {
  // What a card in a page offers.
  const isOfThatPage =
    change.kind === 'hide-claim' ||
    (change.kind === 'pause-site' && change.host !== '' && change.host === sender.host);
  if (!isOfThatPage) demandOwnPage(sender);
}

/** @throws Error where it is not one of Tumen's own pages that asks */
export function demandOwnPage({ isOwnPage }: Sender): void {
  if (!isOwnPage) throw new Error('only a page of Tumen itself may ask for this');
}
