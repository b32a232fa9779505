import { wantsColour } from "../report/text/style.ts";

/** What the command line writes to, and what it may assume about it. */
export interface Terminal {
  out(text: string): void;
  /** Progress and notices: never part of the result. */
  err(text: string): void;
  /** Columns of the terminal; undefined where the output is a file or a pipe. */
  width: number | undefined;
  colour: boolean;
  /** Whether progress may redraw a line. */
  live: boolean;
  env: Record<string, string | undefined>;
}

type ProcessLike = Pick<NodeJS.Process, "env"> & {
  stdout: { isTTY?: boolean; columns?: number; write(text: string): unknown };
  stderr: { isTTY?: boolean; write(text: string): unknown };
};

export function terminal({ env, stdout, stderr }: ProcessLike): Terminal {
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    width: stdout.isTTY === true ? stdout.columns : undefined,
    colour: wantsColour(env, stdout.isTTY === true),
    live: stderr.isTTY === true && (env["CI"] ?? "") === "" && env["TERM"] !== "dumb",
    env,
  };
}
