import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Finding } from "../model/finding.ts";

/** What of a repository comes to a cluster. */
export interface Reach {
  /** Files that something deployed is made of. */
  files: ReadonlySet<string>;
  /** Names of what is not deployed: fixtures, examples, what is out of use. */
  outside: ReadonlySet<string>;
}

/**
 * Once a repository has Applications, what none of them renders is not deployed. Without any, all of it may be, but for
 * what kustomizations leave out.
 */
export function reachOf(applications: readonly RenderedApplication[]): Reach {
  const declared = applications.filter(({ report }) => report.kind === "Application");
  const deployed = declared.length > 0 ? declared : applications.filter(({ aside }) => aside !== true);
  const files = deployed.flatMap(({ rendered }) => Object.entries(rendered.reads.files));
  // A rendering that failed kept no record, but it has read what it failed on.
  const broken = deployed.flatMap(({ rendered }) =>
    rendered.findings.flatMap(({ rule, at: [place] }) => (rule === "render/failed" && place ? [place.file] : [])),
  );
  const others = applications.filter((one) => !deployed.includes(one));
  return {
    files: new Set([...files.flatMap(([file, id]) => (id === null ? [] : [file])), ...broken]),
    outside: new Set(others.map(({ report }) => report.name)),
  };
}

/** What is not deployed breaks nothing: its errors are warnings. */
export function weigh(findings: readonly Finding[], { outside }: Reach): Finding[] {
  return findings.map((finding) => {
    const { severity, application = "", resource } = finding;
    // Somebody applies the root Application by hand: nothing in the repository renders it.
    const deployed = !outside.has(application) || resource?.apiVersion.startsWith("argoproj.io/") === true;
    return severity === "error" && !deployed ? { ...finding, severity: "warning" } : finding;
  });
}
