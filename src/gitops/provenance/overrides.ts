import type { SourceLocation } from "../../model/resource.ts";
import type { PlacedSource } from "./application-place.ts";
import { resolve } from "./kustomization.ts";
import { placeInPatch } from "./patches.ts";
import type { Answer, Archive, Question } from "./question.ts";
import { embeddedDocuments } from "./source-files.ts";
import { isImage, keyedOverride, parseImage } from "./transformers.ts";

type Path = (string | number)[];

/** What an Application's own kustomize options write into a field: they are laid over the entry kustomization. */
export function overridden(
  { source, directory, place }: PlacedSource,
  names: readonly string[],
  question: Question,
  { files }: Archive,
): SourceLocation[] {
  const options = source.kustomize;
  if (options === undefined) return [];
  const told = (path: Path): Answer => place(["kustomize", ...path]);
  const image = (options.images ?? []).findLastIndex((text) => setsImage(text, question));
  if (image >= 0) return told(["images", image]).places;
  const field = question.names.join(".");
  const replicas = (options.replicas ?? []).findLastIndex(
    ({ name, count }) => names.includes(name) && Number(count) === question.value,
  );
  if (field === "spec.replicas" && replicas >= 0) return told(["replicas", replicas, "count"]).places;
  const keyed = keyedOverride(options, question);
  if (keyed !== undefined) return told(keyed).places;
  const { name } = question.resource.id;
  if (field === "metadata.name" && options.namePrefix && name.startsWith(options.namePrefix))
    return told(["namePrefix"]).places;
  if (field === "metadata.name" && options.nameSuffix && name.endsWith(options.nameSuffix))
    return told(["nameSuffix"]).places;
  if (field === "metadata.namespace" && options.namespace === question.value && options.namespace)
    return told(["namespace"]).places;
  for (const [index, { path, patch = "", target }] of [...(options.patches ?? []).entries()].reverse()) {
    if (path) {
      const file = resolve(directory, path);
      const found = placeInPatch({ documents: files.documents(file), file, target }, names, question);
      if (found !== undefined) return [found, ...told(["patches", index, "path"]).places];
      continue;
    }
    const documents = embeddedDocuments({ text: patch, line: 1, column: 0, single: false });
    const found = placeInPatch({ documents, file: "", target }, names, question);
    if (found !== undefined) return place(["kustomize", "patches", index, "patch"], found.line).places;
  }
  return [];
}

/** `name:tag`, `name@digest` or `name=new:tag`. */
function setsImage(text: string, question: Question): boolean {
  if (!isImage(question) || typeof question.value !== "string") return false;
  const wanted = parseImage(text.slice(text.indexOf("=") + 1));
  const rendered = parseImage(question.value);
  if (wanted.name !== rendered.name) return false;
  return (wanted.tag ?? rendered.tag) === rendered.tag && (wanted.digest ?? rendered.digest) === rendered.digest;
}
