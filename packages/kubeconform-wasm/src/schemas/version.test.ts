import { expect, test } from "vitest";
import { nearestVersion, UnknownVersionError } from "./version.ts";

const bundled = ["1.31.14", "1.36.3", "1.37.2"];

test.each([
  ["1.36", "1.36.3"],
  ["1.36.2", "1.36.3"],
  ["v1.36.2+k3s1", "1.36.3"],
  ["1.37.0-rc.1", "1.37.2"],
  [" v1.31 ", "1.31.14"],
])("%j is served by %s", (declared, version) => {
  expect(nearestVersion(declared, bundled)).toBe(version);
});

test.each(["1.3", "1.30.1", "2.36", "1", "latest", "", "1.36.x", "1.361"])(
  "%j is refused, with what there is",
  (declared) => {
    expect(() => nearestVersion(declared, bundled)).toThrow(UnknownVersionError);
    expect(() => nearestVersion(declared, bundled)).toThrow(
      `no schemas for Kubernetes "${declared}"; bundled are 1.31, 1.36, 1.37`,
    );
  },
);
