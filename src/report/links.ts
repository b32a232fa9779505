import type { SourceLocation } from "../model/resource.ts";

/** Where the repository is seen in a browser. */
export interface Links {
  /** `https://github.com/owner/name`. */
  repository: string;
  /** The commit whose lines the locations count. */
  commit: string;
  /** The folder that was validated, within the repository; "" for its root. */
  pathPrefix?: string;
}

/** A path from the validated folder as one from the repository's root. */
export function repositoryPath(file: string, pathPrefix = ""): string {
  const prefix = pathPrefix.replaceAll(/^\.?\/+|\/+$/g, "");
  return prefix === "" || prefix === "." ? file : `${prefix}/${file}`;
}

/** The line at that commit. */
export function lineAddress(at: SourceLocation, links: Links | undefined): string | undefined {
  if (links === undefined) return undefined;
  const path = repositoryPath(at.file, links.pathPrefix).split("/").map(encodeSegment).join("/");
  return `${links.repository}/blob/${links.commit}/${path}#L${at.line}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
