import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driftMarkdown, driftText } from "../../../src/cluster/status/drift.ts";
import { plain } from "../../../src/report/text/style.ts";
import { openRehearsal, type Rehearsal, timed } from "./rehearsal.ts";

const application = "manifests/argocd/applications/platform.yaml";
const role = "manifests/apps/platform/viewers.yaml";

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await openRehearsal();
  // Argo CD would heal what differs at once, and there would be nothing to tell.
  const manual = rehearsal.platform.read(application).replace(/ *automated: .*\n/, "");
  rehearsal.platform.push({ [application]: manual });
  await rehearsal.run({ patience: { none: 5_000, little: 5_000 } });
});
afterAll(() => rehearsal?.[Symbol.asyncDispose]());

const sync = { operation: { sync: {} } };
const path = "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/platform";

describe("status", () => {
  it("is clean where the cluster is as Git has it", async () => {
    await rehearsal.plane.api.patch(path, sync, "application/merge-patch+json");
    const { failure } = await rehearsal.run({ patience: { none: 60_000, little: 60_000 } });
    expect(failure).toBeUndefined();
    const report = await timed("status", () => rehearsal.status());
    expect(report.drifted).toEqual([]);
    expect(report.clean).toBe(true);
  });

  it("tells what differs, what a sync would change, and that nobody will sync it", async () => {
    const text = rehearsal.platform.read(role);
    rehearsal.platform.push({ [role]: text.replace("      - jobs\n", "      - jobs\n      - limitranges\n") });
    const { failure } = await rehearsal.run();
    expect(failure).toMatchObject({ code: "SLW-STUCK", message: /^platform: has changes and no automated sync/ });
    const report = await rehearsal.status();
    console.log(driftText(report, plain, 100));
    expect(report.clean).toBe(false);
    expect(report.drifted).toEqual([
      expect.objectContaining({
        application: "platform",
        kind: "ClusterRole",
        name: "platform-viewer",
        surplus: false,
      }),
    ]);
    expect(report.changes).toHaveLength(1);
    expect(driftText(report, plain, 100)).toMatch(/ClusterRole platform-viewer[\s\S]*limitranges/);
    expect(driftMarkdown(report)).toContain("limitranges");
  });
});
