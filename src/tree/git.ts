import { execFile, spawnSync } from "node:child_process";
import { SlipwayError } from "../model/error.ts";

export interface GitResult {
  status: number;
  stdout: Buffer;
  stderr: string;
}

const maxBuffer = 1024 ** 3;
const unsafeSettings = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** Runs git in a directory; a non-zero status is a result, not an error. */
export function runGit(directory: string, args: readonly string[], input?: string): Promise<GitResult> {
  return new Promise((settle, fail) => {
    const options = { cwd: directory, env: gitEnvironment(process.env), encoding: "buffer", maxBuffer } as const;
    const child = execFile("git", [...unsafeSettings, ...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") fail(cannotRun(error));
      else settle({ status: Number(error?.code ?? 0), stdout, stderr: stderr.toString() });
    });
    child.stdin?.on("error", () => undefined); // git ended before it read all: its status tells why
    child.stdin?.end(input);
  });
}

/** The same while the thread waits: for a worker in the middle of a synchronous call. */
export function runGitSync(directory: string, args: readonly string[], input: string): GitResult {
  const env = gitEnvironment(process.env);
  const { error, status, stdout, stderr } = spawnSync("git", [...unsafeSettings, ...args], {
    cwd: directory,
    env,
    input,
    maxBuffer,
  });
  if (error) throw cannotRun(error);
  return { status: status ?? 1, stdout, stderr: stderr.toString() };
}

/**
 * A git hook's or a caller's GIT_DIR must not point us at another repository, nor may git wait for a password, fetch, write or
 * translate its messages. Configuration given by environment stays: it is how CI declares a directory safe.
 */
export function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith("GIT_") || name.startsWith("GIT_CONFIG"));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    LC_ALL: "C",
  };
}

export const isNoRepository = ({ status, stderr }: GitResult): boolean =>
  status !== 0 && stderr.includes("not a git repository");

/** The error that git's own words amount to, for a person. */
export function explainGit(directory: string, { stderr }: GitResult): SlipwayError {
  const cause = new Error(stderr.trim());
  if (stderr.includes("dubious ownership")) {
    return new SlipwayError("SLW-GIT", `git does not trust "${directory}": it belongs to another user`, {
      hint: `run: git config --global --add safe.directory ${JSON.stringify(directory)}`,
      cause,
    });
  }
  if (stderr.includes("must be run in a work tree")) {
    return new SlipwayError("SLW-GIT", `"${directory}" is inside a git repository without a working copy`, {
      hint: "pass the folder of a checkout as --root",
      cause,
    });
  }
  const lines = stderr.trim().split("\n");
  // A push says first where it went, and only then why it did not.
  const why = lines.find((line) => /^ ! \[|^(?:fatal|error): /.test(line))?.trim() ?? lines[0] ?? "no message";
  return new SlipwayError("SLW-GIT", `git failed in "${directory}": ${why}`, { cause });
}

function cannotRun(error: Error): SlipwayError {
  const missing = "code" in error && error.code === "ENOENT";
  return new SlipwayError("SLW-GIT", missing ? "git is not installed or not on PATH" : `git failed: ${error.message}`, {
    ...(missing ? { hint: "install git 2.30 or newer" } : {}),
    cause: error,
  });
}
