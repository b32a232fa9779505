import { basename } from "node:path/posix";
import { createHash } from "node:crypto";
import type { Sources, TreeMount } from "./contracts.ts";
import { unavailableSource } from "./placement.ts";
import type { ReadLog } from "./produced.ts";
import { namedFiles } from "./references.ts";
import { describeUrl } from "./sources/address.ts";
import type { HelmOptions } from "./schema-source.ts";
import { remoteAddress, type ResolvedFile, type ValueFileRules } from "./value-files.ts";

export interface RemoteFiles {
  /** Address → the file. */
  files: ReadonlyMap<string, ResolvedFile>;
  mounts: TreeMount[];
}

/** Fetches the value files and file parameters that are addresses. Throws a RenderFailure for the first that cannot be had. */
export async function remoteFiles(
  helm: HelmOptions,
  rules: Pick<ValueFileRules, "references" | "environment">,
  sources: Sources,
  log: ReadLog,
): Promise<RemoteFiles> {
  const wanted = namedFiles(helm).flatMap(({ text, field }) => {
    const address = remoteAddress(text, rules);
    return address === undefined ? [] : [{ address, field }];
  });
  const fetched = await Promise.all(wanted.map(async (one) => ({ ...one, found: await sources.file(one.address) })));
  const files = new Map<string, ResolvedFile>();
  const mounts: TreeMount[] = [];
  for (const { address, field, found } of fetched) {
    if ("unavailable" in found) throw unavailableSource(`The value file ${describeUrl(address)}`, found, { field });
    if (files.has(address)) continue;
    const { file, id, locked = true } = found;
    log.addFile({ url: address, id, locked });
    const path = mountPath(address);
    mounts.push({ path, file, id });
    const tree = { read: () => undefined, list: () => undefined };
    files.set(address, { place: { tree, directory: "", root: "" }, path });
  }
  return { files, mounts };
}

/** A path of its own per address, which ends as the address does: engines name it when the file is broken. */
function mountPath(address: string): string {
  const digest = createHash("sha256").update(address).digest("hex").slice(0, 12);
  const name = basename(URL.parse(address)?.pathname ?? "").replaceAll(/[^\w.-]/g, "_");
  return `.slipway/values/${digest}/${name === "" || name.startsWith(".") ? "values" : name}`;
}
