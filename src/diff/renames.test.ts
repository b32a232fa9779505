import { describe, expect, test } from "vitest";
import { app, config, diff, told } from "./diff.fixture.ts";

const deployment = (volume: string, image = "i:1"): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  template:
    spec:
      containers: [{name: web, image: "${image}", envFrom: [{configMapRef: {name: ${volume}}}]}]
      volumes: [{name: config, configMap: {name: ${volume}}}]
`;

describe("generated names", () => {
  const before = "web-config-7k4mc2tdf8";
  const after = "web-config-9b5h6g2t4k";

  test("are paired, and whoever refers to them restarts without a change of its own", () => {
    const base = [app("web", config(before), deployment(before))];
    const head = [app("web", config(after, "{a: '2'}"), deployment(after))];
    expect(told(diff(base, head))).toEqual([
      `web changed web => restarts its 2 pods, a few at a time (ConfigMap ${after} changed)`,
      `web renamed ${after} (was ${before}) data.a`,
    ]);
    expect(diff(base, head)[0]?.effects[0]?.because?.map((id) => id.name)).toEqual([after]);
  });

  test("do not hide what changes beside them", () => {
    const base = [app("web", config(before), deployment(before))];
    const head = [app("web", config(after, "{a: '2'}"), deployment(after, "i:2"))];
    expect(told(diff(base, head))[0]).toBe(
      "web changed web spec.template.spec.containers[name=web].image => changes i 1 → 2 (major) => restarts its 2 pods, a few at a time",
    );
  });

  test("find the most alike of several", () => {
    const old = [config("a-7k4mc2tdf8", "{x: '1'}"), config("a-bbbbbbbbbb", "{y: '1'}")];
    const now = [config("a-cccccccccc", "{y: '1', z: '1'}"), config("a-dddddddddd", "{x: '2'}")];
    expect(told(diff([app("web", ...old)], [app("web", ...now)]))).toEqual([
      "web renamed a-cccccccccc (was a-bbbbbbbbbb) data.z",
      "web renamed a-dddddddddd (was a-7k4mc2tdf8) data.x",
    ]);
  });

  test("that only look generated are left alone", () => {
    const changes = diff([app("web", config("web-production"))], [app("web", config("web-deployment"))]);
    expect(told(changes)).toEqual(["web added web-deployment whole", "web removed web-production"]);
  });
});
