import fc from "fast-check";
import { expect, test } from "vitest";
import { manifest } from "../resource.fixture.ts";
import { gainedRights, rightsOf } from "./rights.ts";

const role = (...rules: string[]) => rightsOf(manifest(`{rules: [${rules.join(", ")}]}`));
const gained = (before: string, after: string): string[] =>
  gainedRights(role(before), role(after)).map(({ verb, group, resource, name }) =>
    [verb, group === undefined ? resource : `${group}/${resource}`, name]
      .filter((part) => part !== undefined)
      .join(" "),
  );

const pods = "{apiGroups: [''], resources: [pods], verbs: [get]}";

test.each([
  ["a verb", "{apiGroups: [''], resources: [pods], verbs: [get, delete]}", ["delete /pods"]],
  ["a subresource", "{apiGroups: [''], resources: [pods, pods/exec], verbs: [get]}", ["get /pods/exec"]],
  ["a group", "{apiGroups: ['', apps], resources: [pods], verbs: [get]}", ["get apps/pods"]],
  ["all verbs", "{apiGroups: [''], resources: [pods], verbs: ['*', list]}", ["* /pods"]],
  ["everything", "{apiGroups: ['*'], resources: ['*'], verbs: ['*']}", ["* */*"]],
  ["a path", "{nonResourceURLs: [/metrics], verbs: [get]}", ["get /metrics"]],
  ["nothing, with names that narrow", "{apiGroups: [''], resources: [pods], verbs: [get], resourceNames: [a]}", []],
])("%s", (_, after, expected) => {
  expect(gained(pods, after)).toEqual(expected);
});

test("a narrower rule covers no wider one", () => {
  expect(
    gained(
      "{apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: [a]}",
      "{apiGroups: [''], resources: [secrets], verbs: [get]}",
    ),
  ).toEqual(["get /secrets"]);
  expect(
    gained(
      "{apiGroups: [apps], resources: ['*/scale'], verbs: [get]}",
      "{apiGroups: [apps], resources: [deployments/scale, deployments], verbs: [get]}",
    ),
  ).toEqual(["get apps/deployments"]);
  expect(
    gained("{nonResourceURLs: ['/api/*'], verbs: [get]}", "{nonResourceURLs: [/api/v1, /healthz], verbs: [get]}"),
  ).toEqual(["get /healthz"]);
});

const right = fc.record({
  verb: fc.constantFrom("get", "list", "*"),
  resource: fc.constantFrom("pods", "secrets", "*"),
  group: fc.constantFrom("", "apps", "*"),
});

test("a role gains nothing over itself, and nothing that it loses", () => {
  fc.assert(
    fc.property(fc.array(right, { maxLength: 8 }), fc.array(right, { maxLength: 8 }), (one, other) => {
      expect(gainedRights(one, one)).toEqual([]);
      expect(gainedRights([...one, ...other], one)).toEqual([]);
      // Each is told once, and nothing that another covers.
      const found = gainedRights(one, other);
      expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(found.length);
    }),
  );
});

test("a role that multiplies without end is cut", () => {
  const many = (prefix: string): string => Array.from({ length: 400 }, (_, i) => `${prefix}${i}`).join(", ");
  const rights = role(`{apiGroups: [${many("g")}], resources: [${many("r")}], verbs: [${many("v")}]}`);
  expect(rights.length).toBeLessThanOrEqual(2001);
});
