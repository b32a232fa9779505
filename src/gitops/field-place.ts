import type { Finding } from "../model/finding.ts";
import type { JsonObject, Resource, SourceLocation } from "../model/resource.ts";
import type { Provenance } from "./provenance/provenance.ts";
import type { RenderedApplication } from "./rendered-repository.ts";
import type { Generated, Unit } from "./unit.ts";
import { type FieldPath, formatPath } from "./yaml-positions.ts";

/** An Argo CD object, and where it comes from. */
export interface Written {
  object: JsonObject;
  at: readonly SourceLocation[];
  /** Present where an ApplicationSet made it. */
  generated?: Generated | undefined;
  /** What renders it. */
  parent?: Unit | undefined;
}

/** Where fields of Argo CD objects and of what they render were written; known once everything is rendered. */
export interface FieldPlaces {
  ofObject(written: Written, path: FieldPath): SourceLocation[];
  /** The same for an Application that is rendered. */
  ofUnit(unit: Unit, path: FieldPath): SourceLocation[];
  ofResource(unit: Unit, resource: Resource, path: FieldPath): SourceLocation[];
}

export function fieldPlaces(provenance: Provenance, rendered: ReadonlyMap<Unit, RenderedApplication>): FieldPlaces {
  const ofObject: FieldPlaces["ofObject"] = ({ object, at, generated, parent }, path) => {
    const by = parent && rendered.get(parent);
    const { places } = provenance.placeIn({ object, at, generated, parent: by }, path);
    const [first, ...rest] = places.length > 0 ? places : at;
    if (first === undefined) return [];
    const { via, ...place } = first;
    // That the field of an Application is in the Application need not be said.
    return [via === undefined || via === "Application" ? place : first, ...rest];
  };
  return {
    ofObject,
    ofUnit: ({ application, at, generated, parent }, path) =>
      ofObject({ object: application.object, at, generated, parent }, path),
    ofResource(unit, resource, path) {
      const application = rendered.get(unit);
      return application === undefined
        ? [...resource.origin]
        : provenance.locate(application, resource, formatPath(path));
    },
  };
}

/** A finding about a field of an object; its place is looked for when everything is rendered. */
export interface FieldFinding {
  finding: Finding;
  about: Written;
  path: FieldPath;
}

export const placed = ({ finding, about, path }: FieldFinding, places: FieldPlaces): Finding => ({
  ...finding,
  at: places.ofObject(about, path),
});
