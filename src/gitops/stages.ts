import type { Tree } from "./contracts.ts";
import type { Forest } from "./forest.ts";
import { chartUnit, kustomizationUnit, uncoveredCharts, uncoveredKustomizations } from "./implicit.ts";
import type { Layout } from "./layout.ts";
import type { RepositoryIdentity } from "./repository.ts";
import { areasOf, makesApplications, type Seed } from "./seeds.ts";
import type { Unit } from "./unit.ts";

export interface Stage {
  forest: Forest;
  layout: Layout;
  tree: Tree;
  identity: RepositoryIdentity;
}

/**
 * From the outside in: what nothing else seems to render; then kustomizations and charts that make Applications and that
 * nobody points to; then declarations that still nobody has rendered, such as a circle.
 */
export async function growDeclared(seeds: readonly Seed[], stage: Stage): Promise<void> {
  const { forest, layout, tree } = stage;
  await plant(
    seeds.filter((seed) => !seed.inside),
    forest,
  );
  const argoFiles = new Set(seeds.map((seed) => seed.file));
  await forest.grow(
    implicitUnits(
      stage,
      (directory) => [...layout.closureOf(directory)].some((file) => argoFiles.has(file)),
      (directory) => makesApplications(directory, tree),
    ),
  );
  const read = new Set(forest.filesRead());
  await plant(
    seeds.filter((seed) => seed.inside && !read.has(seed.file)),
    forest,
  );
}

/** Everything that can be rendered and that nothing has read yet. */
export async function growImplicit(stage: Stage): Promise<void> {
  await stage.forest.grow(
    implicitUnits(
      stage,
      () => true,
      () => true,
    ),
  );
}

async function plant(seeds: readonly Seed[], forest: Forest): Promise<void> {
  const planted: Unit[] = [];
  for (const seed of seeds) {
    const { units, findings } = await seed.units();
    forest.fieldFindings.push(...findings);
    planted.push(...units);
  }
  await forest.grow(planted);
}

type Choice = (directory: string) => boolean;

function implicitUnits({ forest, layout, identity }: Stage, kustomization: Choice, chart: Choice): Unit[] {
  const read = forest.filesRead();
  const pointedAt = new Set(forest.units.flatMap((unit) => areasOf(unit, identity)));
  return [
    ...uncoveredKustomizations(layout, read, pointedAt)
      .filter(kustomization)
      .map((directory) => kustomizationUnit(directory, layout)),
    ...uncoveredCharts(layout, read, pointedAt).filter(chart).map(chartUnit),
  ];
}
