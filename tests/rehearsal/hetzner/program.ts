import { spawn } from "node:child_process";

export interface Outcome {
  exitCode: number | null;
  output: string;
}

/** Runs a program to its end, with both of its outputs in one text. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, output }));
  });
}

/** Whether a program is there at all. */
export async function isThere(command: string, args: readonly string[]): Promise<boolean> {
  try {
    return (await run(command, args)).exitCode === 0;
  } catch {
    return false;
  }
}
