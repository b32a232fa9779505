import type { Finding } from "../model/finding.ts";
import { manifestFileLimit } from "../yaml/limits.ts";
import type { Tree } from "./contracts.ts";
import { type ApplicationFacts, applicationFacts, type DeclaredObject } from "./facts.ts";
import { finding } from "./finding.ts";
import { ifReadable } from "./if-readable.ts";
import { type Layout, readLayout, type Remember, rememberNothing } from "./layout.ts";

export interface Declared extends DeclaredObject {
  file: string;
}

/** Everything about Argo CD that files say; in file order. Only valid objects, the others are findings. */
export interface Discovered {
  applications: Declared[];
  applicationSets: Declared[];
  projects: Declared[];
  /** Findings with the file they are about. */
  findings: Finding[];
}

const nothing: ApplicationFacts = { declared: [], problems: [] };
const mention = Buffer.from("argoproj.io/");

/** Finds Argo CD's objects in every YAML and JSON file of a tree. `layout` saves reading the tree again. */
export function discover(
  tree: Tree,
  layout: Layout = readLayout(tree, () => false),
  remember: Remember = rememberNothing,
): Discovered {
  const found: Discovered = { applications: [], applicationSets: [], projects: [], findings: [] };
  const lists = { Application: found.applications, ApplicationSet: found.applicationSets, AppProject: found.projects };
  for (const file of layout.documents) {
    if (isChartTemplate(file, layout)) continue;
    const facts = ifReadable(() => factsOf(tree, file, remember));
    if (facts === undefined) {
      const message = `${file} cannot be read, so what it declares is not known`;
      const hint = "A partial clone lacks the content of files: check out without a filter";
      found.findings.push(finding("gitops/unreadable-document", message, { hint, at: [{ file, line: 1, column: 1 }] }));
      continue;
    }
    for (const declared of facts.declared) if (declared.valid) lists[declared.kind].push({ ...declared, file });
    for (const { rule, message, severity, resource, path, line, column } of facts.problems) {
      const about = { ...(resource && { resource }), ...(path !== undefined && { path }) };
      const rest = { ...about, ...(severity && { severity }) };
      found.findings.push(finding(rule, message, { ...rest, at: [{ file, line, column }] }));
    }
  }
  return found;
}

function factsOf(tree: Tree, file: string, remember: Remember): ApplicationFacts {
  return remember("applications", tree.lookup(file)?.id ?? file, () => {
    const content = tree.read(file);
    if (
      content === undefined ||
      content.length > manifestFileLimit ||
      Buffer.from(content.buffer, content.byteOffset, content.byteLength).indexOf(mention) < 0
    ) {
      return nothing;
    }
    return applicationFacts(new TextDecoder().decode(content));
  });
}

function isChartTemplate(file: string, layout: Layout): boolean {
  const chart = layout.chartAround(file);
  return chart !== undefined && /(?:^|\/)templates\//.test(file.slice(chart.length));
}
