import type { JsonObject, SourceLocation } from "../../model/resource.ts";
import { isObject, objectAt } from "../json.ts";
import { resolve, textsOf } from "./kustomization.ts";
import { inlinePatch, type Patch, placeInPatch } from "./patches.ts";
import { at, type Question } from "./question.ts";
import { embeddedDocuments, type SourceDocument, type SourceFiles } from "./source-files.ts";
import type { Stage } from "./stages.ts";
import { transformingField } from "./transformers.ts";

type Path = (string | number)[];

/** Built-in transformers that `transformers` lists with configurations of their own; they run after all others, in order. */
export function configured({ kustomization, names }: Stage, question: Question, files: SourceFiles): SourceLocation[] {
  const { directory, file, document, value } = kustomization;
  const all = [...names, question.resource.id.name];
  for (const [index, text] of [...textsOf(value["transformers"]).entries()].reverse()) {
    const inline = text.includes("\n");
    const place = inline ? document.positions.nearest(["transformers", index]) : undefined;
    const other = inline ? file : resolve(directory, text);
    const documents = place?.embedded ? embeddedDocuments(place.embedded) : files.documents(other);
    for (const one of documents.toReversed()) {
      const found = isObject(one.value)
        ? written(one, one.value, { file: other, directory, names: all, question, files })
        : undefined;
      if (found !== undefined) return [found];
    }
  }
  return [];
}

interface Context {
  file: string;
  directory: string;
  names: readonly string[];
  question: Question;
  files: SourceFiles;
}

function written(document: SourceDocument, value: JsonObject, context: Context): SourceLocation | undefined {
  const { file, names, question } = context;
  const patch = patchOf(document, value, context);
  if (patch !== undefined) return placeInPatch(patch, names, question);
  const found = Object.entries(asKustomization(value)).flatMap(([field, { at: path, value: inside }]) => {
    const within = transformingField({ [field]: inside }, names, question);
    // The list that a kustomization would have has one entry here, which is the configuration itself.
    return within === undefined ? [] : [[...path, ...within.slice(field === "images" || field === "replicas" ? 2 : 1)]];
  });
  const [path] = found;
  return path && at(file, document.positions.nearest(path).position, "transformer");
}

/** What a transformer's configuration would be as a field of a kustomization. */
function asKustomization(value: JsonObject): Record<string, { at: Path; value: unknown }> {
  switch (String(value["kind"])) {
    case "ImageTagTransformer":
      return { images: { at: ["imageTag"], value: [value["imageTag"]] } };
    case "ReplicaCountTransformer":
      return { replicas: { at: ["replica"], value: [value["replica"]] } };
    case "LabelTransformer":
      return { commonLabels: { at: ["labels"], value: value["labels"] } };
    case "AnnotationsTransformer":
      return { commonAnnotations: { at: ["annotations"], value: value["annotations"] } };
    case "PrefixTransformer":
      return { namePrefix: { at: ["prefix"], value: value["prefix"] } };
    case "SuffixTransformer":
      return { nameSuffix: { at: ["suffix"], value: value["suffix"] } };
    case "NamespaceTransformer":
      return { namespace: { at: ["metadata", "namespace"], value: objectAt(value, "metadata")?.["namespace"] } };
    default:
      return {};
  }
}

function patchOf(document: SourceDocument, value: JsonObject, { file, directory, files }: Context): Patch | undefined {
  if (value["kind"] !== "PatchTransformer" && value["kind"] !== "PatchJson6902Transformer") return undefined;
  const { path, target } = value;
  if (typeof path === "string") {
    const other = resolve(directory, path);
    return { documents: files.documents(other), file: other, target };
  }
  const field = value["patch"] === undefined ? "jsonOp" : "patch";
  return inlinePatch(file, document.positions.nearest([field]), target);
}
