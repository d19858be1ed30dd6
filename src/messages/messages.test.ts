import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', () => ({ browser: fakeBrowser }));
// Others may have loaded it with the browser that they need.
vi.resetModules();
const { NoAnswerError, receive, send } = await import('./messages.ts');

type Listener = (message: unknown, from: object, respond: (reply: unknown) => void) => boolean;

let listener: Listener;

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, {
    id: 'ours',
    getURL: (path: string) => `chrome-extension://ours${path}`,
  });
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listener = added as unknown as Listener;
  });
});

/** What is answered to a message; undefined where it is passed over. */
function answer(message: unknown, from: object): Promise<unknown> {
  return new Promise((resolve) => {
    if (!listener(message, from, resolve)) resolve(undefined);
  });
}

test('a message of another extension, or of another form, is passed over', async () => {
  const start = vi.fn(() => null);
  receive({ start });
  const message = { tumen: 'start', ask: { tab: 1 } };
  expect(await answer(message, { id: 'another' })).toBeUndefined();
  expect(await answer(message, {})).toBeUndefined();
  for (const odd of [null, 'start', 1, [], {}, { tumen: 'unknown' }, { tumen: '__proto__' }]) {
    expect(await answer(odd, { id: 'ours' })).toBeUndefined();
  }
  expect(start).not.toHaveBeenCalled();
  expect(await answer(message, { id: 'ours' })).toEqual({ answer: null });
});

test('a handler is told whether one of our own pages asks, and of which host a page is', async () => {
  const heard: [boolean, string][] = [];
  receive({
    start: (_ask, { isOwnPage, host }) => {
      heard.push([isOwnPage, host]);
      return null;
    },
  });
  const message = { tumen: 'start', ask: { tab: 1 } };
  await answer(message, { id: 'ours', url: 'chrome-extension://ours/popup.html' });
  await answer(message, { id: 'ours', url: 'https://news.example/', tab: { id: 1 } });
  await answer(message, { id: 'ours', url: 'chrome-extension://ours.example/popup.html' });
  await answer(message, { id: 'ours' });
  expect(heard).toEqual([
    [true, 'ours'],
    [false, 'news.example'],
    [false, 'ours.example'],
    [false, ''],
  ]);
});

test('what a handler throws is answered in one line', async () => {
  receive({
    start: () => {
      throw new Error('no such tab');
    },
  });
  const reply = await answer({ tumen: 'start', ask: { tab: 1 } }, { id: 'ours' });
  expect(reply).toEqual({ error: 'no such tab' });
});

test.each([
  ['the channel closes first', () => Promise.reject(new Error('message channel closed'))],
  ['nothing comes back', () => Promise.resolve(undefined)],
])('that nobody answers is told apart from a refusal: %s', async (_, reply) => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(reply);
  await expect(send('start', { tab: 1 })).rejects.toThrow(NoAnswerError);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ error: 'no such tab' });
  await expect(send('start', { tab: 1 })).rejects.not.toThrow(NoAnswerError);
});

test('a background that was ended is asked once more', async () => {
  const asked = vi
    .spyOn(fakeBrowser.runtime, 'sendMessage')
    .mockReset()
    .mockRejectedValueOnce(new Error('message channel closed'))
    .mockResolvedValueOnce({ answer: null });
  expect(await send('start', { tab: 1 })).toBeNull();
  expect(asked.mock.calls).toEqual([
    [{ tumen: 'start', ask: { tab: 1 } }],
    [{ tumen: 'start', ask: { tab: 1 } }],
  ]);
});
