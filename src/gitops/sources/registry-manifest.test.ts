import { describe, expect, it } from "vitest";
import { contentLayer } from "./registry-manifest.ts";

const digest = `sha256:${"a".repeat(64)}` as const;
const tarball = "application/vnd.oci.image.layer.v1.tar+gzip";
const chart = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const manifest = (config: string, ...types: string[]): Parameters<typeof contentLayer>[0] => ({
  config: { mediaType: config },
  layers: types.map((mediaType) => ({ mediaType, digest })),
});
const chartConfig = "application/vnd.cncf.helm.config.v1+json";

describe("the layer with content", () => {
  it.each([
    ["of a chart", manifest(chartConfig, "application/vnd.cncf.helm.chart.provenance.v1.prov", chart), "chart", false],
    ["of an old chart", manifest(chartConfig, "application/tar+gzip"), "chart", false],
    ["of files", manifest("application/vnd.oci.empty.v1+json", "text/plain", tarball), "files", false],
    ["of a plain tar", manifest("", "application/vnd.oci.image.layer.v1.tar"), "files", true],
  ])("%s is found", (_, given, contents, plain) => {
    expect(contentLayer(given, "x")).toEqual({ digest, contents, plain });
  });

  it.each([
    [manifest("", tarball, tarball), "x has 2 tar archives among its layers, not one"],
    [manifest(""), "x has 0 tar archives among its layers, not one (no layers)"],
    [manifest("", "application/vnd.docker.image.rootfs.diff.tar.gzip"), "which is not one that Argo CD allows"],
    [manifest(chartConfig, tarball), "x has no chart archive among its layers"],
    [
      manifest("", ...Array.from({ length: 11 }, () => "text/plain")),
      "x has 11 layers, and Argo CD takes no more than 10",
    ],
  ])("of %j is none", (given, message) => {
    expect(() => contentLayer(given, "x")).toThrow(message);
  });
});
