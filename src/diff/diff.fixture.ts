import type { Change } from "../model/change.ts";
import { diffApplications, type DiffOptions } from "./diff.ts";
import type { ApplicationSide } from "./match.ts";
import { resource } from "./resource.fixture.ts";

export const app = (application: string, ...yaml: string[]): ApplicationSide => ({
  application,
  resources: yaml.map((text) => resource(text)),
});
export const config = (name: string, data = "{a: '1'}"): string =>
  `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: shop}, data: ${data}}`;
export function diff(base: ApplicationSide[], head: ApplicationSide[], options: Partial<DiffOptions> = {}): Change[] {
  return diffApplications(base, head, { secretKey: "test", ...options });
}
/** Each change in a line: what it is about, its fields and what it does. */
export const told = (changes: Change[]): string[] =>
  changes.map(({ application, kind, resource: { name }, fields, effects, previous }) =>
    [
      application,
      kind,
      name,
      ...(previous === undefined ? [] : [`(was ${previous.application ?? previous.resource?.name ?? ""})`]),
      ...fields.map((field) => field.path || "whole"),
      ...effects.map((effect) => `=> ${effect.message}`),
    ].join(" "),
  );
