import type { Finding } from "../model/finding.ts";
import type { SourceLocation } from "../model/resource.ts";
import { type Offspring, offspring } from "./children.ts";
import type { GeneratorWorld } from "./applicationset/context.ts";
import type { FieldFinding } from "./field-place.ts";
import { finding } from "./finding.ts";
import { limits } from "./options.ts";
import type { Project } from "./project.ts";
import type { Outcome } from "./render-application.ts";
import { identityOf, lineage, sameSpec, type Unit } from "./unit.ts";

export interface ForestContext {
  world: GeneratorWorld;
  argoNamespace: string;
  render(unit: Unit): Promise<Outcome>;
}

/** All units found so far, each rendered once, and what they brought besides. */
export class Forest {
  readonly units: Unit[] = [];
  readonly projects: Project[] = [];
  readonly findings: Finding[] = [];
  /** Those about a field, which get their place once everything is rendered. */
  readonly fieldFindings: FieldFinding[] = [];
  private readonly byIdentity = new Map<string, Unit[]>();
  private readonly read = new Set<string>();
  private readonly context: ForestContext;
  private full = false;

  constructor(context: ForestContext) {
    this.context = context;
  }

  /** Renders units, then what they create, generation by generation. Each generation runs at once. */
  async grow(seeds: readonly Unit[]): Promise<void> {
    let generation = this.admit(seeds);
    while (generation.length > 0) {
      const outcomes = await Promise.all(generation.map((unit) => this.context.render(unit)));
      const children: Unit[] = [];
      for (const [index, unit] of generation.entries()) {
        const outcome = outcomes[index];
        if (outcome === undefined) continue;
        unit.outcome = outcome;
        this.note(unit);
        if (outcome.ok) children.push(...(await this.childrenOf(unit, outcome.rendering.produced)));
      }
      generation = this.admit(children);
    }
  }

  /** Every file that some rendering has read, failed ones included. */
  filesRead(): ReadonlySet<string> {
    return this.read;
  }

  private note({ outcome }: Unit): void {
    const reads = outcome?.ok === true ? outcome.rendering.reads : outcome?.reads;
    for (const [file, id] of Object.entries(reads?.files ?? {})) if (id !== null) this.read.add(file);
  }

  private async childrenOf(unit: Unit, produced: Parameters<typeof offspring>[0]): Promise<Unit[]> {
    const namespace = unit.application.spec.destination.namespace || this.context.argoNamespace;
    const found = await offspring(produced, { world: this.context.world, namespace, parent: unit });
    this.take(found);
    return found.units;
  }

  take(found: Offspring): void {
    this.projects.push(...found.projects.map(({ project }) => project));
    this.fieldFindings.push(...found.findings);
  }

  private admit(candidates: readonly Unit[]): Unit[] {
    const admitted: Unit[] = [];
    for (const unit of candidates) {
      if (this.closesCycle(unit) || this.adopts(unit) || this.exceeds(unit)) continue;
      const key = identityOf(unit);
      this.byIdentity.set(key, [...(this.byIdentity.get(key) ?? []), unit]);
      this.units.push(unit);
      admitted.push(unit);
    }
    return admitted;
  }

  /** An Application that its own creation leads back to: told, and not followed again. */
  private closesCycle(unit: Unit): boolean {
    if (unit.parent === undefined) return false;
    const path = [...lineage(unit.parent)];
    const again = path.findIndex((other) => identityOf(other) === identityOf(unit));
    if (again < 0) return false;
    this.reportCycle(path.slice(0, again + 1).reverse(), unit);
    return true;
  }

  private reportCycle(loop: readonly Unit[], unit: Unit): void {
    const names = [...loop.map(({ name }) => name), unit.name].join(" → ");
    const self = loop.length === 1;
    const message = self
      ? `Application ${unit.name} creates itself`
      : `Applications create each other in a circle: ${names}`;
    const hint = self
      ? "Argo CD accepts that, but a sync with pruning deletes the Application once its file is gone or it has another name; unless it is to manage itself, keep its file out of the path it watches"
      : "Let one of them be created by something outside the circle";
    this.findings.push(
      finding("gitops/cycle", message, {
        ...(self && { severity: "notice" }),
        hint,
        application: unit.name,
        at: distinct(unit.at),
      }),
    );
  }

  /** The same Application from another side: a declared one gets its parent, a second creation changes nothing. */
  private adopts(unit: Unit): boolean {
    const known = this.byIdentity.get(identityOf(unit))?.find((other) => sameSpec(other, unit));
    if (known === undefined) return false;
    if (unit.parent !== undefined && known.parent === undefined && known !== unit.parent) {
      const path = [...lineage(unit.parent)];
      const again = path.indexOf(known);
      if (again >= 0) this.reportCycle(path.slice(0, again + 1).reverse(), unit);
      else known.parent = unit.parent;
    }
    return true;
  }

  private exceeds(unit: Unit): boolean {
    const deep = unit.depth > limits.depth;
    if (!deep && this.units.length < limits.applications) return false;
    if (!deep && this.full) return true;
    this.full ||= !deep;
    const message = deep
      ? `Application ${unit.name} lies more than ${limits.depth} Applications deep and is not followed`
      : `The repository has more than ${limits.applications} Applications; the rest is not rendered`;
    this.findings.push(finding("render/limit", message, { application: unit.name, at: [...unit.at] }));
    return true;
  }
}

/** An Application that creates itself is declared where it is created. */
function distinct(places: readonly SourceLocation[]): SourceLocation[] {
  const told = new Set<string>();
  return places.filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`;
    return !told.has(place) && told.add(place);
  });
}
