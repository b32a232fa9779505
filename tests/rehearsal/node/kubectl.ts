import { dirname } from "node:path";
import process from "node:process";
import { z } from "zod";
import { kubectl as program } from "../../control-plane/binaries.ts";
import { attempt, type Outcome } from "./machine/command.ts";

export interface Kubectl {
  /** Its output; an exit code other than 0 is an error. */
  (...args: string[]): Promise<string>;
  attempt(...args: string[]): Promise<Outcome>;
  /** Applies manifests, YAML or JSON, on the server's side. */
  apply(manifests: string, ...options: string[]): Promise<string>;
  /** Applied objects as they are now; parsed by the schema. */
  read<T>(schema: z.ZodType<T>, ...args: string[]): Promise<T>;
}

export function kubectlWith(kubeconfig: string): Kubectl {
  const run = (args: readonly string[], input?: string): Promise<Outcome> =>
    attempt(program(), args, {
      env: { PATH: process.env["PATH"], HOME: dirname(kubeconfig), KUBECONFIG: kubeconfig },
      within: 300_000,
      ...(input !== undefined && { input }),
    });
  const succeed = async (args: readonly string[], input?: string): Promise<string> => {
    const { code, stdout, stderr } = await run(args, input);
    if (code !== 0) throw new Error(`kubectl ${args.join(" ")}: exit code ${code}\n${stderr}`);
    return stdout;
  };
  return Object.assign((...args: string[]) => succeed(args), {
    attempt: (...args: string[]) => run(args),
    apply: (manifests: string, ...options: string[]) =>
      succeed(["apply", "--server-side", "--force-conflicts", ...options, "--filename", "-"], manifests),
    read: async <T>(schema: z.ZodType<T>, ...args: string[]): Promise<T> =>
      schema.parse(JSON.parse(await succeed([...args, "--output", "json"]))),
  });
}
