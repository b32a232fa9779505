import { spawn } from "node:child_process";
import { join } from "node:path";
import { nativeTool } from "go-wasm-host/testing";

/** The helm command, built once; undefined where there is no Go. */
export function helmProgram(): string | undefined {
  const module = "helm.sh/helm/v4";
  return nativeTool({ name: "helm", module, version: "v4.3.1", package: `${module}/cmd/helm` });
}

/** Runs helm with its own home in a folder and answers what it said; asynchronously, as servers of the test must answer it. */
export async function helm(
  program: string,
  folder: string,
  ...args: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    HELM_CACHE_HOME: join(folder, "helm-cache"),
    HELM_CONFIG_HOME: join(folder, "helm-config"),
    HELM_DATA_HOME: join(folder, "helm-data"),
  };
  const child = spawn(program, args, { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, ...output };
}
