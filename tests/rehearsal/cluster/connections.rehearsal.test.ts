import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { openApi } from "../../../src/cluster/api/client.ts";
import { openObjects } from "../../../src/cluster/api/objects.ts";
import { patientApi } from "../../../src/cluster/api/patience.ts";
import { stringAt } from "../../../src/gitops/json.ts";
import { startControlPlane } from "../../control-plane/control-plane.ts";
import { until } from "../../control-plane/processes.ts";
import { startDroppingProxy } from "./dropping-proxy.ts";

const [batches, together] = [25, 6];

/** The API server speaks HTTP/2, in which all requests share the connection that is cut. */
it("applies and watches go on over connections that are cut all the time", async () => {
  await using plane = await startControlPlane();
  await using proxy = await startDroppingProxy(plane.url);
  const kubeconfig = readFileSync(plane.kubeconfig, "utf8").replace(plane.url, proxy.url);
  const clock = { now: () => Date.now(), sleep: (milliseconds: number) => sleep(milliseconds) };
  const repeated: string[] = [];
  const say = (line: string): void => void repeated.push(line);
  const over = new AbortController();
  const log = { debug: say, info: say, warning: say };
  const api = patientApi(await openApi(kubeconfig), { clock, log, signal: over.signal });
  const objects = openObjects(api);

  const names: string[] = [];
  const [seen, drops] = [new Set<string>(), new Set<string>()];
  const watching = api.watch(
    {
      path: "/api/v1/namespaces/default/configmaps",
      onSet: (object) => void seen.add(stringAt(object, "metadata", "name") ?? ""),
      onGone: () => undefined,
      onDropped: (why) => void drops.add(why),
    },
    over.signal,
  );
  const cutting = setInterval(() => proxy.drop(), 400);
  try {
    const apply = async (name: string): Promise<void> => {
      const manifest = { apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace: "default" } };
      const answer = await objects.apply({ ...manifest, data: { filling: "x".repeat(200_000) } });
      expect([200, 201]).toContain(answer?.status);
      names.push(name);
    };
    for (let batch = 0; batch < batches; batch += 1) {
      await Promise.all(Array.from({ length: together }, (_, index) => apply(`one-${batch}-${index}`)));
      await sleep(100);
    }
    await until("every object seen", async () => names.every((name) => seen.has(name)), { within: 30_000 });
  } finally {
    clearInterval(cutting);
    over.abort();
    await watching;
  }
  console.log(
    `${names.length} applies, ${proxy.dropped} sockets cut, ${repeated.length} requests repeated; the watch: ${[...drops].join("; ")}`,
  );
  expect(proxy.dropped).toBeGreaterThan(4);
  expect(drops.size).toBeGreaterThan(0);
});
