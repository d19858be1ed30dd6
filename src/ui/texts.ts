import type words from '../../public/_locales/en/messages.json';
import type { ChosenTexts } from '../messages/protocol.ts';

/** Names of the texts of the interface. */
export type Word = keyof typeof words;

declare global {
  /**
   * Nothing where Tumen speaks as the browser does. A global, since the parts that are brought into a
   * page one after the other share nothing else; the page does not see it.
   */
  var tumenTexts: ChosenTexts | undefined;
}
