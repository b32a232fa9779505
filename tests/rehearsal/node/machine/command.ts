import { spawn } from "node:child_process";

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  input?: string | Uint8Array;
  env?: Readonly<Record<string, string | undefined>>;
  folder?: string;
  /** Milliseconds, after which it is killed. */
  within?: number;
}

/** Runs a program to its end; its exit code is a value. */
export function attempt(program: string, args: readonly string[], options: Options = {}): Promise<Outcome> {
  const { input, env, folder, within = 120_000 } = options;
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "pipe"],
    timeout: within,
    killSignal: "SIGKILL",
    ...(env && { env }),
    ...(folder !== undefined && { cwd: folder }),
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  // A program that reads nothing closes its end; what it did is told by its exit code.
  child.stdin.on("error", () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...output }));
  });
}

/** The program's output; an exit code other than 0 is an error with what it said. */
export async function command(program: string, args: readonly string[], options: Options = {}): Promise<string> {
  const { code, stdout, stderr } = await attempt(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")}: exit code ${code}\n${stderr}${stdout}`);
  return stdout;
}
