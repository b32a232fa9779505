import { describe, expect, it } from "vitest";
import { defaultPatience, judge } from "./outcome.ts";
import { progressOf } from "./progress.ts";
import { application, child, commit, goal, owned, pod, repoURL, type Seen, warning, worldOf } from "./world.fixture.ts";

const root = (...names: string[]) => application("root", { namespace: "argocd", resources: names.map(child) });
const stateOf = (...objects: readonly Seen[]) => progressOf(worldOf(...objects), goal);
const reasonsOf = (name: string, ...objects: readonly Seen[]) =>
  stateOf(...objects).applications.find((one) => one.name === name)?.reasons;

describe("an Application of Applications", () => {
  it("is there when the last child is", () => {
    const progress = stateOf(
      ["Application", root("web", "database")],
      ["Application", application("web", { wave: 1 })],
      ["Application", application("database", { wave: -1 })],
    );
    expect(progress.done).toBe(true);
    expect(progress.applications.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      "0 root",
      "1 database",
      "1 web",
    ]);
  });

  it("is not there while a child is missing, although it says so itself", () => {
    const progress = stateOf(["Application", root("web")]);
    expect(progress.applications.map(({ name, sync, done }) => [name, sync, done])).toEqual([
      ["root", "Synced", true],
      ["web", "Missing", false],
    ]);
    expect(progress.done).toBe(false);
  });

  it("is not there before the root is", () => expect(stateOf().done).toBe(false));

  it("follows children to the bottom, and a circle once", () => {
    const middle = application("middle", { resources: [child("root"), child("leaf")] });
    const progress = stateOf(
      ["Application", root("middle")],
      ["Application", middle],
      ["Application", application("leaf", { health: "Progressing" })],
    );
    expect(progress.applications.map(({ name, done }) => [name, done])).toEqual([
      ["root", true],
      ["middle", true],
      ["leaf", false],
    ]);
  });

  it("counts what an ApplicationSet has generated, and the set itself", () => {
    const set = {
      group: "argoproj.io",
      kind: "ApplicationSet",
      namespace: "argocd",
      name: "previews",
      version: "v1alpha1",
    };
    const conditions = [{ type: "ResourcesUpToDate", status: "True" }];
    const generated = application("preview-1", { health: "Progressing" });
    const metadata = {
      ...Object(generated["metadata"]),
      ownerReferences: [{ kind: "ApplicationSet", name: "previews" }],
    };
    const progress = stateOf(
      ["Application", application("root", { resources: [set] })],
      ["ApplicationSet", { metadata: { name: "previews", namespace: "argocd" }, status: { conditions } }],
      ["Application", { ...generated, metadata }],
    );
    expect(progress.applications.map(({ name, kind, done }) => [name, kind, done])).toEqual([
      ["root", "Application", true],
      ["previews", "ApplicationSet", true],
      ["preview-1", "Application", false],
    ]);
  });
});

describe("an Application that says Synced and Healthy", () => {
  it("is not there at another commit than expected", () => {
    const [only] = stateOf(["Application", application("root", { revision: "b".repeat(40) })]).applications;
    expect(only?.done).toBe(false);
    expect(only?.behind.map(({ repoURL: url }) => url)).toEqual([repoURL]);
  });

  it("is not there while a sync or a comparison is under way", () => {
    const running = application("root", { operationState: { phase: "Running", message: "waiting for healthy state" } });
    expect(stateOf(["Application", running]).done).toBe(false);
    const asked = application("root");
    const annotations = { "argocd.argoproj.io/refresh": "normal" };
    const refreshing = { ...asked, metadata: { name: "root", namespace: "argocd", annotations } };
    expect(stateOf(["Application", refreshing]).done).toBe(false);
  });

  it("is not there when that was said of other sources", () => {
    const changed = application("root");
    const spec = { ...Object(changed["spec"]), source: { repoURL, targetRevision: "HEAD", path: "elsewhere" } };
    expect(stateOf(["Application", { ...changed, spec }]).done).toBe(false);
  });
});

describe("a reason", () => {
  const web = application("web", { health: "Progressing", resources: [owned("StatefulSet", "web", "db")] });

  it("names the image that cannot be pulled", () => {
    const waiting = { reason: "ImagePullBackOff", message: "Back-off pulling image" };
    const status = { phase: "Pending", containerStatuses: [{ name: "main", state: { waiting } }] };
    const found = reasonsOf(
      "web",
      ["Application", root("web")],
      ["Application", web],
      ["Pod", pod("db-0", "web", ["StatefulSet", "db"], status)],
    );
    expect(found).toMatchObject([
      {
        cause: "image",
        resource: "Pod web/db-0",
        message: "ImagePullBackOff: registry.example.com/web:9: Back-off pulling image",
      },
    ]);
  });

  it("repeats the scheduler's words", () => {
    const message = "0/1 nodes are available: 1 Insufficient memory.";
    const conditions = [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message }];
    const lost = pod("db-0", "web", ["StatefulSet", "db"], { phase: "Pending", conditions });
    expect(reasonsOf("web", ["Application", root("web")], ["Application", web], ["Pod", lost])).toMatchObject([
      { cause: "scheduling", message: `cannot be scheduled: ${message}`, hope: "little" },
    ]);
  });

  it("tells why a claim is not bound, and nothing of one that only waits for its pod", () => {
    const claim = {
      metadata: { name: "data-db-0", namespace: "web" },
      spec: { storageClassName: "fast" },
      status: { phase: "Pending" },
    };
    const volumes = [{ name: "data", persistentVolumeClaim: { claimName: "data-db-0" } }];
    const user = { ...pod("db-0", "web", ["StatefulSet", "db"], { phase: "Pending" }), spec: { volumes } };
    const objects = [
      ["Application", root("web")],
      ["Application", web],
      ["Pod", user],
      ["PersistentVolumeClaim", claim],
    ] as const;
    expect(reasonsOf("web", ...objects)).toEqual([]);
    const event = warning(
      "PersistentVolumeClaim",
      "web",
      "data-db-0",
      "ProvisioningFailed",
      'storageclass "fast" not found',
    );
    expect(reasonsOf("web", ...objects, ["Event", event])).toMatchObject([
      {
        cause: "volume",
        resource: "PersistentVolumeClaim web/data-db-0",
        message: 'is not bound: storageclass "fast" not found',
      },
    ]);
  });

  it("has the hook that failed, and asks for its pod's log", () => {
    const hook = {
      group: "batch",
      kind: "Job",
      namespace: "web",
      name: "migrate",
      message: "Job has reached the specified backoff limit",
      hookType: "PreSync",
      hookPhase: "Failed",
    };
    const operationState = {
      phase: "Failed",
      message: "one or more synchronization tasks completed unsuccessfully",
      syncResult: { revision: commit, resources: [hook] },
    };
    const failing = application("web", { sync: "OutOfSync", health: "Missing", operationState });
    const ended = { name: "main", state: { terminated: { exitCode: 1, reason: "Error" } } };
    const migrate = pod("migrate-x", "web", ["Job", "migrate"], { phase: "Failed", containerStatuses: [ended] });
    expect(reasonsOf("web", ["Application", root("web")], ["Application", failing], ["Pod", migrate])).toMatchObject([
      {
        cause: "hook",
        resource: "Job web/migrate",
        hope: "none",
        message: "PreSync hook failed: Job has reached the specified backoff limit",
      },
      { cause: "crash", resource: "Pod web/migrate-x", log: "web/migrate-x/main" },
    ]);
  });

  it("is plain of a manifest that cannot be rendered, without the wrapping of remote calls", () => {
    const message =
      "Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = kustomize build failed: yaml: line 1";
    const broken = application("web", { sync: "Unknown", conditions: [{ type: "ComparisonError", message }] });
    expect(reasonsOf("web", ["Application", root("web")], ["Application", broken])).toMatchObject([
      { cause: "comparison", hope: "none", message: "ComparisonError: kustomize build failed: yaml: line 1" },
    ]);
  });

  it("has hope where Argo CD's own parts do not answer each other", () => {
    const message =
      'rpc error: code = Unavailable desc = connection error: desc = "transport: dial tcp: connect: connection refused"';
    const waiting = application("web", { sync: "Unknown", conditions: [{ type: "ComparisonError", message }] });
    expect(reasonsOf("web", ["Application", root("web")], ["Application", waiting])).toMatchObject([{ hope: "good" }]);
  });

  it("is that of the project where it refuses the Application", () => {
    const message =
      "application destination server 'https://kubernetes.default.svc' and namespace 'x' do not match any of the allowed destinations in project 'applications'";
    const refused = application("web", {
      sync: "Unknown",
      health: "Unknown",
      conditions: [{ type: "InvalidSpecError", message }],
    });
    expect(reasonsOf("web", ["Application", root("web")], ["Application", refused])).toMatchObject([
      { cause: "refused", hope: "none" },
    ]);
  });

  it("belongs to the Application whose pod it is, also in a namespace that two share", () => {
    const shared = (name: string) =>
      application(name, { namespace: "apps", health: "Progressing", resources: [owned("Deployment", "apps", name)] });
    const labels = { "pod-template-hash": "77" };
    const conditions = [{ type: "PodScheduled", status: "False", message: "no node" }];
    const lost = pod("two-77-x", "apps", ["ReplicaSet", "two-77"], { phase: "Pending", conditions });
    const objects = [
      ["Application", root("one", "two")],
      ["Application", shared("one")],
      ["Application", shared("two")],
    ] as const;
    const labelled = { ...lost, metadata: { ...Object(lost["metadata"]), labels } };
    expect(reasonsOf("one", ...objects, ["Pod", labelled])).toEqual([]);
    expect(reasonsOf("two", ...objects, ["Pod", labelled])).toHaveLength(1);
  });
});

describe("waiting", () => {
  const conditions = [{ type: "ComparisonError", message: "kustomize build failed" }];
  const broken = application("root", { sync: "Unknown", conditions });

  it("ends when a reason without hope has stood for as long as it may", () => {
    const progress = stateOf(["Application", broken]);
    const first = judge(progress, new Map(), 1000, defaultPatience);
    expect(first.outcome).toEqual({ kind: "waiting", lookAgain: 1000 + defaultPatience.none });
    expect(judge(progress, first.standing, 2000, defaultPatience).outcome.kind).toBe("waiting");
    const last = judge(progress, first.standing, 1000 + defaultPatience.none, defaultPatience).outcome;
    expect(last).toMatchObject({ kind: "stuck", application: "root", reason: { cause: "comparison" } });
  });

  it("begins to count anew when the reason was gone in between", () => {
    const first = judge(stateOf(["Application", broken]), new Map(), 1000, defaultPatience);
    const well = judge(
      stateOf(["Application", application("root", { health: "Progressing" })]),
      first.standing,
      2000,
      defaultPatience,
    );
    expect(well.standing.size).toBe(0);
  });

  it("does not count what Argo CD found out about a commit before waiting began", () => {
    const old = { revision: "b".repeat(40), reconciledAt: "2026-11-30T06:00:00Z" };
    const stale = application("root", { ...old, sync: "Unknown", conditions });
    expect(judge(stateOf(["Application", stale]), new Map(), 1000, defaultPatience).standing.size).toBe(0);
  });

  it("is done when everything is", () => {
    expect(judge(stateOf(["Application", application("root")]), new Map(), 0, defaultPatience).outcome).toEqual({
      kind: "done",
    });
  });
});
