import type { Tree } from "../contracts.ts";
import type { Parameters } from "./fasttemplate.ts";
import { renderClassic } from "./fasttemplate.ts";

/** A cluster Argo CD knows, as its Secret describes it. */
export interface Cluster {
  name: string;
  server: string;
  project?: string;
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}

/** A pull request to preview with, as its forge would list it. */
export interface PullRequestSample {
  number: number;
  title: string;
  branch: string;
  targetBranch: string;
  headSha: string;
  author: string;
  labels?: readonly string[];
}

/** A generator whose parameters only live systems know. Said once, and never taken for "no Applications". */
export class UnknownGenerator extends Error {
  readonly generator: string;

  constructor(generator: string, why: string) {
    super(why);
    this.generator = generator;
  }
}

type GoTemplate = (
  request: readonly { template: string; data: unknown; missingKey: string }[],
) => Promise<readonly ({ text: string } | { error: string })[]>;

/** What generators may ask of the world. */
export interface GeneratorWorld {
  /** The tree of a repository at a revision, or why it cannot be had. */
  treeOf(repoURL: string, revision: string): Promise<Tree | { unavailable: string }>;
  clusters: readonly Cluster[];
  pullRequests: readonly PullRequestSample[];
  render: GoTemplate;
}

/** How one ApplicationSet templates. */
export interface Templating {
  goTemplate: boolean;
  missingKey: "default" | "invalid" | "zero" | "error";
}

export interface GeneratorContext extends GeneratorWorld, Templating {}

export function templatingOf(spec: {
  goTemplate?: boolean | undefined;
  goTemplateOptions?: string[] | undefined;
}): Templating {
  let missingKey: Templating["missingKey"] = "default";
  for (const option of spec.goTemplateOptions ?? []) {
    const value = /^missingkey=(default|invalid|zero|error)$/.exec(option)?.[1];
    if (value === undefined) throw new Error(`unrecognized goTemplateOptions entry ${JSON.stringify(option)}`);
    if (value === "default" || value === "invalid" || value === "zero" || value === "error") missingKey = value;
  }
  return { goTemplate: spec.goTemplate === true, missingKey };
}

/** Renders many texts with one set of parameters, in one call of the engine. Throws the first error. */
export async function renderTexts(
  texts: readonly string[],
  parameters: Parameters,
  context: GeneratorContext,
  missingKey: string = context.missingKey,
): Promise<string[]> {
  if (!context.goTemplate) return texts.map((text) => renderClassic(text, parameters));
  // Text without an action renders as itself; most of a template is that.
  const templated = texts.map((text, index) => ({ text, index })).filter(({ text }) => text.includes("{{"));
  if (templated.length === 0) return [...texts];
  const answers = await context.render(templated.map(({ text }) => ({ template: text, data: parameters, missingKey })));
  const rendered = [...texts];
  for (const [at, { index }] of templated.entries()) {
    const answer = answers[at];
    if (answer === undefined || "error" in answer)
      throw new Error(answer?.error ?? "the template engine did not answer");
    rendered[index] = answer.text;
  }
  return rendered;
}

/** Adds a generator's `values`, each rendered with the parameters found so far (not with each other). */
export async function withValues(
  parameters: Parameters,
  values: Readonly<Record<string, string>> | undefined,
  context: GeneratorContext,
): Promise<Parameters> {
  const keys = Object.keys(values ?? {});
  if (values === undefined || keys.length === 0) return parameters;
  const rendered = await renderTexts(
    keys.map((key) => values[key] ?? ""),
    parameters,
    context,
  );
  const pairs = keys.map((key, index): [string, string] => [key, rendered[index] ?? ""]);
  return context.goTemplate
    ? { ...parameters, values: Object.fromEntries(pairs) }
    : { ...parameters, ...Object.fromEntries(pairs.map(([key, value]) => [`values.${key}`, value])) };
}
