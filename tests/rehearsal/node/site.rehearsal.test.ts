import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../../control-plane/processes.ts";
import { siteImages } from "./images/recipes.ts";
import { cannotRunNode } from "./machine/requirements.ts";
import { type RehearsalNode, startNode } from "./node.ts";
import { containerThat, podsOf } from "./pods.ts";
import { deployPayload } from "./rendered.ts";
import { timed } from "../timed.ts";

const gibibyte = 2 ** 30;

describe.skipIf(cannotRunNode())("payload-cms of this repository on a real node", () => {
  let node: RehearsalNode;
  /** HTTP to the Service's own address, which the node's kube-proxy leads to the pod. */
  let site: string;
  const ask = (path: string, question: RequestInit = {}): Promise<Response> =>
    fetch(site + path, { ...question, signal: AbortSignal.timeout(15_000) });
  const notes = async (): Promise<unknown> => (await ask("/api/notes")).json();
  const isHealthy = async (): Promise<boolean> => (await ask("/api/health").catch(() => undefined))?.status === 200;
  const payload = { namespace: "payload", selector: "app.kubernetes.io/name=payload" };

  beforeAll(async () => {
    node = await timed("zero → node Ready with DNS and volumes", () =>
      startNode({ memory: 3 * gibibyte, images: siteImages(), addOns: ["dns", "volumes"] }),
    );
    await timed("payload-cms, overlay local, rendered, applied and Ready", () =>
      deployPayload(node.kubectl, "payload-cms-local"),
    );
    const address = ["get", "service", "payload", "--namespace", "payload", "--output", "jsonpath={.spec.clusterIP}"];
    site = `http://${await node.kubectl(...address)}`;
  });
  afterAll(async () => timed("everything gone", async () => node?.[Symbol.asyncDispose]()));

  it("answers at its Service, with the database behind it", async () => {
    await timed("first answer", () => until("answer", isHealthy, { within: 60_000 }));
    const answer = await ask("/api/health");
    expect(await answer.json()).toMatchObject({ status: "ok", database: expect.stringMatching(/^postgres \d/) });
  });

  it("keeps its rows when the database's pod is deleted", async () => {
    const { status } = await ask("/api/notes", { method: "POST", body: "before the pod was deleted" });
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
    await ask("/rehearsal/sicken", { method: "POST" });
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
    await ask("/rehearsal/eat", { method: "POST" }).catch(() => undefined);
    const killed = await timed("memory limit outgrown → OOMKilled", () =>
      containerThat(
        node.kubectl,
        { ...payload, what: "killed container" },
        (status) =>
          status.lastState.terminated?.reason === "OOMKilled" || status.state.terminated?.reason === "OOMKilled",
      ),
    );
    // The state before may be the restart of the test before.
    const ends = [killed.state.terminated, killed.lastState.terminated];
    expect(ends.find((end) => end?.reason === "OOMKilled")?.exitCode).toBe(137);
    await until("healthy site", isHealthy, { within: 120_000 });
  });

  it("comes back after a power cut, with the rows in its database", async () => {
    await ask("/api/notes", { method: "POST", body: "before the power cut" });
    await timed("power cut", () => node.cutPower());
    await expect(node.machine.run("true", [])).rejects.toThrow("switched off");
    await timed("power back → node Ready", () => node.boot());
    await timed("node Ready → site answers", () => until("healthy site", isHealthy, { within: 180_000 }));
    expect(await notes()).toEqual({ count: 2, newest: "before the power cut" });
  });
});
