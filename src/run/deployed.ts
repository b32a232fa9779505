import type { DeployedApplication } from "../checks/platform.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";

/** What is rendered, as the checks that look across Applications see it. */
export function deployedApplications(applications: readonly RenderedApplication[]): DeployedApplication[] {
  const declared = new Set(applications.flatMap(({ report }) => (report.kind === "Application" ? [report.name] : [])));
  // What stands around an Application, such as the folder of several roots, is none itself.
  const parents = new Map(
    applications.map(({ report: { name, parent = "" } }) => [name, declared.has(parent) ? parent : undefined]),
  );
  return applications.map((one) => deployed(one, parents));
}

/** Notices that say that something was left out of a rendering. */
const partial = new Set(["gitops/jsonnet", "gitops/plugin"]);

function deployed(
  { report, rendered, spec, application, aside }: RenderedApplication,
  parents: ReadonlyMap<string, string | undefined>,
): DeployedApplication {
  const parent = parents.get(report.name);
  return {
    name: report.name,
    kind: report.kind,
    declaredName: application.name,
    root: rootOf(report.name, parents),
    destination: spec?.destination.server ?? spec?.destination.name ?? "",
    namespace: application.spec.destination.namespace ?? "",
    ...(parent !== undefined && { parent }),
    ...(aside === true && { aside }),
    wave: report.wave,
    at: [{ file: report.file, line: report.line, column: 1 }],
    resources: rendered.resources,
    complete: report.status === "rendered" && !rendered.findings.some(({ rule }) => partial.has(rule)),
  };
}

/** Cycles are refused while rendering; a name that was seen ends the walk all the same. */
function rootOf(name: string, parents: ReadonlyMap<string, string | undefined>): string {
  const seen = new Set<string>();
  let at = name;
  for (let parent = parents.get(at); parent !== undefined && !seen.has(parent); parent = parents.get(at)) {
    seen.add(at);
    at = parent;
  }
  return at;
}
