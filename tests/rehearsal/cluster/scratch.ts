import { mkdtempSync, readFileSync } from "node:fs";
import { bootstrap } from "../../../src/bootstrap.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { startControlPlane } from "../../control-plane/control-plane.ts";
import { argocdSource } from "../../control-plane/binaries.ts";
import { startServer } from "../../registries/loopback-server.ts";
import { openPlatform } from "./platform.ts";
import { changeLines } from "../../../src/cluster/waiting/text.ts";
import { plain } from "../../../src/report/text/style.ts";
const folder = mkdtempSync("/tmp/cluster/s-");
const mirror = await startServer(({ path }, response) => {
  const f = /^\/v3\.6\.1\/(manifests\/.*)$/.exec(path)?.[1];
  response.end(readFileSync(argocdSource() + "/" + f));
});
const platform = await openPlatform(folder);
const t0 = Date.now();
const plane = await startControlPlane();
console.log("plane", Date.now() - t0);
const stop = new AbortController();
(async () => {
  for (; !stop.signal.aborted;) {
    await sleep(300);
    for (const kind of ["deployments", "statefulsets"]) {
      const { body } = (await plane.api
        .get(`/apis/apps/v1/namespaces/argocd/${kind}`)
        .catch(() => ({ body: {} }))) as any;
      for (const it of body.items ?? [])
        if (it.status?.observedGeneration !== it.metadata.generation)
          await plane.api.patch(
            `/apis/apps/v1/namespaces/argocd/${kind}/${it.metadata.name}/status`,
            {
              status: {
                observedGeneration: it.metadata.generation,
                replicas: 1,
                updatedReplicas: 1,
                availableReplicas: 1,
                readyReplicas: 1,
              },
            },
            "application/merge-patch+json",
          );
    }
  }
})();
const go = async (o = {}) => {
  const lines: string[] = [];
  let last: any;
  const say = (m: string) => {
    lines.push(m);
  };
  const t = Date.now();
  try {
    const r = await bootstrap(
      {
        root: platform.root,
        environment: "rehearsal",
        ifBusy: "leave",
        conflicts: "report",
        timeLimit: 120_000,
        identity: "me",
        diagnosisFile: folder + "/d.md",
        argocdMirror: mirror.url,
        ...o,
      },
      {
        connect: async () => ({
          kubeconfig: readFileSync(plane.kubeconfig, "utf8"),
          [Symbol.asyncDispose]: async () => undefined,
        }),
        clock: { now: () => Date.now(), sleep: async (ms, s) => sleep(ms, undefined, s ? { signal: s } : {}) },
        log: { debug: say, info: say, warning: say },
        signal: new AbortController().signal,
        env: { PATH: process.env.PATH, HOME: folder },
        randomPassword: () => "x",
        onSection: say,
        onProgress(p, e) {
          lines.push(...changeLines(last, p, e, plain));
          last = p;
        },
      },
    );
    console.log(
      Date.now() - t,
      "steps",
      r.steps.map((s) => s.title + " (" + s.why + ")"),
      r.failure,
    );
  } catch (e) {
    console.log(Date.now() - t, e);
  }
  console.log(lines.join("\n"));
};
try {
  await go();
  await go({ timeLimit: 60_000 });
  console.log(readFileSync(folder + "/d.md", "utf8").slice(0, 3000));
} finally {
  stop.abort();
  await plane[Symbol.asyncDispose]();
  process.exit(0);
}
