import { describe, expect, it } from "vitest";
import type { DeployedApplication } from "../platform.ts";
import { environmentsOf } from "./environments.ts";
import { application } from "./wiring.fixture.ts";

const one = (name: string, about: Partial<DeployedApplication> = {}) =>
  application("", { name, resources: [], ...about });
const groups = (...applications: DeployedApplication[]): string[] =>
  environmentsOf(applications).map(
    ({ kind, applications: members }) => `${kind} ${members.map(({ name }) => name).join(" ")}`,
  );

/** A root and its children, declared in files of one folder. */
function tree(
  root: string,
  folder: string,
  children: readonly string[],
  file = "",
  suffix = "",
): DeployedApplication[] {
  return [
    one(root, { at: [{ file: `${folder}/${root}.yaml`, line: 1, column: 1 }] }),
    ...children.map((name) =>
      one(`${root}/${name}`, {
        declaredName: `${name}${suffix}`,
        root,
        parent: root,
        at: [{ file: file === "" ? `${root}/${name}.yaml` : `${file}/${name}.yaml`, line: 1, column: 1 }],
      }),
    ),
  ];
}

describe("Applications that share a cluster", () => {
  it("have the same destination", () => {
    expect(
      groups(one("a"), one("b"), one("c", { destination: "https://c" }), one("d", { destination: "in-cluster" })),
    ).toEqual(["cluster a b d", "cluster c"]);
  });

  it("belong to roots that do not bring the same Application", () => {
    expect(groups(...tree("dev", "argocd", ["web"]), ...tree("prod", "argocd", ["web"]))).toEqual([
      "cluster dev dev/web",
      "cluster prod prod/web",
    ]);
    expect(groups(...tree("infra", "argocd", ["dns"]), ...tree("apps", "argocd", ["web"]))).toEqual([
      "cluster infra infra/dns apps apps/web",
    ]);
  });

  it("belong to roots that do not bring the same declaration, whatever an overlay calls it", () => {
    expect(
      groups(...tree("dev", "argocd", ["web"], "apps"), ...tree("prod", "argocd", ["web"], "apps", "-prod")),
    ).toEqual(["cluster dev dev/web", "cluster prod prod/web"]);
  });

  it("are declared in one folder where others contradict", () => {
    const at = (file: string) => ({ at: [{ file, line: 1, column: 1 }] });
    const declared = [
      one("db#dev", { declaredName: "db", ...at("clusters/dev/db.yaml") }),
      one("web#dev", { declaredName: "web", ...at("clusters/dev/web.yaml") }),
      one("dns", at("clusters/prod/dns.yaml")),
      one("db#prod", { declaredName: "db", ...at("clusters/prod/db.yaml") }),
      one("web#prod", { declaredName: "web", ...at("clusters/prod/web.yaml") }),
    ];
    expect(groups(...declared)).toEqual(["cluster db#dev web#dev", "cluster dns db#prod web#prod"]);
  });

  it("may all come from one ApplicationSet", () => {
    const made = { at: [{ file: "set.yaml", line: 1, column: 1 }] };
    expect(groups(one("a", made), one("b", made))).toEqual(["cluster a b"]);
  });

  it("are none of those that nothing deploys", () => {
    expect(
      groups(one("a"), one("base", { kind: "implicit", destination: "" }), one("other", { kind: "implicit" })),
    ).toEqual(["cluster a", "island base", "island other"]);
  });
});
