import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A program and its arguments; there is never a shell in between. */
export interface Command {
  file: string;
  args: readonly string[];
  /** Written to standard input, which is then closed. */
  stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** How a program ended: `code` is undefined when a signal or its absence ended it. */
export interface Exit {
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/** A program that runs until it is told to stop by the end of its standard input. */
export interface Background {
  /** The first output it wrote, or undefined when it ended without any. */
  readonly spoke: Promise<string | undefined>;
  readonly ended: Promise<Exit>;
  stop(): Promise<void>;
}

/** Processes, passed in so that they can run elsewhere: in another network namespace, or not at all. */
export interface Processes {
  /** Ends the program with SIGTERM when the signal aborts, and rejects with its reason. */
  run(command: Command, options?: { signal?: AbortSignal }): Promise<Exit>;
  start(command: Omit<Command, "stdin">): Background;
}

/** A program that ignores SIGTERM is killed after this many milliseconds. */
const patience = 2_000;

/** Programs run on this machine, in the C locale, because their messages are read. */
export const systemProcesses: Processes = {
  async run({ file, args, stdin }, { signal } = {}) {
    signal?.throwIfAborted();
    const child = launch(file, args);
    const ended = exitOf(child);
    const abort = (): void => {
      // A shared connection holds the command's pipes too, and would keep them open until the command on the server ends.
      child.once("exit", () => [child.stdout, child.stderr].forEach((pipe) => pipe.destroy()));
      terminate(child);
    };
    signal?.addEventListener("abort", abort, { once: true });
    try {
      await feed(child, stdin);
      const exit = await ended;
      signal?.throwIfAborted();
      return exit;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  },
  start({ file, args }) {
    const child = launch(file, args);
    child.stdin.on("error", () => {});
    const ended = exitOf(child);
    const first = new Promise<string>((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
    return {
      spoke: Promise.race([first, ended.then(() => undefined)]),
      ended,
      async stop() {
        child.stdin.end();
        const timer = setTimeout(() => terminate(child), patience);
        await ended;
        clearTimeout(timer);
      },
    };
  },
};

const launch = (file: string, args: readonly string[]) =>
  spawn(file, args, { stdio: "pipe", env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LC_ALL: "C" } });
type Child = ReturnType<typeof launch>;

function terminate(child: Child): void {
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), patience).unref();
}

async function exitOf(child: Child): Promise<Exit> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  let failure: string | undefined;
  // A program that is not there ends with an error and no exit code.
  child.on("error", (error) => (failure = error.message));
  await once(child, "close").catch(() => {});
  return {
    code: failure === undefined ? (child.exitCode ?? undefined) : undefined,
    stdout: Buffer.concat(stdout).toString(),
    stderr: failure ?? Buffer.concat(stderr).toString(),
  };
}

/** A program may end without reading its input; its exit says why, so the broken pipe does not have to. */
async function feed(child: Child, stdin: Command["stdin"]): Promise<void> {
  const input = typeof stdin === "string" || stdin instanceof Uint8Array ? [stdin] : (stdin ?? []);
  await pipeline(Readable.from(input), child.stdin).catch((error: NodeJS.ErrnoException) => {
    if (!["EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET"].includes(error.code ?? "")) throw error;
  });
}
