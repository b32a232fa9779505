import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BootstrapResult } from "../../../src/bootstrap/options.ts";
import { numberAt } from "../../../src/cluster/install/ready.ts";
import { isObject, objectAt, stringAt } from "../../../src/gitops/json.ts";
import type { JsonObject } from "../../../src/model/resource.ts";
import { until } from "../../control-plane/processes.ts";
import { startDroppingProxy } from "./dropping-proxy.ts";
import { openRehearsal, type Rehearsal, timed } from "./rehearsal.ts";

const waves = ["projects", "observability", "sealed-secrets", "platform", "payload-cms"];
const image = "manifests/apps/payload-cms/base/kustomization.yaml";

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await openRehearsal();
});
afterAll(() => rehearsal?.[Symbol.asyncDispose]());

const got = async (path: string): Promise<JsonObject> => {
  const { body } = await rehearsal.plane.api.get(path);
  return isObject(body) ? body : {};
};
const payload = () => got("/apis/apps/v1/namespaces/payload/deployments/payload");
const tagOf = async (): Promise<string> => {
  const containers = objectAt(await payload(), "spec", "template", "spec")?.["containers"];
  return (
    stringAt(Array.isArray(containers) ? containers[0] : undefined, "image")
      ?.split(":")
      .at(-1) ?? ""
  );
};
/** A push that changes what runs. */
const pushTag = (tag: string): string =>
  rehearsal.platform.push({ [image]: rehearsal.platform.read(image).replace(/newTag: .*/, `newTag: "${tag}"`) });

function expectDone({ waited, failure }: BootstrapResult): void {
  if (failure !== undefined) console.log(rehearsal.lines.join("\n"));
  expect(failure).toBeUndefined();
  expect(waited.outcome).toEqual({ kind: "done" });
  const { applications } = waited.progress;
  expect(applications.map(({ name, sync, health }) => `${name} ${sync} ${health}`)).toEqual(
    ["bootstrap", ...waves].map((name) => `${name} Synced Healthy`),
  );
}

/** The version of every object that bootstrap applies, and of every workload that Argo CD does. */
async function versions(): Promise<Record<string, string>> {
  const collections = [
    "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
    "/apis/rbac.authorization.k8s.io/v1/clusterroles/argocd-application-controller",
    "/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects",
    ...["configmaps", "secrets", "serviceaccounts", "services"].map((kind) => `/api/v1/namespaces/argocd/${kind}`),
    ...["deployments", "statefulsets"].map((kind) => `/apis/apps/v1/namespaces/argocd/${kind}`),
    "/apis/networking.k8s.io/v1/namespaces/argocd/networkpolicies",
    "/apis/apps/v1/namespaces/payload/deployments",
  ];
  const found: [string, string][] = [];
  for (const path of collections) {
    const body = await got(path);
    for (const item of Array.isArray(body["items"]) ? body["items"] : [body]) {
      found.push([
        `${path} ${stringAt(item, "metadata", "name")}`,
        stringAt(item, "metadata", "resourceVersion") ?? "",
      ]);
    }
  }
  const root = await got("/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/bootstrap");
  found.push(["bootstrap", `generation ${numberAt(objectAt(root, "metadata"), "generation") ?? 0}`]);
  return Object.fromEntries(found);
}

describe("bootstrap", () => {
  it("brings an empty cluster up to every Application synced and healthy, wave by wave", async () => {
    const result = await timed("from nothing to every Application there", () => rehearsal.run());
    console.log(rehearsal.lines.join("\n"));
    expectDone(result);
    expect(result.steps.length).toBeGreaterThan(30);
    const { timeline, progress } = result.waited;
    const byWave = progress.applications.filter(({ depth }) => depth === 1);
    for (const later of byWave) {
      for (const earlier of byWave.filter(({ wave }) => wave < later.wave)) {
        const [before, after] = [timeline.get(earlier.name)?.first, timeline.get(later.name)?.seen];
        expect(before).toBeLessThanOrEqual(after ?? 0);
      }
    }
    expect(result.hosts.map(({ url }) => url)).toEqual([
      "http://argocd.localhost",
      "http://grafana.localhost",
      "http://payload.localhost",
    ]);
  });

  it("changes nothing the second time", async () => {
    const before = await versions();
    const result = await timed("second run", () => rehearsal.run());
    expectDone(result);
    expect(result.steps).toEqual([]);
    expect(await versions()).toEqual(before);
  });

  it("leaves to Argo CD what is changed by hand, which puts it back", async () => {
    const body = { spec: { replicas: 3 } };
    await rehearsal.plane.api.patch(
      "/apis/apps/v1/namespaces/payload/deployments/payload",
      body,
      "application/merge-patch+json",
    );
    const isBack = async (): Promise<boolean> => objectAt(await payload(), "spec")?.["replicas"] === 1;
    await timed("drift healed", () => until("one replica again", isBack, { within: 60_000 }));
    expect(await isBack()).toBe(true);
    expectDone(await rehearsal.run());
  });

  it("waits until what was just pushed runs", async () => {
    const commit = pushTag("4.0.0");
    const result = await timed("push rolled forward", () => rehearsal.run());
    expectDone(result);
    expect(result.waited.progress.applications.at(-1)).toMatchObject({ name: "payload-cms", revision: commit });
    expect(await tagOf()).toBe("4.0.0");
  });

  it("goes on when the API server is killed in the middle", async () => {
    const commit = pushTag("4.0.1");
    const running = timed("with the API server killed for 2 s", () => rehearsal.run());
    await sleep(1_000);
    await rehearsal.plane.restartApiServer(2_000);
    const result = await running;
    expectDone(result);
    expect(result.waited.progress.applications.at(-1)?.revision).toBe(commit);
  });

  it("goes on when Argo CD's controller is killed in the middle", async () => {
    const commit = pushTag("4.0.2");
    const argo = await rehearsal.argo();
    const running = timed("with Argo CD's controller killed for 2 s", () => rehearsal.run());
    await sleep(500);
    await argo.restart("application-controller", 2_000);
    const result = await running;
    expectDone(result);
    expect(result.waited.progress.applications.at(-1)?.revision).toBe(commit);
  });

  it("takes up watches whose connections drop", async () => {
    await using proxy = await startDroppingProxy(rehearsal.plane.url);
    const kubeconfig = readFileSync(rehearsal.plane.kubeconfig, "utf8").replace(rehearsal.plane.url, proxy.url);
    const commit = pushTag("4.0.3");
    const over = new AbortController();
    const dropping = async (): Promise<void> => {
      for (; !over.signal.aborted; proxy.drop()) await sleep(2_000);
    };
    const doing = rehearsal.run(
      {},
      {
        connect: async () => ({ kubeconfig, [Symbol.asyncDispose]: async () => undefined }),
        // What is applied before is not what this is about.
        onSection: (title) => void (title.startsWith("Waiting") && dropping()),
      },
    );
    const result = await timed("with every connection dropped every 2 s", () => doing).finally(() => over.abort());
    expectDone(result);
    expect(proxy.dropped).toBeGreaterThan(0);
    expect(result.waited.progress.applications.at(-1)?.revision).toBe(commit);
  });

  it("lets one of two runs at a time", async () => {
    pushTag("4.0.4");
    const first = rehearsal.run({ identity: "the first" });
    await until("lock", async () => (await leaseStatus()) === 200, { within: 30_000 });
    await expect(rehearsal.run({ identity: "the second" })).rejects.toMatchObject({
      code: "SLW-BUSY",
      message: /the first is at work/,
    });
    const third = rehearsal.run({ identity: "the third", ifBusy: "wait" });
    expectDone(await first);
    expectDone(await third);
    expect(await leaseStatus()).toBe(404);
  });

  it("names who has set a field, and takes it over only when told to", async () => {
    const path = "/apis/apps/v1/namespaces/argocd/deployments/argocd-repo-server";
    const edit = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "argocd-repo-server" },
      spec: { revisionHistoryLimit: 4 },
    };
    const applied = await rehearsal.plane.api.patch(
      `${path}?fieldManager=somebody&force=true`,
      edit,
      "application/apply-patch+yaml",
    );
    expect(applied.status).toBe(200);
    const image = {
      spec: {
        template: { spec: { containers: [{ name: "argocd-repo-server", image: "registry.example.com/argocd:own" }] } },
      },
    };
    const edited = await rehearsal.plane.api.patch(
      `${path}?fieldManager=kubectl-edit`,
      image,
      "application/strategic-merge-patch+json",
    );
    expect(edited.status).toBe(200);
    await expect(rehearsal.run()).rejects.toMatchObject({
      code: "SLW-CONFLICT",
      message: /argocd-repo-server.*image is set by kubectl-edit/s,
    });
    const result = await rehearsal.run({ conflicts: "take-over" });
    expectDone(result);
    expect(result.steps.map(({ title }) => title)).toContain("update Deployment argocd/argocd-repo-server");
  });
});

const leaseStatus = async (): Promise<number> =>
  (await rehearsal.plane.api.get("/apis/coordination.k8s.io/v1/namespaces/argocd/leases/slipway-bootstrap")).status;
