import { type Browser, browser } from 'wxt/browser';
import { type Reason, ReasonedError, reasonOf } from '../reason/reason.ts';
import type { Answer, Ask, MessageKind } from './protocol.ts';

interface Envelope {
  tumen: MessageKind;
  ask: unknown;
}

type Reply<K extends MessageKind> = { answer: Answer<K> } | { refusal: Reason } | { error: string };

/** Who sent a message: the tab and the frame, where it came from a page. */
export interface Sender {
  tab: number | null;
  frame: number;
  /** Whether it is one of Tumen's own pages, and not a script in somebody's page. */
  isOwnPage: boolean;
  /** The host of the page it came from, by the browser's word; "" where it has none. */
  host: string;
}

type Handlers = {
  [K in MessageKind]?: (ask: Ask<K>, sender: Sender) => Answer<K> | Promise<Answer<K>>;
};

/** Nobody was there to answer, or was stopped before it could. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Sends a message to the background (and the popup, where it is open) and waits for the answer. A background that
 * was ended meanwhile is asked once more: whatever is asked may be done twice.
 */
export async function send<K extends MessageKind>(kind: K, ask: Ask<K>): Promise<Answer<K>> {
  const once = () => open<K>(browser.runtime.sendMessage({ tumen: kind, ask } satisfies Envelope));
  return once().catch((error: unknown) => {
    if (error instanceof NoAnswerError) return once();
    throw error;
  });
}

/** Sends a message to the content script of a tab: to one frame, or to all when none is named. */
export async function sendToTab<K extends MessageKind>(
  tab: number,
  kind: K,
  ask: Ask<K>,
  frame?: number,
): Promise<Answer<K>> {
  const envelope: Envelope = { tumen: kind, ask };
  const options = frame === undefined ? {} : { frameId: frame };
  return open<K>(browser.tabs.sendMessage(tab, envelope, options));
}

async function open<K extends MessageKind>(
  replied: Promise<Reply<K> | undefined>,
): Promise<Answer<K>> {
  const reply = await replied.catch((error: unknown) => {
    throw new NoAnswerError(error instanceof Error ? error.message : String(error));
  });
  if (reply === undefined) throw new NoAnswerError('nobody answered');
  if ('refusal' in reply) throw new ReasonedError(reply.refusal.word, ...reply.refusal.parts);
  if ('error' in reply) throw new Error(reply.error);
  return reply.answer;
}

/**
 * Answers messages from other parts of this extension; anything else is passed over.
 * Answers go by `sendResponse`, the one way that both browsers know.
 */
export function receive(handlers: Handlers, signal?: AbortSignal): void {
  const listener = (
    message: unknown,
    from: Browser.runtime.MessageSender,
    respond: (reply: unknown) => void,
  ): boolean => {
    if (from.id !== browser.runtime.id || !isEnvelope(message)) return false;
    const handler = (
      Object.hasOwn(handlers, message.tumen) ? handlers[message.tumen] : undefined
    ) as ((ask: unknown, sender: Sender) => unknown) | undefined;
    if (!handler) return false;
    const sender = {
      tab: from.tab?.id ?? null,
      frame: from.frameId ?? 0,
      isOwnPage: from.url?.startsWith(browser.runtime.getURL('/')) ?? false,
      host: from.url && URL.canParse(from.url) ? new URL(from.url).hostname : '',
    };
    Promise.resolve()
      .then(() => handler(message.ask, sender))
      .then(
        (answer) => respond({ answer }),
        (error: unknown) => {
          const reason = reasonOf(error);
          respond(typeof reason === 'string' ? { error: reason } : { refusal: reason });
        },
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'tumen' in message;
}
