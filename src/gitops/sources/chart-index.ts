import { z } from "zod";
import { refuseUserInfo } from "./address.ts";
import { indexEntry, parseYaml } from "./index-entry.ts";
import type { IndexEntry, ListedVersion } from "./index-entry.ts";
import { scanIndex } from "./index-scan.ts";
import { SourceProblem } from "./problem.ts";
import { selectVersion } from "./selection.ts";

const indexSchema = z.object({ entries: z.record(z.string(), z.array(z.unknown()).catch([])) });

/** Parses the whole document: slow on large indexes, right for every layout. Entries Helm would skip are skipped. */
function parseWhole(text: string, chart: string, where: string): ListedVersion[] {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    throw new SourceProblem(`the index of ${where} is not valid YAML: ${reason}`, { cause: error });
  }
  const index = indexSchema.safeParse(value);
  if (!index.success) throw new SourceProblem(`${where} is not a chart repository: its index.yaml has no "entries"`);
  const entries = Object.hasOwn(index.data.entries, chart) ? index.data.entries[chart] : undefined;
  if (!entries) throw new SourceProblem(`the repository ${where} has no chart "${chart}"`);
  return entries.flatMap((item) => {
    const entry = indexEntry.safeParse(item);
    return entry.success ? [{ version: entry.data.version, read: () => entry.data }] : [];
  });
}

function choose(
  listed: readonly ListedVersion[],
  chart: string,
  wanted: string,
  where: string,
): IndexEntry | undefined {
  const selected = selectVersion(
    listed.map(({ version }) => version),
    wanted,
  );
  if ("absent" in selected) throw new SourceProblem(`chart ${chart} in ${where}: ${selected.absent}`);
  return listed.find(({ version }) => version === selected.version)?.read();
}

/** The entry of the version that is wanted, found without parsing the rest of a large index where its layout allows. */
export function findEntry(text: string, chart: string, wanted: string, where: string): IndexEntry {
  const scanned = scanIndex(text, chart);
  const entry =
    (scanned && choose(scanned, chart, wanted, where)) ?? choose(parseWhole(text, chart, where), chart, wanted, where);
  if (!entry?.urls[0])
    throw new SourceProblem(`chart ${chart} ${entry?.version ?? wanted} in ${where} has no download address`);
  return entry;
}

/** Where an archive is: absolute, or relative to the repository, whose query it then inherits as in Helm. */
export function archiveUrl(repository: URL, reference: string): URL {
  const absolute = URL.parse(reference);
  if (absolute) {
    refuseUserInfo(absolute);
    return absolute;
  }
  const base = new URL(repository);
  base.pathname = `${base.pathname.replace(/\/+$/, "")}/`;
  const resolved = URL.parse(reference, base.href);
  if (!resolved) throw new SourceProblem(`"${reference}" is not a download address`);
  resolved.search = repository.search;
  return resolved;
}

/** Where a repository's index is. */
export function indexUrl(repository: URL): URL {
  return archiveUrl(repository, "index.yaml");
}
