import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { bootstrap } from "../../../../src/bootstrap.ts";
import type { BootstrapResult } from "../../../../src/bootstrap/options.ts";
import { treeLines } from "../../../../src/cluster/waiting/text.ts";
import { plain } from "../../../../src/report/text/style.ts";
import { argocdSource, versions } from "../../../control-plane/binaries.ts";
import { type LoopbackServer, startServer } from "../../../registries/loopback-server.ts";
import type { RehearsalNode } from "../node.ts";

/** The manifests of Argo CD's release, where slipway would find them on GitHub. */
export function startReleaseMirror(): Promise<LoopbackServer> {
  const manifests = join(argocdSource(), "manifests");
  return startServer(({ path }, response) => {
    const file = new RegExp(String.raw`^/${versions.argocd}/manifests/((?:ha/)?(?:core-)?install\.yaml)$`).exec(
      path,
    )?.[1];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(readFileSync(join(manifests, file)));
  });
}

export interface Bootstrapping {
  node: Pick<RehearsalNode, "kubeconfig">;
  mirror: LoopbackServer;
  /** The repository's working copy. */
  root: string;
  /** For what is fetched and written. */
  scratch: string;
}

/** `slipway bootstrap local`, ten minutes at most; the tree that it ends with is printed. */
export async function bootstrapLocal({ node, mirror, root, scratch }: Bootstrapping): Promise<BootstrapResult> {
  const silent = (): void => undefined;
  const result = await bootstrap(
    {
      root,
      environment: "local",
      ifBusy: "leave",
      conflicts: "report",
      timeLimit: 600_000,
      identity: "rehearsal",
      diagnosisFile: join(scratch, "diagnosis.md"),
      argocdMirror: mirror.url,
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
      env: { PATH: process.env["PATH"], HOME: scratch, XDG_CACHE_HOME: join(scratch, "cache") },
      randomPassword: () => randomBytes(24).toString("base64url"),
      onSection: silent,
      onProgress: silent,
    },
  );
  console.log(treeLines(result.waited.progress, plain).join("\n"));
  return result;
}
