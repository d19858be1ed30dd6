import type { Browser, CDPSession } from 'puppeteer-core';

/** A request as the browser itself saw it, wherever in it the request was made. */
export interface RecordedRequest {
  address: string;
  /** What made it: a kind of context with its address. */
  by: string;
}

/**
 * Records what every page, worker and background of a Chromium asks for from now on. What starts later is
 * held until it is listened to. A background that is listened to cannot be stopped.
 */
export async function recordInChromium(browser: Browser): Promise<readonly RecordedRequest[]> {
  const requests: RecordedRequest[] = [];
  await follow(await browser.target().createCDPSession(), requests);
  return requests;
}

async function follow(session: CDPSession, requests: RecordedRequest[]): Promise<void> {
  session.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    const attached = session.connection()?.session(sessionId);
    if (!attached) return;
    attached.on('Network.requestWillBeSent', ({ request, initiator }) => {
      const [script] = initiator.stack?.callFrames ?? [];
      const by = `${targetInfo.type} ${script?.url ?? targetInfo.url}`;
      requests.push({ address: request.url, by });
    });
    // A context may have ended before it is asked. Workers hang on the pages that start them.
    await Promise.allSettled([
      attached.send('Network.enable'),
      follow(attached, requests),
      attached.send('Runtime.runIfWaitingForDebugger'),
    ]);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}
