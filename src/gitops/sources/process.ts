import { spawn } from "node:child_process";

export interface ProcessResult {
  /** The exit code; `undefined` when the process was killed. */
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/** Runs a program with an argument array, never through a shell. */
export type RunProcess = (
  file: string,
  args: readonly string[],
  options: { env: Record<string, string | undefined>; signal: AbortSignal; maxOutput: number },
) => Promise<ProcessResult>;

/** Runs a program without standard input; rejects when it cannot be started or the signal aborts it. */
export const runProcess: RunProcess = async (file, args, { env, signal, maxOutput }) => {
  const child = spawn(file, args, { env, signal, stdio: ["ignore", "pipe", "pipe"], killSignal: "SIGKILL" });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      if (output[name].length > maxOutput) child.kill("SIGKILL");
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? undefined, ...output }));
  });
};
