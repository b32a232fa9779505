import type { JsonObject } from "../../model/resource.ts";
import type { FileTree, HelmRequest } from "../contracts.ts";
import { join } from "../source-paths.ts";
import type { ApplicationSource } from "../schema-source.ts";
import type { SourceContext } from "../source-context.ts";
import { type FieldPath, PositionedDocument } from "../yaml-positions.ts";
import { contentLine, splitDocuments } from "../yaml-read.ts";
import { type GivenValues, parsed, valuesInFile } from "./values-notices.ts";

/** Where mounted charts and repositories are: nobody can mend a line in there. */
const isMounted = (file: string): boolean => file.startsWith(".slipway/");

/** The values that an Application gives a chart: files of this repository, then what it says itself. */
export function givenByApplication(
  source: ApplicationSource,
  { valuesFiles = [] }: Pick<HelmRequest, "valuesFiles">,
  { files, context }: { files: FileTree | undefined; context: SourceContext },
): GivenValues[] {
  const { valuesObject, values = "", parameters = [] } = source.helm ?? {};
  const own = valuesFiles.filter((file) => files !== undefined && !isMounted(file));
  const inline = (field: string): GivenValues["place"] => placeInDeclaration(source, ["helm", field], context);
  return [
    ...own.map((file) => valuesInFile(file, files?.read(file))),
    ...(valuesObject === undefined
      ? [{ values: parsed(values), place: inline("values") }]
      : [{ values: parsed(JSON.stringify(valuesObject)), place: inline("valuesObject") }]),
    ...parameters.map(({ name = "" }) => ({ values: parameterValues(name), place: inline("parameters") })),
  ];
}

/** What `--set a.b[0].c=…` gives, down to the first list. */
function parameterValues(name: string): JsonObject {
  const [plain = ""] = name.split("[", 1);
  const keys = plain
    .replaceAll("\\.", "\0")
    .split(".")
    .map((key) => key.replaceAll("\0", "."));
  return keys.reduceRight<JsonObject>((inside, key) => ({ [key]: inside }), {});
}

/** Such a look is no read: the request's digest holds the file where it has values. */
function placeInDeclaration(
  source: ApplicationSource,
  field: FieldPath,
  { at, siblings, multiple, tree }: SourceContext,
): GivenValues["place"] {
  return (path) => {
    const [place] = at;
    if (place === undefined) return [];
    const text = new TextDecoder().decode(tree.read(place.file));
    const document = splitDocuments(text).findLast((one) => contentLine(one) <= place.line);
    if (document === undefined) return [...at];
    const positioned = new PositionedDocument(document);
    const index = Math.max(
      0,
      siblings.findIndex(
        ({ repoURL, path: own, chart }) => repoURL === source.repoURL && own === source.path && chart === source.chart,
      ),
    );
    const steps = [...(multiple ? ["sources", index] : ["source"]), ...field];
    const found = [["spec"], ["spec", "template", "spec"]]
      .map((prefix) => ({ prefix, place: positioned.nearest([...prefix, ...steps, ...path]) }))
      .find(({ prefix, place: one }) => one.found >= prefix.length + steps.length);
    if (found === undefined) return [...at];
    const { embedded, position } = found.place;
    const inside = embedded === undefined ? position : new PositionedDocument(embedded).nearest(path).position;
    return [{ file: place.file, ...inside, via: "values" }, ...at];
  };
}

/** The values that a kustomization gives the chart at an index of its `helmCharts`. */
export function givenByKustomization(file: string, index: number, chart: JsonObject, tree: FileTree): GivenValues[] {
  const folder = file.split("/").slice(0, -1).join("/");
  const additional = chart["additionalValuesFiles"];
  const files = [chart["valuesFile"], ...(Array.isArray(additional) ? additional : [])];
  return [
    ...files.flatMap((name) => {
      const path = typeof name === "string" ? localPath(folder, name) : undefined;
      return path === undefined ? [] : [valuesInFile(path, tree.read(path))];
    }),
    valuesInFile(file, tree.read(file), ["helmCharts", index, "valuesInline"]),
  ];
}

/** Undefined for what leads out of the tree, or into a chart. */
function localPath(folder: string, name: string): string | undefined {
  const parts: string[] = [];
  for (const part of join(folder, name).split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  const path = parts.join("/");
  return isMounted(path) ? undefined : path;
}
