import { readFile } from "node:fs/promises";
import { installationOf, placed } from "../cluster/install/manifest.ts";
import { releaseOf } from "../cluster/install/release.ts";
import type { Environment } from "../environment/schema.ts";
import { createSources, emptyLock } from "../gitops/sources.ts";
import { SlipwayError } from "../model/error.ts";
import type { JsonObject } from "../model/resource.ts";
import { environmentOf } from "../run/fetching.ts";
import type { BootstrapOptions, BootstrapPorts } from "./options.ts";

/** The objects that make up Argo CD: of the release's manifest, or of a kustomization in the repository. */
export async function readInstallation(
  { spec }: Environment,
  namespace: string,
  options: BootstrapOptions,
  ports: BootstrapPorts,
): Promise<JsonObject[]> {
  const { kustomization } = spec.argocd;
  if (kustomization !== undefined) return placed(await rendered(kustomization, options, ports), namespace);
  return installationOf(await fetched(spec.argocd, options, ports), namespace);
}

/** From the tool cache, or fetched once and kept there; either way its bytes hash to what is pinned. */
async function fetched(
  argocd: Environment["spec"]["argocd"],
  { argocdMirror }: BootstrapOptions,
  ports: BootstrapPorts,
): Promise<string> {
  const { url, digest } = releaseOf(argocd, argocdMirror);
  const { toolCacheDir, archives, credentials } = environmentOf(ports);
  const sources = createSources({
    lock: { ...emptyLock, files: [{ url, digest }] },
    toolCacheDir,
    archives,
    credentials,
    env: ports.env,
    signal: ports.signal,
  });
  const found = await sources.file(url);
  if ("file" in found) return readFile(found.file, "utf8");
  throw new SlipwayError("SLW-SOURCE", `Argo CD's install manifest could not be had: ${found.unavailable}`, {
    hint: "is the address reachable from here? --argocd-mirror names another one",
  });
}

async function rendered(folder: string, { root }: BootstrapOptions, ports: BootstrapPorts): Promise<JsonObject[]> {
  const { renderOnly } = await import("../render-only.ts");
  const { clock, log, signal, env, sources } = ports;
  const run = { root, cache: true, offline: false, requireSources: true };
  const applications = await renderOnly(run, { clock, log, signal, env, ...(sources && { sources }) });
  const wanted = folder.replace(/^\.\//, "").replace(/\/$/, "");
  const found = applications.find(({ report }) => report.name === wanted || report.sources.includes(wanted));
  if (found?.report.status === "rendered") return found.rendered.resources.map(({ manifest }) => manifest);
  throw new SlipwayError(
    "SLW-CONFIG",
    `spec.argocd.kustomization: ${found?.report.reason ?? `nothing is rendered from ${folder}`}`,
    {
      hint: "`slipway render` shows what is rendered from the repository, and why something is not",
    },
  );
}
