import type { RenderedApplication } from "./rendered-repository.ts";

/**
 * The Application that a file declares and all that come from it, by the names that Argo CD knows them by. A repository for several
 * clusters has Applications of the same name, one for each; below one root a name means one. Wants parents before their children.
 */
export function appOfApps(
  applications: readonly RenderedApplication[],
  file: string,
): Map<string, RenderedApplication> {
  const reports = new Set<string>();
  const found = new Map<string, RenderedApplication>();
  for (const one of applications) {
    const { name, parent, kind } = one.report;
    const isRoot = kind === "Application" && parent === undefined && one.report.file === file;
    if (!isRoot && (parent === undefined || !reports.has(parent))) continue;
    reports.add(name);
    found.set(one.application.name, one);
  }
  return found;
}
