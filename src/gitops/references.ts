import { contentId } from "./content-id.ts";
import type { TreeMount } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { type Placement, placeRepository } from "./placement.ts";
import type { ReadLog } from "./produced.ts";
import { normalizeForProject } from "./repository.ts";
import type { ApplicationSource, HelmOptions } from "./schema-source.ts";
import type { SourceContext } from "./source-context.ts";
import type { Place } from "./value-files.ts";
import type { FieldPath } from "./yaml-positions.ts";

export interface References {
  /** Name of a `ref` → the root of its repository. */
  places: Map<string, Place>;
  mounts: TreeMount[];
}

/** What refers to other sources: the Application's Helm options, and where its own source was found. */
interface Referring {
  source: ApplicationSource;
  placement: Placement;
}

/** Each `ref` that is named gets the root of its repository; the ones nobody names are not fetched. */
export async function referencedPlaces(
  { source, placement: own }: Referring,
  context: SourceContext,
  log: ReadLog,
): Promise<References> {
  const refs = declaredRefs(context.siblings);
  const found: References = { places: new Map(), mounts: [] };
  const placed = new Map<string, { name: string; sibling: ApplicationSource }>();
  for (const { text, field } of namedFiles(source.helm)) {
    const name = text.startsWith("$") ? (text.split("/", 1)[0] ?? "").slice(1) : "";
    const sibling = refs.get(name);
    if (sibling === undefined || found.places.has(name)) continue;
    // A chart may have a name, as long as nobody asks for it.
    if (sibling.chart) {
      const message = `The \`ref\` ${name} is a chart; only Git repositories can be referenced`;
      throw new RenderFailure("render/failed", message, { field });
    }
    const repository = normalizeForProject(sibling.repoURL);
    const other = placed.get(repository);
    if (other !== undefined && other.sibling.targetRevision !== sibling.targetRevision)
      throw severalRevisions(field, [name, sibling], [other.name, other.sibling]);
    const placement = await placeRepository(sibling, context);
    if (repository === normalizeForProject(source.repoURL) && !isSame(placement, own))
      throw anotherRevision(field, [name, sibling, placement], [source, own]);
    placed.set(repository, { name, sibling });
    const tree = placement.kind === "working" ? log.watch(placement.tree) : placement.tree;
    if (placement.kind === "working" && own.kind === "working") {
      found.places.set(name, { tree, directory: "", root: "" });
    } else {
      const root = `.slipway/sources/${name}`;
      found.mounts.push({ path: root, tree: placement.tree });
      found.places.set(name, { tree, directory: "", root });
    }
  }
  return found;
}

/** Value files and file parameters as they are written, in the order in which Argo CD looks at them. */
export function namedFiles(helm: HelmOptions | undefined): { text: string; field: FieldPath }[] {
  return [
    ...(helm?.valueFiles ?? []).map((text, index) => ({ text, field: ["helm", "valueFiles", index] })),
    ...(helm?.fileParameters ?? []).map(({ path = "" }, index) => ({
      text: path,
      field: ["helm", "fileParameters", index, "path"],
    })),
  ];
}

function declaredRefs(siblings: readonly ApplicationSource[]): Map<string, ApplicationSource> {
  const refs = new Map<string, ApplicationSource>();
  for (const sibling of siblings) {
    const { ref } = sibling;
    if (!ref) continue;
    const problem = refs.has(ref)
      ? `Two sources have the same \`ref\`, ${ref}`
      : !/^[a-zA-Z0-9_-]+$/.test(ref)
        ? `The \`ref\` ${ref} may only have letters, digits, "_" and "-"`
        : undefined;
    if (problem !== undefined) throw new RenderFailure("render/failed", problem);
    refs.set(ref, sibling);
  }
  return refs;
}

/** Whether both are one revision, or have the same files under two names. */
function isSame(a: Placement, b: Placement): boolean {
  if (a.kind === "elsewhere" || b.kind === "elsewhere") return a.resolved === b.resolved;
  return (a.kind === "working" && b.kind === "working") || contentId(a.tree) === contentId(b.tree);
}

const meaning = ({ resolved, tree }: Placement): string => JSON.stringify(resolved ?? tree.describe());

type Named = readonly [name: string, source: ApplicationSource];

const revisionOf = ({ targetRevision = "" }: ApplicationSource): string => JSON.stringify(targetRevision);

/** Both in Argo CD's own words: reposerver/repository `runManifestGenAsync`. */
function severalRevisions(field: FieldPath, [name, source]: Named, [otherName, other]: Named): RenderFailure {
  const which = `$${name} references ${revisionOf(source)} while $${otherName} references ${revisionOf(other)}`;
  const message = `Argo CD cannot reference multiple revisions for the same repository (${which})`;
  return new RenderFailure("render/failed", message, { field, hint: "Give both sources the same `targetRevision`" });
}

function anotherRevision(
  field: FieldPath,
  [name, source, placement]: readonly [string, ApplicationSource, Placement],
  [application, own]: readonly [ApplicationSource, Placement],
): RenderFailure {
  const here = `the application references ${revisionOf(application)} which resolves to ${meaning(own)}`;
  const there = `$${name} references ${revisionOf(source)} which resolves to ${meaning(placement)}`;
  const message = `Argo CD cannot reference a different revision of the same repository (${there} while ${here})`;
  return new RenderFailure("render/failed", message, { field, hint: "Give both sources the same `targetRevision`" });
}
