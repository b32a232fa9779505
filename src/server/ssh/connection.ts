import { join } from "node:path";
import { SlipwayError } from "../../model/error.ts";
import { type PrivateFolder, privateFolder } from "../private-folder.ts";
import type { Background, Processes } from "../processes.ts";
import { keyFile } from "../trust/keys.ts";
import { type Endpoint, knownHosts } from "../trust/known-hosts.ts";
import { sshFailure } from "./failure.ts";
import { type ConnectionFiles, sshArguments } from "./options.ts";
import { commandLine } from "./quote.ts";
import type { Remote, RemoteOptions, RemoteResult, Tunnel } from "./remote.ts";
import { openTunnel } from "./tunnel.ts";

export interface ConnectOptions {
  endpoint: Endpoint;
  user?: string;
  /** The user's private key; written to a file that only this user can read, for as long as the connection lasts. */
  privateKey: string;
  /** Host keys the server may show: one, or two while it is being changed. */
  hostKeys: readonly string[];
  processes: Processes;
  signal?: AbortSignal;
}

/** A logged-in connection that commands share; disposing of it ends it and removes the key's file. */
export interface Connection extends Remote, AsyncDisposable {
  readonly endpoint: Endpoint;
  /** Makes a port of the server's loopback reachable here. */
  forward(remotePort: number): Promise<Tunnel>;
}

const tenMinutes = 600_000;
/** What ssh itself ends with when it, and not the command, failed. */
const sshFailed = 255;

/** Logs in. Only a pinned host key is accepted; the errors are SLW-SSH-…. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { endpoint, user = "root", privateKey, hostKeys, processes, signal } = options;
  signal?.throwIfAborted();
  await using cleanup = new AsyncDisposableStack();
  const folder = cleanup.use(await privateFolder());
  const files = await writeFiles(folder, keyFile(privateKey), knownHosts([endpoint], hostKeys));
  const master = await startMaster(processes, sshArguments(endpoint, user, files, "master"), endpoint, signal);
  cleanup.defer(() => master.stop());
  const shared = sshArguments(endpoint, user, files, "client");
  const taken = cleanup.move();
  const attempt = (argv: readonly string[], given?: RemoteOptions): Promise<RemoteResult> =>
    runShared(processes, endpoint, [...shared, commandLine(argv)], argv, given);
  return {
    endpoint,
    attempt,
    async run(argv, given) {
      const result = await attempt(argv, given);
      if (result.code === 0) return result.stdout;
      throw commandFailed(endpoint, argv, result);
    },
    forward: (remotePort) => openTunnel(processes, shared, endpoint, remotePort),
    [Symbol.asyncDispose]: () => taken.disposeAsync(),
  };
}

async function writeFiles(folder: PrivateFolder, key: string, hosts: string): Promise<ConnectionFiles> {
  const [identity, pinned] = await Promise.all([folder.write("key", key), folder.write("known_hosts", hosts)]);
  return { identity, knownHosts: pinned, controlSocket: join(folder.path, "c") };
}

/** The connection that others share is a session whose `cat` waits for the end of its input: when this process goes, however it goes, so does the session. */
async function startMaster(
  processes: Processes,
  args: readonly string[],
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): Promise<Background> {
  const master = processes.start({ file: "ssh", args: [...args, "echo ready && exec cat > /dev/null"] });
  const abort = (): void => void master.stop();
  signal?.addEventListener("abort", abort, { once: true });
  const word = await master.spoke;
  signal?.removeEventListener("abort", abort);
  signal?.throwIfAborted();
  if (word?.startsWith("ready") === true) return master;
  const { stderr } = await ended(master);
  throw sshFailure(endpoint, stderr);
}

async function ended(master: Background): Promise<{ stderr: string }> {
  await master.stop();
  return await master.ended;
}

async function runShared(
  processes: Processes,
  endpoint: Endpoint,
  args: readonly string[],
  argv: readonly string[],
  { stdin, signal, timeout = tenMinutes }: RemoteOptions = {},
): Promise<RemoteResult> {
  const limit = AbortSignal.timeout(timeout);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    const exit = await processes.run({ file: "ssh", args, ...(stdin !== undefined && { stdin }) }, { signal: either });
    if (exit.code === undefined || exit.code === sshFailed) throw sshFailure(endpoint, exit.stderr, "session");
    return { code: exit.code, stdout: exit.stdout, stderr: exit.stderr };
  } catch (error) {
    if (error !== limit.reason || !limit.aborted) throw error;
    throw new SlipwayError(
      "SLW-SSH-TIMEOUT",
      `${endpoint.address}: "${shortened(argv)}" did not end within ${timeout / 1000} s`,
      { hint: "Run again; if it stays, look at the server's load, memory and disk.", cause: error },
    );
  }
}

function commandFailed(
  endpoint: Endpoint,
  argv: readonly string[],
  { code, stdout, stderr }: RemoteResult,
): SlipwayError {
  const said = (stderr.trim() || stdout.trim()).split("\n").slice(-8).join("\n");
  return new SlipwayError(
    "SLW-SERVER-COMMAND",
    `${endpoint.address}: "${shortened(argv)}" ended with ${code}${said && `:\n${said}`}`,
  );
}

/** Scripts are named by their first line that says something. */
function shortened(argv: readonly string[]): string {
  const words = argv[0] === "sh" && argv[1] === "-c" ? [argv[2]?.trim().split("\n")[0] ?? ""] : argv;
  const text = words.join(" ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
