import { Mentions } from "./mentions.ts";

/** A file of a chart that defines named templates: whoever includes one hands it values of its own. */
export interface DefiningFile {
  names: ReadonlySet<string>;
  /** What its text names below `.Values`. */
  mentions: Mentions;
  includes: Includes;
}

/** Names of templates that a text includes; `any` where a name is put together when it runs. */
export type Includes = ReadonlySet<string> | "any";

/** What a chart has to do with named templates; those of all charts of a rendering share one space of names. */
export interface NamedTemplates {
  defining: readonly DefiningFile[];
  includes: Includes;
}

export function namedTemplates(texts: Iterable<string>): NamedTemplates {
  const defining: DefiningFile[] = [];
  let includes: Includes = new Set<string>();
  for (const text of texts) {
    const own = includesOf(text);
    includes = union(includes, own);
    const names = new Set(
      [...text.matchAll(/\{\{-?\s*(?:define|block)\s+["`]([^"`]+)["`]/g)].map(([, name = ""]) => name),
    );
    if (names.size === 0) continue;
    const mentions = new Mentions();
    mentions.scan(text);
    defining.push({ names, mentions, includes: own });
  }
  return { defining, includes };
}

/** What the templates that `chart` includes from other charts read of the values that it gives them. */
export function mentionsLentTo(chart: NamedTemplates, others: readonly NamedTemplates[]): Mentions[] {
  const files = others.flatMap(({ defining }) => defining);
  const lent = new Set<DefiningFile>();
  let wanted = chart.includes;
  for (let found = true; found;) {
    const more = files.filter((file) => !lent.has(file) && isWanted(file, wanted));
    for (const file of more) {
      lent.add(file);
      wanted = union(wanted, file.includes);
    }
    found = more.length > 0;
  }
  return [...lent].map(({ mentions }) => mentions);
}

const isWanted = ({ names }: DefiningFile, wanted: Includes): boolean =>
  wanted === "any" || [...names].some((name) => wanted.has(name));

const union = (a: Includes, b: Includes): Includes => (a === "any" || b === "any" ? "any" : new Set([...a, ...b]));

/** A file's own path, as in `include (print $.Template.BasePath "/configmap.yaml") .`, names no template of another chart. */
function includesOf(text: string): Includes {
  const names = new Set<string>();
  for (const [, name, computed = ""] of text.matchAll(/\b(?:include|template)\s*(?:["`]([^"`]+)["`]|(\([^)]*))/g)) {
    if (name !== undefined) names.add(name);
    else if (!computed.includes("BasePath")) return "any";
  }
  return names;
}
