import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";
import { z } from "zod";

import { readCommands } from "./runner-commands.ts";
import type { Command } from "./runner-commands.ts";

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  runs: z.object({ using: z.literal("node24"), main: z.string() }),
});

export interface Step {
  /** A folder of actions/. */
  action: string;
  inputs?: Record<string, string>;
  event: { name: string; payload: unknown; sha: string; ref?: string };
  workspace: string;
  apiUrl: string;
  /** Variables that only some runs have. */
  env?: Record<string, string>;
}

export interface StepResult {
  exitCode: number | null;
  log: string;
  commands: Command[];
  outputs: Record<string, string>;
  summary: string;
}

/**
 * Runs one step as GitHub's runner does: the bundle that action.yml names, on this Node, with its inputs and files and
 * nothing else of our environment.
 */
export async function runStep({ action, inputs = {}, event, workspace, apiUrl, env = {} }: Step): Promise<StepResult> {
  const folder = fileURLToPath(new URL(`../../actions/${action}/`, import.meta.url));
  const declared = actionFile.parse(parse(await readFile(join(folder, "action.yml"), "utf8")));
  const home = await mkdtemp(join(tmpdir(), "slipway-runner-"));
  const files = { OUTPUT: "", STATE: "", ENV: "", PATH: "", STEP_SUMMARY: "" };
  for (const name of Object.keys(files)) await writeFile(join(home, name), "");
  await writeFile(join(home, "event.json"), JSON.stringify(event.payload));
  await mkdir(join(home, "temp"));
  const variables = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    RUNNER_TEMP: join(home, "temp"),
    RUNNER_TOOL_CACHE: join(home, "tools"),
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: "acme/platform",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: join(home, "event.json"),
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref ?? "",
    GITHUB_RUN_ID: "5",
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: "https://github.com",
    ...Object.fromEntries(Object.keys(files).map((name) => [`GITHUB_${name}`, join(home, name)])),
    ...inputVariables(declared.inputs, inputs),
    ...env,
  };
  const { exitCode, log } = await run(join(folder, declared.runs.main), workspace, variables);
  const result = {
    exitCode,
    log,
    commands: readCommands(log),
    outputs: readOutputs(await readFile(join(home, "OUTPUT"), "utf8")),
    summary: await readFile(join(home, "STEP_SUMMARY"), "utf8"),
  };
  await rm(home, { recursive: true });
  return result;
}

/** Upper-case, spaces as underscores, hyphens kept: https://docs.github.com/actions/creating-actions */
function inputVariables(declared: z.infer<typeof actionFile>["inputs"], given: Record<string, string>) {
  const names = Object.keys({ ...declared, ...given });
  return Object.fromEntries(
    names.map((name) => {
      const value = given[name] ?? declared[name]?.default ?? "";
      return [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value.replace("${{ github.token }}", "secret-token")];
    }),
  );
}

async function run(bundle: string, cwd: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [bundle], { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: 90_000 });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number | null>((done, failed) => child.on("close", done).on("error", failed));
  return { exitCode, log: Buffer.concat(chunks).toString() };
}

function readOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n([^]*?)\n\2$/gmu);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
