import type { Browser, Page } from 'puppeteer-core';

/** A value as WebDriver BiDi hands it out, as far as we read it. */
export interface RemoteValue {
  type: string;
  sharedId?: string;
  value?: { shadowRoot?: RemoteValue | null };
}

/** The few commands of WebDriver BiDi that puppeteer has no function for. */
export interface RawProtocol {
  send<Result>(command: string, parameters: object): Promise<Result>;
  contextOf(page: Page): string;
  /** The value of an expression in a page, with shadow roots. */
  evaluate(context: string, expression: string): Promise<RemoteValue>;
  /** What a function returns for a node of a page; it must be something that JSON can hold. */
  call<Result>(context: string, code: string, node: RemoteValue): Promise<Result>;
  /** What an expression comes to in a page; it must be something that JSON can hold. */
  read<Result>(context: string, expression: string): Promise<Result>;
}

/** Puppeteer's own connection to Firefox, which its types keep to itself. */
interface Inside {
  connection: { send(command: string, parameters: object): Promise<{ result: unknown }> };
}

type ScriptResult =
  | { type: 'success'; result: RemoteValue & { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** Gives access to the protocol under a Firefox that puppeteer has started. */
export function rawProtocol(browser: Browser): RawProtocol {
  const { connection } = browser as unknown as Inside;

  async function send<Result>(command: string, parameters: object): Promise<Result> {
    const { result } = await connection.send(command, parameters);
    return result as Result;
  }

  async function run(command: string, parameters: object) {
    const answer = await send<ScriptResult>(command, { ...parameters, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  return {
    send,
    contextOf: (page) => (page.mainFrame() as unknown as { _id: string })._id,
    evaluate: (context, expression) =>
      run('script.evaluate', {
        expression,
        target: { context },
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
      }),
    async call(context, code, node) {
      const result = await run('script.callFunction', {
        functionDeclaration: `(node) => JSON.stringify({ result: (${code})(node) })`,
        arguments: [{ sharedId: node.sharedId }],
        target: { context },
      });
      return resultIn(result);
    },
    async read(context, expression) {
      const code = `(async () => JSON.stringify({ result: await (${expression}) }))()`;
      return resultIn(await run('script.evaluate', { expression: code, target: { context } }));
    },
  };
}

function resultIn<Result>({ value }: { value?: unknown }): Result {
  return (JSON.parse(String(value)) as { result: Result }).result;
}
