import { stringAt } from "../../gitops/json.ts";
import type { Finding } from "../../model/finding.ts";
import type { Platform } from "../platform.ts";
import { itemsOf } from "../wiring/fields.ts";
import { about, listed, nameOf, ownWorkloads } from "./workloads.ts";

/** Images that are another one tomorrow: no tag, or `latest`. A digest says which one it is. */
export function checkImages(platform: Platform): Finding[] {
  return ownWorkloads(platform).flatMap((workload) => {
    const { spec, path, containers } = workload;
    const moving = [...containers, ...itemsOf(spec, "initContainers", path)].flatMap((container) => {
      const image = stringAt(container.value, "image") ?? "";
      const problem = problemOf(image);
      return problem === undefined
        ? []
        : [{ container, says: `image ${image} of container ${nameOf(container)} ${problem}` }];
    });
    const [first] = moving;
    if (first === undefined) return [];
    return [
      about("policy/image-tag", platform, workload, {
        says: listed(moving.map(({ says }) => says)),
        path: `${first.container.path}.image`,
        hint: "Name the version, or the digest: what runs then changes with a commit only.",
      }),
    ];
  });
}

/** What is wrong with an image's name; nothing where a placeholder is filled in later. */
export function problemOf(image: string): string | undefined {
  if (image === "" || image.includes("@") || /[${}<>()\s]/.test(image)) return undefined;
  const name = image.slice(image.lastIndexOf("/") + 1);
  const colon = name.indexOf(":");
  if (colon < 0) return "has no tag";
  return name.slice(colon + 1) === "latest" ? "has the tag latest" : undefined;
}
