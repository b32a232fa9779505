import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../model/resource.ts";
import { emptyWorld, observe, type World } from "../world.ts";
import { pod } from "../world.fixture.ts";
import { podReasons } from "./pods.ts";

const running = { running: { startedAt: "2026-11-30T07:00:00Z" } };
const backOff = { waiting: { reason: "CrashLoopBackOff", message: "back-off 10s" } };
const ended = (exitCode: number, reason = "Completed"): JsonObject => ({ terminated: { exitCode, reason } });

const webPod = (container: JsonObject): JsonObject =>
  pod("web-1", "web", ["ReplicaSet", "web"], {
    phase: "Running",
    conditions: [{ type: "Ready", status: "False", lastTransitionTime: "2026-11-30T06:59:59Z" }],
    containerStatuses: [{ name: "main", ready: false, restartCount: 0, state: running, ...container }],
  });

const warned = (message: string, container = "main"): World =>
  observe(emptyWorld(), {
    type: "set",
    kind: "Event",
    object: {
      metadata: { name: "web-1.1", namespace: "web" },
      involvedObject: { kind: "Pod", namespace: "web", name: "web-1", fieldPath: `spec.containers{${container}}` },
      reason: "Unhealthy",
      message,
    },
  });

describe("why a pod is not ready", () => {
  it.each([0, 137, 143])("names the probe for whose failure a container ends with exit code %i", (code) => {
    const sick = webPod({ restartCount: 3, state: backOff, lastState: ended(code) });
    const world = warned("Liveness probe failed: HTTP probe failed with statuscode: 503");
    expect(podReasons(sick, world)).toEqual([
      {
        cause: "probe",
        resource: "Pod web/web-1",
        message: "main 3 times restarted: Liveness probe failed: HTTP probe failed with statuscode: 503",
        hope: "little",
        log: "web/web-1/main",
      },
    ]);
  });

  it("is the same reason while the container runs between two restarts", () => {
    const sick = webPod({ restartCount: 2, lastState: ended(0) });
    const world = warned("Startup probe failed: HTTP probe failed with statuscode: 404");
    expect(podReasons(sick, world)).toMatchObject([{ cause: "probe", hope: "little" }]);
  });

  it("does not blame restarts of long ago, nor a reboot, for a container that is not ready now", () => {
    const readySince = { running: { startedAt: "2026-10-01T00:00:00Z" } };
    const longAgo = webPod({ restartCount: 2, state: readySince, lastState: ended(1, "Error") });
    const rebooted = webPod({ restartCount: 2, lastState: ended(255, "Unknown") });
    for (const starting of [longAgo, rebooted]) expect(podReasons(starting, emptyWorld())).toEqual([]);
  });

  it("leaves hope to a container that is not ready after its first restart", () => {
    const starting = webPod({ restartCount: 1, lastState: ended(1, "Error") });
    expect(podReasons(starting, emptyWorld())).toEqual([]);
    const world = warned("Startup probe failed: connection refused");
    expect(podReasons(starting, world)).toMatchObject([{ cause: "probe", hope: "good" }]);
  });

  it("names the crash where the container ended by itself, whatever probes said meanwhile", () => {
    const crashed = webPod({ restartCount: 1, state: backOff, lastState: ended(1, "Error") });
    const [reason] = podReasons(crashed, warned("Startup probe failed: connection refused"));
    expect(reason).toMatchObject({ cause: "crash", message: "main ends with exit code 1, once restarted" });
  });

  it("does not take a readiness probe, nor another container's, for the cause of restarts", () => {
    const crashed = webPod({ restartCount: 4, state: backOff, lastState: ended(0) });
    for (const world of [warned("Readiness probe failed: 503"), warned("Liveness probe failed: 503", "sidecar")])
      expect(podReasons(crashed, world)).toMatchObject([{ message: "main ends with exit code 0, 4 times restarted" }]);
  });

  it("names the memory limit before any probe, though the kernel's kill looks like one", () => {
    const killed = webPod({ restartCount: 2, state: backOff, lastState: ended(137, "OOMKilled") });
    const [reason] = podReasons(killed, warned("Liveness probe failed: connection refused"));
    expect(reason?.message).toBe("main was killed because it used more memory than its limit, twice restarted");
  });

  it("has nothing to say of a container that is ready, however often it was restarted", () => {
    expect(podReasons(webPod({ ready: true, restartCount: 9, lastState: ended(1) }), emptyWorld())).toEqual([]);
  });
});
