import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { bootstrap } from "../../../../src/bootstrap.ts";
import type { BootstrapResult } from "../../../../src/bootstrap/options.ts";
import { treeLines } from "../../../../src/cluster/waiting/text.ts";
import { plain } from "../../../../src/report/text/style.ts";
import { openPlatform, type Platform } from "../../cluster/platform.ts";
import { startMirror } from "../../cluster/rehearsal.ts";
import { archiveOf } from "../images/images.ts";
import { pauseRecipe, payloadRecipe } from "../images/recipes.ts";
import { network } from "../machine/network.ts";
import type { RehearsalNode } from "../node.ts";

/** The platform's repository within the node's reach, and slipway to bring it up there. */
export interface GitOps extends AsyncDisposable {
  platform: Platform;
  /** Edits a file, commits and pushes. The text must be in it, and once. */
  edit(file: string, from: string, to: string): void;
  /** Commits and pushes the opposite of the newest commit. */
  revert(): void;
  /** `slipway bootstrap`, ten minutes at most; the tree that it ends with is printed. */
  bootstrap(): Promise<BootstrapResult>;
}

/** Images of the charts that stand in for those from the internet; Grafana's answers HTTP. */
const standIns = {
  "registry.example.com/prometheus-grafana:1": payloadRecipe,
  "registry.example.com/loki:1": pauseRecipe,
  "registry.example.com/alloy:1": pauseRecipe,
  "registry.example.com/sealed-secrets-controller:1": pauseRecipe,
};

export async function openGitOps(node: RehearsalNode, folder: string): Promise<GitOps> {
  await using closing = new AsyncDisposableStack();
  for (const [name, recipe] of Object.entries(standIns)) await node.push(name, await archiveOf(recipe()));
  const platform = closing.use(await openPlatform(folder, network.gateway));
  const mirror = closing.use(await startMirror());
  const kept = closing.move();
  return {
    platform,
    edit(file, from, to) {
      const text = platform.read(file);
      if (text.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`);
      platform.push({ [file]: text.replace(from, to) });
    },
    revert() {
      platform.git("revert", "--no-edit", "HEAD");
      platform.git("push", "--quiet", "origin", "main");
    },
    bootstrap: () => bootstrapped(node, platform.root, mirror.url, folder),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function bootstrapped(
  node: RehearsalNode,
  root: string,
  argocdMirror: string,
  scratch: string,
): Promise<BootstrapResult> {
  const silent = (): void => undefined;
  const result = await bootstrap(
    {
      root,
      environment: "rehearsal",
      ifBusy: "leave",
      conflicts: "report",
      timeLimit: 600_000,
      // A third of what a production is given, so that what cannot get better is told sooner.
      patience: { none: 10_000, little: 30_000 },
      identity: "rehearsal",
      diagnosisFile: join(scratch, "diagnosis.md"),
      argocdMirror,
    },
    {
      connect: async () => ({
        kubeconfig: readFileSync(node.kubeconfig, "utf8"),
        [Symbol.asyncDispose]: async () => undefined,
      }),
      clock: {
        now: () => Date.now(),
        sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal ? { signal } : {}),
      },
      log: { debug: silent, info: silent, warning: console.warn },
      signal: new AbortController().signal,
      env: { PATH: process.env["PATH"], HOME: scratch },
      randomPassword: () => randomBytes(24).toString("base64url"),
      onSection: silent,
      onProgress: silent,
    },
  );
  console.log(treeLines(result.waited.progress, plain).join("\n"));
  return result;
}
