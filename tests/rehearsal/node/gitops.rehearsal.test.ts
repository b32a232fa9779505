import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { BootstrapResult } from "../../../src/bootstrap/options.ts";
import { describeReason } from "../../../src/cluster/waiting/text.ts";
import { until } from "../../control-plane/processes.ts";
import { type GitOps, openGitOps } from "./gitops/bootstrap.ts";
import { cannotRunNode } from "./machine/requirements.ts";
import { type RehearsalNode, startNode } from "./node.ts";
import { timed } from "../timed.ts";

const url = "http://payload.localhost:8080";
const base = "manifests/apps/payload-cms/base";
const site = `${base}/payload.yaml`;
const gibibyte = 2 ** 30;

interface Broken {
  code: string | undefined;
  said: string;
  /** Whether the last good version went on answering. */
  served: boolean;
  mended: boolean;
}

const stuckAndMended = { code: "SLW-STUCK", served: true, mended: true };

describe.skipIf(cannotRunNode())("the platform by way of Git, on a real node", () => {
  const closing = new AsyncDisposableStack();
  let node: RehearsalNode;
  let gitops: GitOps;

  beforeAll(async () => {
    const scratch = mkdtempSync(join(tmpdir(), "slipway-gitops-"));
    closing.defer(() => rmSync(scratch, { recursive: true, force: true }));
    node = closing.use(await timed("zero → node Ready", () => startNode({ memory: 4 * gibibyte })));
    gitops = closing.use(await openGitOps(node, scratch));
  });
  afterAll(async () => timed("everything gone", () => closing.disposeAsync()));

  const healthy = async (): Promise<boolean> =>
    (await node.ask(`${url}/api/health`).catch(() => undefined))?.status === 200;

  /** What slipway says of Applications that do not get there. */
  const reasonsOf = ({ waited }: BootstrapResult): string =>
    waited.progress.applications.flatMap(({ reasons }) => reasons.map(describeReason)).join("\n");

  /** A broken commit, what slipway makes of it, and where reverting it leads. */
  async function broken(what: string, edit: () => void): Promise<Broken> {
    edit();
    const result = await timed(`${what} → told`, () => gitops.bootstrap());
    const served = await healthy();
    gitops.revert();
    const mended = await timed(`${what} reverted → everything Synced and Healthy`, () => gitops.bootstrap());
    const said = [result.failure?.message, reasonsOf(result)].join("\n");
    return { code: result.failure?.code, said, served, mended: mended.failure === undefined };
  }

  it("comes up from nothing: every Application Synced and Healthy, and pods answer through Traefik", async () => {
    const result = await timed("bootstrap → everything Synced and Healthy", () => gitops.bootstrap());
    expect(result.failure).toBeUndefined();
    const { applications } = result.waited.progress;
    expect(applications.map(({ name }) => name)).toEqual([
      "bootstrap",
      "projects",
      "observability",
      "sealed-secrets",
      "platform",
      "payload-cms",
    ]);
    expect(applications.map(({ sync, health }) => `${sync} ${health}`)).toEqual(
      applications.map(() => "Synced Healthy"),
    );
    const { status, body } = await node.ask(`${url}/api/health`);
    expect({ status, body: JSON.parse(body) }).toMatchObject({ status: 200, body: { status: "ok" } });
    expect((await node.ask("http://grafana.localhost/")).status).toBe(200);
    expect((await node.ask(`${url}/api/notes`, { method: "POST", body: "the first" })).status).toBe(201);
  });

  it("changes nothing when it runs again", async () => {
    const before = await versionsOf(node);
    const result = await timed("second run", () => gitops.bootstrap());
    expect(result.failure).toBeUndefined();
    expect(result.steps).toEqual([]);
    expect(await versionsOf(node)).toEqual(before);
  });

  it("rolls a push forward", async () => {
    gitops.edit(`${base}/kustomization.yaml`, "http://payload.localhost:8080", "http://payload.localhost:9090");
    const result = await timed("push → rolled forward", () => gitops.bootstrap());
    expect(result.failure).toBeUndefined();
    expect((await node.ask(url)).body).toContain("http://payload.localhost:9090");
  });

  it("says which image is missing", async () => {
    const edit = (): void => gitops.edit(`${base}/kustomization.yaml`, "newTag: 3.90.2", "newTag: 3.90.3");
    const told = await broken("missing image", edit);
    expect(told).toMatchObject({
      ...stuckAndMended,
      said: expect.stringMatching(/ImagePullBackOff.*payload-cms:3\.90\.3/),
    });
  });

  it("says that a container outgrew its memory limit", async () => {
    const edit = (): void => gitops.edit(site, "image: payload-cms\n", "image: payload-cms\n          args: [eat]\n");
    const told = await broken("memory limit outgrown", edit);
    expect(told).toMatchObject({ ...stuckAndMended, said: expect.stringContaining("more memory than its limit") });
  });

  it("says which probe fails", async () => {
    const right =
      "httpGet: { path: /api/health, port: http }\n            periodSeconds: 3\n            failureThreshold: 60";
    const wrong =
      "httpGet: { path: /api/absent, port: http }\n            periodSeconds: 1\n            failureThreshold: 3";
    const told = await broken("failing probe", () => gitops.edit(site, right, wrong));
    expect(told).toMatchObject({ ...stuckAndMended, said: expect.stringMatching(/Startup probe failed.*404/) });
  });

  it("comes back after a power cut, with the rows in its database", async () => {
    await timed("power cut", () => node.cutPower());
    await timed("power back → node Ready", () => node.boot());
    const result = await timed("node Ready → everything Synced and Healthy", () => gitops.bootstrap());
    expect(result.failure).toBeUndefined();
    await timed("→ site answers", () => until("healthy site", healthy, { within: 120_000 }));
    expect(JSON.parse((await node.ask(`${url}/api/notes`)).body)).toEqual({ count: 1, newest: "the first" });
  });
});

const listed = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      metadata: z.object({ name: z.string(), namespace: z.string(), resourceVersion: z.string() }),
    }),
  ),
});

/** Every object that bootstrapping and Argo CD set, with the version that any write would change. */
async function versionsOf({ kubectl }: RehearsalNode): Promise<string[]> {
  const kinds =
    "deployments,statefulsets,daemonsets,services,configmaps,secrets,ingresses,roles,rolebindings,appprojects";
  const { items } = await kubectl.read(listed, "get", kinds, "--all-namespaces");
  return items.map(({ kind, metadata: { namespace, name, resourceVersion } }) =>
    [kind, namespace, name, resourceVersion].join(" "),
  );
}
