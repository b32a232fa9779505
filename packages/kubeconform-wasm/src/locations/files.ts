import { createHash } from "node:crypto";
import type { SchemaDocument, SchemaLocation } from "./location.ts";
import { parseTemplate, SchemaLocationError } from "./template.ts";

/** Reads a file by its '/'-separated path from the root; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

const scheme = "file:///";

/**
 * A `--schema-location` that is a path in the repository. `revision` identifies the content behind `read`: with the same
 * revision and template, the engine may keep what it compiled.
 */
export function fileLocation(template: string, read: ReadFile, revision: string): SchemaLocation {
  if (template.startsWith("/")) {
    throw new SchemaLocationError(
      `schema location ${JSON.stringify(template)} is absolute; give a path from the repository's root`,
    );
  }
  const pathOf = parseTemplate(template);
  const open = (path: string): SchemaDocument | undefined => {
    const content = read(path);
    return content && { url: scheme + path, text: Buffer.from(content).toString("utf8"), tolerant: false };
  };
  return {
    id: `file-${createHash("sha256").update(`${revision}\n${template}`).digest("hex").slice(0, 16)}`,
    find: (query) => open(normalize(pathOf(query))),
    document: (url) => (url.startsWith(scheme) ? open(url.slice(scheme.length)) : undefined),
  };
}

function normalize(path: string): string {
  return path
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");
}
