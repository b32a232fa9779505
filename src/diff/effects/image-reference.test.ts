import { expect, test } from "vitest";
import { parseImage, stepBetween } from "./image-reference.ts";

test.each([
  ["postgres", { registry: "docker.io", repository: "library/postgres" }],
  ["postgres:16-alpine", { registry: "docker.io", repository: "library/postgres", tag: "16-alpine" }],
  ["grafana/loki:3.1", { registry: "docker.io", repository: "grafana/loki", tag: "3.1" }],
  ["docker.io/grafana/loki:3.1", { registry: "docker.io", repository: "grafana/loki", tag: "3.1" }],
  ["ghcr.io/org/app:v1.2@sha256:ab", { registry: "ghcr.io", repository: "org/app", tag: "v1.2", digest: "sha256:ab" }],
  ["localhost:5000/app", { registry: "localhost:5000", repository: "app" }],
  ["registry:5000/team/app:1", { registry: "registry:5000", repository: "team/app", tag: "1" }],
])("%s", (text, parts) => {
  expect(parseImage(text)).toEqual(parts);
});

test.each([
  ["1.2.3", "2.0.0", "major"],
  ["v1.2.3", "v1.3.0", "minor"],
  ["1.2.3", "1.2.10", "patch"],
  ["16-alpine", "17-alpine", "major"],
  ["1.2", "1.10", "minor"],
  ["1.10.0", "1.9.9", "older"],
  ["1.2.3-rc.1", "1.2.3", "pre-release"],
  ["1.2.3-rc.1", "1.2.3-rc.2", "pre-release"],
  ["16-alpine", "16-bookworm", undefined],
  ["latest", "1.0.0", undefined],
  ["main-4f2a9c1", "main-9f8e7d6", undefined],
  ["1.2.3", "1.2.3", undefined],
])("%s → %s: %s", (before, after, step) => {
  expect(stepBetween(before, after)).toBe(step);
});
