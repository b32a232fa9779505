import { posix } from "node:path";
import type { SourceLocation } from "../model/resource.ts";
import { dependencyEntries, type FileEntry, kustomizationEntries } from "./build-files.ts";
import type { Tree } from "./contracts.ts";
import { documentIndex } from "./document-index.ts";
import type { RenderFailure } from "./failure.ts";
import { entryNaming, leadsOut, namesIn, type NamingEntry } from "./named-entry.ts";
import type { ApplicationSource } from "./schema-source.ts";
import { kustomizationNames } from "./source-type.ts";

/** A source that did not render, as far as it was found. */
export interface FailedSource {
  source: ApplicationSource;
  directory: string;
  /** Present where the files are this repository's own, at the revision that is checked. */
  tree: Tree | undefined;
}

/**
 * The failure at what names the file or chart that it is about: a field of the Application, an entry of a kustomization, a
 * dependency in a Chart.yaml; else the link that is to blame.
 */
export function blamed(failed: RenderFailure, { source, directory, tree }: FailedSource): RenderFailure {
  const failure = atBrokenFile(failed);
  const names = namesIn(failure.message);
  const named =
    failure.field ?? chartField(source, failure) ?? entryNaming(sourceEntries(source, directory), names)?.field;
  const own = named === undefined ? failure : failure.with({ field: named });
  if (tree === undefined) return own;
  const entry = entryIn(tree, directory, failure, names);
  if (entry !== undefined) return own.with(atEntry(entry, failure, tree));
  // Kustomize looks for its complaint in the kustomization, and an option of the Application is not in there.
  const [place] = failure.at;
  if (named !== undefined && failure.field === undefined && isWholeKustomization(place)) {
    const message = failure.message.replace(`${place.file} refers to`, "the Application refers to");
    return own.with({ at: [], message });
  }
  const link = /symbolic link "([^"]+)"/.exec(failure.message)?.[1];
  if (named !== undefined || link === undefined || failure.at.length > 0) return own;
  return own.with({ at: [{ file: link, line: 1, column: 1 }] });
}

/** A file of a chart that Helm cannot even read, said as such: Helm's sentence is about the chart. */
function atBrokenFile(failure: RenderFailure): RenderFailure {
  const found = /^(.*?)the chart at (\S+) cannot be loaded: cannot load (\S+?): (.*)$/.exec(failure.message);
  if (found === null) return failure;
  const [, what = "", chart = "", name = "", chain = ""] = found;
  const file = posix.join(chart, name);
  const [, line, reason = chain] = /(?:^|: )yaml: (?:line (\d+): )?(.*)$/.exec(chain) ?? [];
  const at = [{ file, line: Number(line ?? 1), column: 1 }];
  return failure.with({ message: `${what}${file} cannot be read: ${reason}`, at });
}

function isWholeKustomization(place: SourceLocation | undefined): place is SourceLocation {
  return place?.line === 1 && kustomizationNames.some((name) => place.file === name || place.file.endsWith(`/${name}`));
}

function chartField({ chart, repoURL }: ApplicationSource, { charts }: RenderFailure): string[] | undefined {
  const [missing] = charts;
  if (missing === undefined || missing.repository !== repoURL || missing.chart !== (chart ?? "")) return undefined;
  return [chart ? "chart" : "repoURL"];
}

function sourceEntries({ path, helm, kustomize }: ApplicationSource, directory: string): NamingEntry[] {
  const below = (field: (string | number)[], text: string | undefined, from = directory): NamingEntry[] =>
    text === undefined ? [] : [{ field, text, directory: from }];
  return [
    ...(helm?.valueFiles ?? []).flatMap((text, index) => valueFile(["helm", "valueFiles", index], text, directory)),
    ...(helm?.fileParameters ?? []).flatMap((one, index) =>
      valueFile(["helm", "fileParameters", index, "path"], one.path ?? "", directory),
    ),
    ...(kustomize?.components ?? []).flatMap((text, index) => below(["kustomize", "components", index], text)),
    ...(kustomize?.patches ?? []).flatMap((one, index) => below(["kustomize", "patches", index, "path"], one.path)),
    ...below(["path"], path, ""),
  ];
}

/** Named in a sentence as it is written, or as it lies in the repository that its `$ref` means. */
function valueFile(field: (string | number)[], text: string, directory: string): NamingEntry[] {
  const referred = /^\$[^/]+\/(.+)$/.exec(text)?.[1];
  return [{ field, text, directory }, ...(referred === undefined ? [] : [{ field, text: `/${referred}`, directory }])];
}

function entryIn(
  tree: Tree,
  directory: string,
  { charts, at }: RenderFailure,
  names: ReadonlySet<string>,
): FileEntry | undefined {
  const entries = [...kustomizationEntries(tree, directory), ...dependencyEntries(tree, directory)];
  const [chart] = charts;
  if (chart !== undefined) {
    return entries.find((entry) => entry.chart?.name === chart.chart && entry.chart.repository === chart.repository);
  }
  const [place] = at;
  const found = entryNaming(
    entries.filter((entry) => entry.chart === undefined),
    names,
  );
  // Where the sentence has a place of its own, only a better one in the same file counts.
  return place === undefined || place.file === found?.file ? found : undefined;
}

function atEntry(
  { file, field, text, directory }: FileEntry,
  failure: RenderFailure,
  tree: Tree,
): { at: SourceLocation[]; message: string } {
  const position = documentIndex(tree).file(file)?.documents[0]?.positions.nearest(field).value;
  const at = [{ file, ...(position ?? { line: 1, column: 1 }) }];
  const written = JSON.stringify(text);
  if (failure.rule === "render/refused" && leadsOut({ field, text, directory })) {
    return { at, message: `${file} refers to ${written}, which leads out of the repository` };
  }
  // Kustomize has taken the path apart and put the line into its sentence.
  return { at, message: failure.message.replace(/\S+ refers to "[^"]*"/, () => `${file} refers to ${written}`) };
}
