import { posix } from "node:path";
import { checkEncoding, checkYaml } from "../checks/yaml.ts";
import { matchesDoubleStar } from "../gitops/glob.ts";
import { ifReadable } from "../gitops/if-readable.ts";
import type { Remember } from "../gitops/layout.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import type { Tree } from "../tree/index.ts";
import { looksLikeTemplate } from "../yaml/template.ts";
import type { Reach } from "./reach.ts";
import { staysText } from "./text-scalars.ts";

export interface FileContext {
  tree: Tree;
  /** Globs of files not to look at. */
  ignore: readonly string[];
  reach: Reach;
  applications: readonly RenderedApplication[];
  remember: Remember;
}

/** What is wrong with the YAML and JSON files as such. Templates of charts are not YAML until they are rendered, but text. */
export function checkFiles({ tree, ignore, reach, applications, remember }: FileContext): Finding[] {
  const resources = resourcesByFile(applications);
  return [...tree.files()]
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .filter((file) => !ignore.some((pattern) => matchesDoubleStar(pattern, file)))
    .flatMap((file) => {
      const read = (): Uint8Array => tree.read(file) ?? new Uint8Array();
      const template = isChartTemplate(file, tree);
      const check = template ? checkTemplate : checkManifests;
      const found = ifReadable(() => remember(`yaml ${file}`, tree.lookup(file)?.id ?? "", () => check(file, read())));
      if (found === undefined || found.length === 0) return [];
      const text = new TextDecoder().decode(read());
      const relevant = found.filter((one) => !staysText(one, text, resources().get(file) ?? []));
      const isRead = reach.files.has(file) && (template || !isChartData(file, tree));
      return isRead || declaresForArgo(text) ? relevant : asUnread(relevant, text);
    });
}

const manifestMention = Buffer.from('"apiVersion"');

/** What a template is made into is known to the chart; that it is UTF-8 is known before. */
const checkTemplate = (file: string, bytes: Uint8Array): Finding[] => checkEncoding(file, bytes) ?? [];

/** Most JSON files are anything but manifests, and comments in them are no mistake. */
function checkManifests(file: string, bytes: Uint8Array): Finding[] {
  const mentioned = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(manifestMention);
  return file.endsWith(".json") && !mentioned ? [] : checkYaml(file, bytes);
}

function isChartTemplate(file: string, tree: Tree): boolean {
  for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) {
    const chart = posix.join(posix.dirname(folder), "Chart.yaml");
    if (posix.basename(folder) === "templates" && ifReadable(() => tree.lookup(chart)) !== undefined) return true;
  }
  return false;
}

/** Helm hands the files of a chart to its templates as they are; only Chart.yaml and values files are YAML to it. */
function isChartData(file: string, tree: Tree): boolean {
  if (/^(?:Chart|.*values.*)\.ya?ml$/.test(posix.basename(file))) return false;
  for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) {
    if (ifReadable(() => tree.lookup(posix.join(folder, "Chart.yaml"))) !== undefined) return true;
  }
  return false;
}

/** Somebody applies the root Application by hand: nothing in the repository renders it. */
const declaresForArgo = (text: string): boolean => text.includes("argoproj.io/");

/** Templates of Ansible, cookiecutter and the like are no YAML yet, and nothing has read this file as such. */
function asUnread(found: readonly Finding[], text: string): Finding[] {
  return found
    .filter(({ rule }) => rule !== "yaml/syntax" || !looksLikeTemplate(text))
    .map((one) => (one.severity === "error" ? { ...one, severity: "warning" } : one));
}

/** Put together when the first file asks: most repositories never do. */
function resourcesByFile(applications: readonly RenderedApplication[]): () => ReadonlyMap<string, readonly Resource[]> {
  let known: Map<string, Resource[]> | undefined;
  return () => {
    if (known !== undefined) return known;
    known = new Map();
    for (const resource of applications.flatMap(({ rendered }) => rendered.resources)) {
      const file = resource.origin[0]?.file ?? "";
      const before = known.get(file);
      if (before === undefined) known.set(file, [resource]);
      else before.push(resource);
    }
    return known;
  };
}
