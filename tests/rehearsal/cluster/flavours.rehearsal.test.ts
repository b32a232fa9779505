import { describe, expect, it } from "vitest";
import { node } from "../../control-plane/workloads.ts";
import { until } from "../../control-plane/processes.ts";
import { openRehearsal, type Rehearsal, timed } from "./rehearsal.ts";

const file = "manifests/environments/rehearsal.yaml";
const initialSecret = "/api/v1/namespaces/argocd/secrets/argocd-initial-admin-secret";

/** What Argo CD's own API server says to a log-in. */
async function logIn(rehearsal: Rehearsal, password: string): Promise<number> {
  const argo = await rehearsal.argo();
  return (await argo.post("/api/v1/session", { username: "admin", password })).status;
}

describe.each([
  { flavour: "standard", nodes: [], workloads: ["argocd-server", "argocd-dex-server"] },
  // Its parts do not share a node.
  { flavour: "ha", nodes: ["node2", "node3"], workloads: ["argocd-server", "argocd-redis-ha-haproxy"] },
])("the flavour $flavour", ({ flavour, nodes, workloads }) => {
  it("comes up with the password that was asked for, and takes another", async () => {
    await using rehearsal = await openRehearsal();
    for (const name of nodes) expect((await rehearsal.plane.api.post("/api/v1/nodes", node(name))).status).toBe(201);
    const environment = rehearsal.platform
      .read(file)
      .replace("version: v3.6.1,", `version: v3.6.1, flavour: ${flavour},`);
    rehearsal.platform.push({ [file]: environment });

    const first = { adminPassword: "the first password" };
    const result = await timed(`${flavour}, from nothing`, () => rehearsal.run(first));
    if (result.failure !== undefined) console.log(rehearsal.lines.join("\n"));
    expect(result.failure).toBeUndefined();
    expect(result.argocd.flavour).toBe(flavour);
    for (const name of workloads) {
      const { body } = await rehearsal.plane.api.get(`/apis/apps/v1/namespaces/argocd/deployments/${name}`);
      expect(body).toMatchObject({ kind: "Deployment", metadata: { name } });
    }
    await until("log-in", async () => (await logIn(rehearsal, first.adminPassword)) === 200, { within: 30_000 });
    expect(await logIn(rehearsal, "a guess")).toBe(401);
    expect((await rehearsal.plane.api.get(initialSecret)).status).toBe(404);
    expect((await rehearsal.run(first)).steps).toEqual([]);

    const second = { adminPassword: "the second password" };
    expect((await rehearsal.run(second)).steps.map(({ id }) => id)).toEqual(["rotate-admin"]);
    await until("new log-in", async () => (await logIn(rehearsal, second.adminPassword)) === 200, { within: 30_000 });
    expect(await logIn(rehearsal, first.adminPassword)).toBe(401);
  });
});
