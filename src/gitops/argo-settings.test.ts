import { beforeAll, describe, expect, it } from "vitest";
import { isExcluded, readSettings } from "./argo-settings.ts";
import type { Engines } from "./contracts.ts";
import { renderRepository } from "./render.ts";
import { directEngines } from "./testing/engines.ts";
import { applicationYaml, configMapYaml, repositoryRequest } from "./testing/repository.ts";

describe("argocd-cm", () => {
  it("without anything leaves Argo CD as it is", () => {
    const { kustomize, ignoreDifferences, filters } = readSettings({});
    expect(kustomize).toEqual({ loadRestrictor: "rootOnly", apiVersions: [] });
    expect(ignoreDifferences).toEqual([]);
    const excluded = (apiVersion: string, kind: string): boolean =>
      isExcluded(filters, { apiVersion, kind, name: "x" }, "");
    expect(excluded("coordination.k8s.io/v1", "Lease")).toBe(true);
    expect(excluded("v1", "Event")).toBe(true);
    expect(excluded("v1", "ConfigMap")).toBe(false);
  });

  it.each([
    ["--load-restrictor LoadRestrictionsNone", "none", []],
    ["--enable-helm --load-restrictor=LoadRestrictionsNone", "none", []],
    ["--load-restrictor LoadRestrictionsRootOnly", "rootOnly", []],
    [
      "--enable-helm  --helm-api-versions acme.io/v1,b/v1 --helm-api-versions=c/v1",
      "rootOnly",
      ["acme.io/v1", "b/v1", "c/v1"],
    ],
    ["--load-restrictor", "rootOnly", []],
  ])("has build options: %s", (text, loadRestrictor, apiVersions) => {
    const { kustomize } = readSettings({ "kustomize.buildOptions": text });
    expect({ ...kustomize, apiVersions: kustomize.apiVersions.toSorted() }).toEqual({ loadRestrictor, apiVersions });
  });

  it("has differences that do not count, in both of its forms", () => {
    const { ignoreDifferences } = readSettings({
      "resource.customizations.ignoreDifferences.apps_Deployment": "jsonPointers: [/spec/replicas]\n",
      "resource.customizations.ignoreDifferences.ConfigMap": "jqPathExpressions: ['.data.x']\n",
      "resource.customizations.ignoreDifferences.all": "managedFieldsManagers: [controller]\n",
      "resource.customizations.ignoreDifferences.v1_Broken": "jsonPointers: {",
      "resource.customizations.health.apps_Deployment": "return {}",
      "resource.customizations":
        "apps/Deployment:\n  ignoreDifferences: 'jsonPointers: [/old]'\nbatch/Job:\n  ignoreDifferences: |\n    jsonPointers: [/spec]\n",
    });
    expect(ignoreDifferences).toMatchObject([
      { group: "apps", kind: "Deployment", jsonPointers: ["/spec/replicas"] },
      { group: "batch", kind: "Job", jsonPointers: ["/spec"] },
      { group: "", kind: "ConfigMap", jqPathExpressions: [".data.x"] },
      { group: "*", kind: "*", managedFieldsManagers: ["controller"] },
    ]);
  });

  it("excludes and includes resources by group, kind and cluster", () => {
    const { filters } = readSettings({
      "resource.exclusions":
        "- {apiGroups: ['*.cilium.io'], kinds: [CiliumIdentity], clusters: ['*']}\n- kinds: [Pod]\n",
      "resource.inclusions": "- {apiGroups: [apps], clusters: [https://one]}\n",
    });
    const excluded = (apiVersion: string, kind: string, cluster: string): boolean =>
      isExcluded(filters, { apiVersion, kind, name: "x" }, cluster);
    expect(excluded("x.cilium.io/v2", "CiliumIdentity", "https://one")).toBe(true);
    expect(excluded("x.cilium.io/v2", "CiliumNode", "https://two")).toBe(false);
    expect(excluded("v1", "Pod", "https://two")).toBe(true);
    expect(excluded("apps/v1", "Deployment", "https://one")).toBe(false);
    expect(excluded("batch/v1", "Job", "https://one")).toBe(true);
    expect(excluded("batch/v1", "Job", "https://two")).toBe(false);
  });

  it("leaves what is aggregated into roles out of comparisons where it is told to", () => {
    const of = (text: string) => readSettings({ "resource.compareoptions": text }).ignoreDifferences;
    expect(of("ignoreAggregatedRoles: true\nignoreResourceStatusField: crd\n")).toMatchObject([
      { group: "rbac.authorization.k8s.io", kind: "ClusterRole", jqPathExpressions: [expect.any(String)] },
    ]);
    expect([of("ignoreAggregatedRoles: false"), of("- a")]).toEqual([[], []]);
  });

  it("that cannot be read says nothing", () => {
    const data = { "resource.exclusions": "a: [", "resource.inclusions": "text", "resource.customizations": "- a" };
    expect(readSettings(data)).toEqual(readSettings({}));
  });
});

describe("a repository with argocd-cm", () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await directEngines();
  });
  const cm = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm}\ndata:\n${data}`;
  const files = {
    "app.yaml": applicationYaml("web", "overlay"),
    "overlay/kustomization.yaml": "resources: [../shared.yaml]\n",
    "shared.yaml": configMapYaml("shared"),
    "chart/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n",
    "chart/templates/cm.yaml": cm('  kustomize.buildOptions: "{{ .Values.x }}"\n'),
  };

  it("builds its kustomizations with those options", async () => {
    const statusWith = async (more: Record<string, string>): Promise<string | undefined> => {
      const { applications } = await renderRepository(repositoryRequest(engines, { files: { ...files, ...more } }));
      return applications.find(({ report }) => report.name === "web")?.report.status;
    };
    expect(await statusWith({})).toBe("failed");
    const options = cm("  kustomize.buildOptions: --load-restrictor LoadRestrictionsNone\n");
    expect(await statusWith({ "argocd/cm.yaml": `${configMapYaml("other")}---\n${options}` })).toBe("rendered");
    expect(await statusWith({ "argocd/cm.yaml": options.replace("argocd-cm", "argocd-cm-old") })).toBe("failed");
    expect(await statusWith({ "argocd/cm.yaml": "argocd-cm: [" })).toBe("failed");
  });

  it("takes what is rendered over what is declared", async () => {
    const more = {
      "argocd/kustomization.yaml": "resources: [base.yaml]\npatches: [{path: a-patch.yaml}]\n",
      "argocd/base.yaml": cm(
        '  resource.exclusions: "[{kinds: [Declared]}]"\n  resource.inclusions: "[{kinds: [Pod]}]"\n',
      ),
      "argocd/a-patch.yaml": cm('  resource.exclusions: "[{kinds: [Rendered]}]"\n'),
    };
    const { settings } = await renderRepository(repositoryRequest(engines, { files: more }));
    const kinds = (filters: readonly { kinds: string[] }[]): string[] => filters.flatMap((one) => one.kinds);
    expect(kinds(settings.filters.exclusions).slice(-1)).toEqual(["Rendered"]);
    expect(kinds(settings.filters.inclusions)).toEqual(["Pod"]);
  });
});
