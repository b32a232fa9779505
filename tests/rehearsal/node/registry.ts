import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { freePorts, type Running, start, until } from "../../control-plane/processes.ts";
import { cacheFolder, hashOf, kept } from "./images/cache.ts";
import { placeOf } from "./images/image-name.ts";
import { archiveOf, keyOf } from "./images/images.ts";
import type { ImageRecipe } from "./images/recipes.ts";
import { command } from "./machine/command.ts";
import { registry } from "./programs/programs.ts";

/** A real registry, which ends with the process that started it. `host` is its address and port. */
export async function startRegistry(folder: string, storage: string, host: string): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "registry.json");
  writeFileSync(
    config,
    JSON.stringify({
      version: 0.1,
      log: { level: "warn" },
      storage: { filesystem: { rootdirectory: storage }, delete: { enabled: true } },
      http: { addr: host },
    }),
  );
  const env = { PATH: process.env["PATH"], HOME: folder, OTEL_TRACES_EXPORTER: "none" };
  const args = ["--pdeathsig", "KILL", registry(), "serve", config];
  const running = start({ name: "registry", path: "setpriv", args, env, folder });
  await until("registry", async () => answers(host), { within: 20_000, programs: [running] });
  return running;
}

const answers = async (host: string): Promise<boolean> =>
  (await fetch(`http://${host}/v2/`).catch(() => undefined))?.ok === true;

/** Puts an OCI archive where the node finds it under the image's ordinary name. */
export async function pushImage(host: string, name: string, archive: string): Promise<void> {
  const { repository, tag } = placeOf(name);
  const target = `docker://${host}/${repository}:${tag}`;
  const args = ["--insecure-policy", "copy", "--quiet", "--dest-tls-verify=false", `oci-archive:${archive}`, target];
  // A proxy for the internet has no business between here and a registry next door.
  await command("skopeo", args, { env: { PATH: process.env["PATH"], NO_PROXY: "*" }, within: 300_000 });
}

/** A registry's storage that holds these images already, made once for each set of contents. */
export async function storageWith(recipes: readonly ImageRecipe[]): Promise<string> {
  const place = join(cacheFolder(), "registries", hashOf(...recipes.map(keyOf).toSorted()));
  return kept(place, async (partial) => {
    const [port = 0] = await freePorts(1);
    const host = `127.0.0.1:${port}`;
    mkdirSync(partial);
    const scratch = mkdtempSync(join(tmpdir(), "slipway-registry-"));
    await using closing = new AsyncDisposableStack();
    closing.defer(() => rmSync(scratch, { recursive: true, force: true }));
    closing.use(await startRegistry(scratch, partial, host));
    for (const recipe of recipes) await pushImage(host, recipe.name, await archiveOf(recipe));
  });
}

/** A node's own copy, which it may push to; hard links, as a registry replaces files and never changes them. */
export async function copyStorage(from: string, to: string): Promise<void> {
  const linked = command("cp", ["--archive", "--link", from, to]);
  await linked.catch(() => command("cp", ["--archive", "--force", from, to]));
}
