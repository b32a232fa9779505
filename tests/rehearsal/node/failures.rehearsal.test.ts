import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { until } from "../../control-plane/processes.ts";
import { cannotRunNode } from "./machine/requirements.ts";
import { type RehearsalNode, startNode } from "./node.ts";
import { containerThat, podsOf } from "./pods.ts";
import { timed } from "../timed.ts";

/** A pod of the sandbox's own image, which does nothing but run. */
const pod = (name: string, spec: object): string =>
  JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name, labels: { app: name } }, spec });
const idle = { name: "idle", image: "registry.k8s.io/pause:3.10" };

describe.skipIf(cannotRunNode())("what goes wrong on a real node", () => {
  let node: RehearsalNode;
  beforeAll(async () => {
    node = await timed("zero → node Ready", () => startNode({ addOns: [], images: [] }));
    await until(
      "default service account",
      async () => {
        const { code } = await node.kubectl.attempt("get", "serviceaccount", "default");
        return code === 0;
      },
      { within: 60_000 },
    );
  });
  afterAll(async () => timed("everything gone", async () => node?.[Symbol.asyncDispose]()));

  it("an image that no registry has is not pulled", async () => {
    await node.kubectl.apply(pod("absent", { containers: [{ name: "absent", image: "quay.io/nobody/nothing:1" }] }));
    await timed("unknown image → ImagePullBackOff", () =>
      containerThat(
        node.kubectl,
        { namespace: "default", selector: "app=absent", what: "container whose pull failed" },
        ({ state }) => state.waiting?.reason === "ImagePullBackOff",
      ),
    );
    const events = await node.kubectl("get", "events", "--field-selector", "involvedObject.name=absent,reason=Failed");
    expect(events).toContain("quay.io/nobody/nothing:1");
    expect(events).toContain("not found");
  });

  it("a pod that asks for more than the node has stays Pending", async () => {
    const resources = { requests: { memory: "1Ti" } };
    await node.kubectl.apply(pod("greedy", { containers: [{ ...idle, resources }] }));
    expect(await whyPending("greedy")).toMatch(/Insufficient memory/);
  });

  it("a claim of a storage class that does not exist stays unbound, and its pod Pending", async () => {
    const claim = {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "unbound" },
      spec: {
        storageClassName: "none-such",
        accessModes: ["ReadWriteOnce"],
        resources: { requests: { storage: "1Gi" } },
      },
    };
    await node.kubectl.apply(JSON.stringify(claim));
    const volumes = [{ name: "data", persistentVolumeClaim: { claimName: "unbound" } }];
    await node.kubectl.apply(pod("waiting", { containers: [idle], volumes }));
    expect(await whyPending("waiting")).toMatch(/unbound immediate PersistentVolumeClaims/);
    const phase = z.object({ status: z.object({ phase: z.string() }) });
    expect(await node.kubectl.read(phase, "get", "pvc", "unbound")).toEqual({ status: { phase: "Pending" } });
  });

  it("pods go on while the kubelet, containerd and the API server are restarted", async () => {
    await node.kubectl.apply(pod("steady", { containers: [idle] }));
    await node.kubectl("wait", "--for=condition=Ready", "pod/steady", "--timeout=60s");
    const [before] = await podsOf(node.kubectl, "default", "app=steady");
    await timed("kubelet, containerd and API server restarted → Ready", async () => {
      for (const name of ["kubelet", "containerd", "kube-apiserver"] as const) await node.stop(name);
      await node.up();
    });
    await node.kubectl("wait", "--for=condition=Ready", "pod/steady", "--timeout=60s");
    const [after] = await podsOf(node.kubectl, "default", "app=steady");
    expect(after?.metadata.uid).toBe(before?.metadata.uid);
    expect(after?.status.containerStatuses?.map(({ restartCount }) => restartCount)).toEqual([0]);
  });

  it("a container whose liveness probe fails is restarted", async () => {
    const livenessProbe = { tcpSocket: { port: 1 }, periodSeconds: 1, failureThreshold: 2 };
    await node.kubectl.apply(pod("sick", { containers: [{ ...idle, livenessProbe }] }));
    const restarted = await timed("liveness probe fails → restarted", () =>
      containerThat(
        node.kubectl,
        { namespace: "default", selector: "app=sick", what: "restarted container" },
        ({ restartCount }) => restartCount >= 1,
      ),
    );
    expect(restarted.lastState.terminated?.reason).toBe("Completed");
    await node.kubectl("delete", "pod", "sick", "--wait=true");
  });

  it("pods come back after a power cut, as new containers of the same pods", async () => {
    const [before] = await podsOf(node.kubectl, "default", "app=steady");
    await timed("power cut", () => node.cutPower());
    await expect(node.machine.run("true", [])).rejects.toThrow("switched off");
    await timed("power back → node Ready", () => node.boot());
    const steady = { namespace: "default", selector: "app=steady", what: "container that is back" };
    const back = await timed("node Ready → pod Ready", () =>
      containerThat(node.kubectl, steady, ({ restartCount, ready }) => restartCount === 1 && ready),
    );
    const [after] = await podsOf(node.kubectl, "default", "app=steady");
    expect(after?.metadata.uid).toBe(before?.metadata.uid);
    expect(back.lastState.terminated?.exitCode).not.toBe(0);
  });

  /** What the scheduler says of a pod that it cannot place. */
  async function whyPending(name: string): Promise<string | undefined> {
    let said: string | undefined;
    await timed(`${name} → Pending with its reason`, () =>
      until(
        `reason of ${name}`,
        async () => {
          const [found] = await podsOf(node.kubectl, "default", `app=${name}`);
          said = found?.status.conditions?.find(({ reason }) => reason === "Unschedulable")?.message;
          return found?.status.phase === "Pending" && said !== undefined;
        },
        { within: 60_000 },
      ),
    );
    return said;
  }
});
