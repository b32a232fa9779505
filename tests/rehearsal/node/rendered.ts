import { fileURLToPath } from "node:url";
import process from "node:process";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import type { Kubectl } from "./kubectl.ts";
import { command } from "./machine/command.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** What `slipway render` prints for an Application of this repository, by sync wave as Argo CD would apply it. */
async function renderWaves(application: string): Promise<string[]> {
  const cli = ["--conditions=source", "src/cli.ts", "render", application, "--offline"];
  const text = await command(process.execPath, cli, { folder: repository, env: process.env });
  const documents = parseAllDocuments(text);
  const waves = Map.groupBy(documents, (document) => waveOf(document.toJS()));
  return [...waves].toSorted(([a], [b]) => a - b).map(([, members]) => members.map(String).join("---\n"));
}

const resource = z.object({
  metadata: z.object({ annotations: z.record(z.string(), z.string()).optional() }),
});

const waveOf = (object: unknown): number =>
  Number(resource.parse(object).metadata.annotations?.["argocd.argoproj.io/sync-wave"] ?? 0);

/** Applies the payload-cms of an overlay wave by wave, each one done before the next: database, migration, site. */
export async function deployPayload(kubectl: Kubectl, application: string): Promise<void> {
  const [database = "", migration = "", site = ""] = await renderWaves(application);
  const inPayload = (...args: string[]): Promise<string> => kubectl(...args, "--namespace", "payload");
  await kubectl.apply(database);
  await inPayload("rollout", "status", "statefulset/postgres", "--timeout=120s");
  await kubectl.apply(migration);
  await inPayload("wait", "--for=condition=Complete", "job/payload-migrate", "--timeout=120s");
  await kubectl.apply(site);
  await inPayload("rollout", "status", "deployment/payload", "--timeout=120s");
}
