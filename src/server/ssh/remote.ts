/** What a command on the server printed, and how it ended. */
export interface RemoteResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RemoteOptions {
  /** Given to the command's standard input, which is where secrets belong. */
  stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  signal?: AbortSignal;
  /** Milliseconds after which the command is given up. */
  timeout?: number;
}

/** A port of the server, reached at a port of this machine's loopback. */
export interface Tunnel extends AsyncDisposable {
  port: number;
}

/** A server that commands can be run on. */
export interface Remote {
  /** What the command printed; one that fails is an SLW-SERVER-COMMAND. */
  run(argv: readonly string[], options?: RemoteOptions): Promise<string>;
  /** The same where failing is an answer. */
  attempt(argv: readonly string[], options?: RemoteOptions): Promise<RemoteResult>;
}

/** Runs a POSIX shell script with arguments; they reach it as $1, $2, … and need no quoting in it. */
export const script = (text: string, ...args: readonly string[]): string[] => ["sh", "-c", text, "slipway", ...args];
