import { expect, it } from "vitest";
import { placeOf } from "./image-name.ts";

it.each([
  ["postgres:16-alpine", "library/postgres", "16-alpine"],
  ["docker.io/traefik", "library/traefik", "latest"],
  ["rancher/local-path-provisioner:v0.0.30", "rancher/local-path-provisioner", "v0.0.30"],
  ["public.ecr.aws/docker/library/redis:8-alpine", "docker/library/redis", "8-alpine"],
  ["localhost:5000/a/b:c", "a/b", "c"],
])("%s is %s, tag %s", (name, repository, tag) => {
  expect(placeOf(name)).toEqual({ repository, tag });
});

it("a digest is refused, because an image of the rehearsal has another one", () => {
  expect(() => placeOf("redis@sha256:00")).toThrow("by tag");
});
