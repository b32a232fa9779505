import { isObject, stringAt } from "../json.ts";
import { type ChartSource, inflatedSource } from "./chart-source.ts";
import type { ChartFiles } from "./chart-files.ts";
import type { Kustomization } from "./kustomization.ts";
import type { Archive, Question } from "./question.ts";

/** The entry that a resource is probably of: the one whose release it is labelled or called after. */
export function entrySource(
  kustomization: Kustomization,
  question: Question,
  archive: Archive,
  fetched: (entry: Readonly<Record<string, unknown>>) => ChartFiles | undefined = nothing,
): ChartSource | undefined {
  const list = kustomization.value["helmCharts"];
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const index = Math.max(0, list.length === 1 ? 0 : bestEntry(list, question));
  if (fetched !== nothing) return inflatedSource(kustomization, index, archive, fetched);
  const known = unfetched.get(kustomization) ?? new Map<number, ChartSource | undefined>();
  unfetched.set(kustomization, known);
  if (!known.has(index)) known.set(index, inflatedSource(kustomization, index, archive, nothing));
  return known.get(index);
}

const nothing = (): undefined => undefined;
/** Entries whose charts' files are not at hand, put together once. */
const unfetched = new WeakMap<Kustomization, Map<number, ChartSource | undefined>>();

function bestEntry(entries: readonly unknown[], { manifest, resource }: Question): number {
  const labels = isObject(manifest["metadata"]) ? manifest["metadata"]["labels"] : undefined;
  const label = (name: string): string => stringAt(labels, name) ?? "";
  const scores = entries.map((entry) => {
    const release = stringAt(entry, "releaseName") ?? "";
    const chart = stringAt(entry, "name") ?? "";
    return (
      (release !== "" && [label("app.kubernetes.io/instance"), label("release")].includes(release) ? 4 : 0) +
      (label("helm.sh/chart").startsWith(`${chart}-`) || label("chart").startsWith(`${chart}-`) ? 4 : 0) +
      (release !== "" && resource.id.name.startsWith(release) ? 2 : 0) +
      (resource.id.name.includes(chart) ? 1 : 0)
    );
  });
  return scores.indexOf(Math.max(...scores));
}
