import type { FieldChange } from "../model/change.ts";
import type { JsonObject } from "../model/resource.ts";
import { compareManifests } from "./compare.ts";
import { knownStructure } from "./defaults.ts";
import { resource } from "./resource.fixture.ts";
import { isBuiltIn, type StructureNode } from "./structure.ts";

/** The fields in which two manifests differ, with what is built in and what a test says of their structure. */
export function fields(before: string | JsonObject, after: string | JsonObject, given?: StructureNode): FieldChange[] {
  const [old, now] = [resource(before), resource(after)];
  const known = knownStructure(now.id.apiVersion, now.id.kind);
  const structure = given === undefined ? [known] : [given, known];
  return compareManifests(old.manifest, now.manifest, structure, isBuiltIn(now.id.apiVersion));
}

/** A Deployment with this pod spec. */
export const deployment = (spec: string): string => `
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
${spec.replaceAll(/^/gm, "      ")}`;
