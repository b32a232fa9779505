import type { FieldFinding } from "./field-place.ts";
import { sourcesOf } from "./application.ts";
import type { GeneratorWorld } from "./applicationset/context.ts";
import { offspring, unitOf } from "./children.ts";
import type { Declared, Discovered } from "./discover.ts";
import type { Tree } from "./contracts.ts";
import { ancestors, type Layout } from "./layout.ts";
import type { RepositoryIdentity } from "./repository.ts";
import type { Unit } from "./unit.ts";

/** A declared Application or ApplicationSet that nothing has rendered yet. */
export interface Seed {
  file: string;
  /** The units it stands for; an ApplicationSet is generated when it is its turn. */
  units(): Promise<{ units: Unit[]; findings: FieldFinding[] }>;
  /** Whether something else will probably render the file it is in. */
  inside: boolean;
}

export interface SeedContext {
  layout: Layout;
  identity: RepositoryIdentity;
  world: GeneratorWorld;
  argoNamespace: string;
}

/** Declared objects in file order. Those that lie in the path of another one, or in a kustomization, had better wait. */
export function seedsOf(discovered: Discovered, context: SeedContext): Seed[] {
  const { layout, argoNamespace } = context;
  const applications = discovered.applications.map((declared) => ({
    declared,
    unit: declaredUnit(declared, argoNamespace),
  }));
  const areas = new Map<string, Set<Declared>>();
  for (const { declared, unit } of applications) {
    for (const directory of areasOf(unit, context.identity)) {
      areas.set(directory, (areas.get(directory) ?? new Set()).add(declared));
    }
  }
  const inside = (declared: Declared): boolean =>
    layout.owned.has(declared.file) ||
    [...ancestors(declared.file)].some((above) => [...(areas.get(above) ?? [])].some((other) => other !== declared));
  const own: Seed[] = applications.map(({ declared, unit }) => ({
    file: declared.file,
    units: async () => ({ units: [unit], findings: [] }),
    inside: inside(declared),
  }));
  const sets: Seed[] = discovered.applicationSets.map((declared) => ({
    file: declared.file,
    units: () => generated(declared, context),
    inside: inside(declared),
  }));
  return [...own, ...sets].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

export function declaredUnit({ object, file, line }: Declared, argoNamespace: string): Unit {
  const at = [{ file, line, column: 1 }];
  return { ...unitOf(object, at, { namespace: argoNamespace }), declaredIn: file };
}

async function generated(
  { object, file, line }: Declared,
  { world, argoNamespace }: SeedContext,
): Promise<{ units: Unit[]; findings: FieldFinding[] }> {
  const at = [{ file, line, column: 1 }];
  const { units, findings } = await offspring([{ manifest: object, at }], { world, namespace: argoNamespace });
  return { units: units.map((unit) => ({ ...unit, declaredIn: file })), findings };
}

/** Directories of this repository that a unit renders. */
export function areasOf(unit: Unit, identity: RepositoryIdentity): string[] {
  return sourcesOf(unit.application.spec).flatMap(({ repoURL, path, chart }) => {
    if (chart || path === undefined || !identity.isThis(repoURL)) return [];
    const clean = path.replace(/^(?:\.\/)+|\/+$/g, "");
    return [clean === "." ? "" : clean];
  });
}

/** Whether a chart's templates may make Argo CD objects. */
export function makesApplications(directory: string, tree: Tree): boolean {
  const templates = directory === "" ? "templates" : `${directory}/templates`;
  for (const file of tree.files(templates)) {
    const content = tree.read(file);
    if (content !== undefined && Buffer.from(content).includes("argoproj.io/v1alpha1")) return true;
  }
  return false;
}
