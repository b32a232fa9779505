import type { SourceLocation } from "../../model/resource.ts";
import { isObject, stringAt } from "../json.ts";
import { at, type Question } from "./question.ts";
import type { Stage } from "./stages.ts";

type Path = (string | number)[];

/** The transformer of a kustomization that sets a field, as kustomize orders them: the last one first. */
export function transformed({ kustomization, names }: Stage, question: Question): SourceLocation[] {
  const { value, document, file } = kustomization;
  const path = transformingField(value, names, question);
  return path === undefined ? [] : [at(file, document.positions.nearest(path).position, "kustomization")];
}

/** The field of a kustomization, or of something with the same fields, that sets a field of a resource. */
export function transformingField(
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
  question: Question,
): Path | undefined {
  return (
    imagePath(value["images"], question) ??
    replicasPath(value["replicas"], names, question) ??
    keyedPath(value["commonAnnotations"], ["commonAnnotations"], annotationMaps, question) ??
    labelsPath(value["labels"], question) ??
    keyedPath(value["commonLabels"], ["commonLabels"], labelMaps, question) ??
    affixPath(value, question) ??
    namespacePath(value["namespace"], question)
  );
}

interface Image {
  name: string;
  tag: string | undefined;
  digest: string | undefined;
}

/** `registry:5000/name:tag@digest`; a colon before the last slash is a port. */
export function parseImage(text: string): Image {
  const [rest = "", digest] = text.split("@", 2);
  const colon = rest.lastIndexOf(":");
  const tagged = colon > rest.lastIndexOf("/");
  return { name: tagged ? rest.slice(0, colon) : rest, tag: tagged ? rest.slice(colon + 1) : undefined, digest };
}

export const isImage = ({ names }: Question): boolean =>
  names.at(-1) === "image" && /^(?:initC|ephemeralC|c)ontainers$/.test(names.at(-3) ?? "");

function imagePath(images: unknown, question: Question): Path | undefined {
  if (!Array.isArray(images) || !isImage(question) || typeof question.value !== "string") return undefined;
  const rendered = parseImage(question.value);
  for (let index = images.length - 1; index >= 0; index -= 1) {
    const entry: unknown = images[index];
    const field = (name: string): string | undefined =>
      isObject(entry) && entry[name] !== undefined ? String(entry[name]) : undefined;
    const [name, tag, digest] = [field("newName") || field("name"), field("newTag"), field("digest")];
    if (name !== rendered.name || (tag && !digest && tag !== rendered.tag) || (digest && digest !== rendered.digest))
      continue;
    const decisive = (["digest", "newTag", "newName"] as const).find((one) => field(one));
    if (decisive !== undefined) return ["images", index, decisive];
  }
  return undefined;
}

const scaled = new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"]);

function replicasPath(
  replicas: unknown,
  names: readonly string[],
  { names: field, resource, value }: Question,
): Path | undefined {
  if (!Array.isArray(replicas) || field.join(".") !== "spec.replicas" || !scaled.has(resource.id.kind))
    return undefined;
  const index = replicas.findLastIndex(
    (one) => names.includes(stringAt(one, "name") ?? "") && isObject(one) && Number(one["count"]) === value,
  );
  return index < 0 ? undefined : ["replicas", index, "count"];
}

/** What the built-in label and annotation transformers write into. */
const labelMaps = /(?:^|\.)(?:metadata\.labels|matchLabels|selector)$/;
const annotationMaps = /(?:^|\.)metadata\.annotations$/;

function keyedPath(pairs: unknown, at: Path, maps: RegExp, { names, value }: Question): Path | undefined {
  const key = names.at(-1);
  if (!isObject(pairs) || key === undefined || !Object.hasOwn(pairs, key) || String(pairs[key]) !== value)
    return undefined;
  return maps.test(names.slice(0, -1).join(".")) ? [...at, key] : undefined;
}

function labelsPath(labels: unknown, question: Question): Path | undefined {
  if (!Array.isArray(labels)) return undefined;
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const entry: unknown = labels[index];
    if (!isObject(entry)) continue;
    const { names } = question;
    const own = names.length === 3 && names[0] === "metadata";
    const reaches =
      own ||
      entry["includeSelectors"] === true ||
      Array.isArray(entry["fields"]) ||
      (entry["includeTemplates"] === true && names.at(-2) === "labels");
    const path = keyedPath(entry["pairs"], ["labels", index, "pairs"], labelMaps, question);
    if (reaches && path !== undefined) return path;
  }
  return undefined;
}

function affixPath(value: Readonly<Record<string, unknown>>, { names, resource }: Question): Path | undefined {
  if (names.join(".") !== "metadata.name") return undefined;
  const affix = (field: string, fits: (text: string) => boolean): Path | undefined => {
    const text = value[field];
    return typeof text === "string" && text !== "" && fits(text) ? [field] : undefined;
  };
  const { name } = resource.id;
  return affix("namePrefix", (text) => name.includes(text)) ?? affix("nameSuffix", (text) => name.includes(text));
}

function namespacePath(namespace: unknown, { names, value, resource }: Question): Path | undefined {
  if (typeof namespace !== "string" || namespace === "" || value !== namespace) return undefined;
  const text = names.join(".");
  const isSubject = names[0] === "subjects" && names.at(-1) === "namespace";
  const isOwn = text === "metadata.namespace" || (text === "metadata.name" && resource.id.kind === "Namespace");
  return isOwn || isSubject ? ["namespace"] : undefined;
}

/** The same for the labels and annotations of an Application's options. */
export function keyedOverride(
  options: { commonLabels?: unknown; commonAnnotations?: unknown },
  question: Question,
): Path | undefined {
  return (
    keyedPath(options.commonAnnotations, ["commonAnnotations"], annotationMaps, question) ??
    keyedPath(options.commonLabels, ["commonLabels"], labelMaps, question)
  );
}
