import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../../control-plane/processes.ts";
import { siteImages } from "./images/recipes.ts";
import { cannotRunNode } from "./machine/requirements.ts";
import { type RehearsalNode, startNode } from "./node.ts";
import { containerThat, podsOf } from "./pods.ts";
import { deployPayload } from "./rendered.ts";
import { timed } from "../timed.ts";

const site = "http://payload.localhost:8080";
const gibibyte = 2 ** 30;

describe.skipIf(cannotRunNode())("this repository's platform on a real node", () => {
  let node: RehearsalNode;
  const notes = async (): Promise<unknown> => JSON.parse((await node.ask(`${site}/api/notes`)).body);
  const isHealthy = async (): Promise<boolean> =>
    (await node.ask(`${site}/api/health`).catch(() => undefined))?.status === 200;
  const payload = { namespace: "payload", selector: "app.kubernetes.io/name=payload" };

  beforeAll(async () => {
    node = await timed("zero → node Ready with DNS, volumes and Traefik", () =>
      startNode({ memory: 3 * gibibyte, images: siteImages() }),
    );
    await timed("payload-cms, overlay local, rendered, applied and Ready", () =>
      deployPayload(node.kubectl, "payload-cms-local"),
    );
  });
  afterAll(async () => timed("everything gone", async () => node?.[Symbol.asyncDispose]()));

  it("answers on payload.localhost through Traefik, with the database behind it", async () => {
    await timed("first answer through Traefik", () => until("answer", isHealthy, { within: 60_000 }));
    const { status, body } = await node.ask(`${site}/api/health`);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ status: "ok", database: expect.stringMatching(/^postgres \d/) });
    const elsewhere = await node.ask("http://elsewhere.localhost/api/health");
    expect(elsewhere.status).toBe(404);
  });

  it("keeps its rows when the database's pod is deleted", async () => {
    const { status } = await node.ask(`${site}/api/notes`, { method: "POST", body: "before the pod was deleted" });
    expect(status).toBe(201);
    const [before] = await podsOf(node.kubectl, "payload", "app.kubernetes.io/name=postgres");
    await timed("database pod deleted → Ready again", async () => {
      await node.kubectl("delete", "pod", "postgres-0", "--namespace", "payload", "--wait=true");
      await node.kubectl("rollout", "status", "statefulset/postgres", "--namespace", "payload", "--timeout=120s");
    });
    const [after] = await podsOf(node.kubectl, "payload", "app.kubernetes.io/name=postgres");
    expect(after?.metadata.uid).not.toBe(before?.metadata.uid);
    await until("healthy site", isHealthy, { within: 60_000 });
    expect(await notes()).toEqual({ count: 1, newest: "before the pod was deleted" });
  });

  it("restarts a container whose liveness probe fails", async () => {
    await node.ask(`${site}/rehearsal/sicken`, { method: "POST" });
    const restarted = await timed("liveness probe fails → container restarted", () =>
      containerThat(
        node.kubectl,
        { ...payload, what: "restarted container" },
        (status) => status.restartCount === 1 && status.ready,
      ),
    );
    // It ended by itself when told to, not by a signal.
    expect(restarted.lastState.terminated).toMatchObject({ exitCode: 0, reason: "Completed" });
    await until("healthy site", isHealthy, { within: 60_000 });
  });

  it("kills a container that outgrows its memory limit, and says so", async () => {
    await node.ask(`${site}/rehearsal/eat`, { method: "POST" }).catch(() => undefined);
    const killed = await timed("memory limit outgrown → OOMKilled", () =>
      containerThat(
        node.kubectl,
        { ...payload, what: "killed container" },
        (status) =>
          status.lastState.terminated?.reason === "OOMKilled" || status.state.terminated?.reason === "OOMKilled",
      ),
    );
    expect((killed.lastState.terminated ?? killed.state.terminated)?.exitCode).toBe(137);
    await until("healthy site", isHealthy, { within: 120_000 });
  });

  it("comes back after a power cut, with the rows in its database", async () => {
    await node.ask(`${site}/api/notes`, { method: "POST", body: "before the power cut" });
    await timed("power cut", () => node.cutPower());
    await expect(node.ask(`${site}/api/health`)).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|no answer/);
    await timed("power back → node Ready", () => node.boot());
    await timed("node Ready → site answers", () => until("healthy site", isHealthy, { within: 180_000 }));
    expect(await notes()).toEqual({ count: 2, newest: "before the power cut" });
  });
});
