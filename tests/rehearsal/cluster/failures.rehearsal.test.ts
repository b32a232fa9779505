import { readFileSync, statSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BootstrapOptions, BootstrapResult } from "../../../src/bootstrap/options.ts";
import { describeReason } from "../../../src/cluster/waiting/text.ts";
import { fateLabel } from "../../control-plane/stages.ts";
import { openRehearsal, type Rehearsal, timed } from "./rehearsal.ts";

const dev = "manifests/apps/payload-cms/overlays/dev/kustomization.yaml";
const base = "manifests/apps/payload-cms/base/kustomization.yaml";
const migrate = "manifests/apps/payload-cms/base/migrate.yaml";
const platform = "manifests/apps/platform/kustomization.yaml";

let rehearsal: Rehearsal;
let well: string;
beforeAll(async () => {
  rehearsal = await openRehearsal();
  const { failure } = await timed("from nothing to every Application there", () => rehearsal.run());
  expectNoFailure(failure);
  well = rehearsal.platform.git("rev-parse", "HEAD");
});
afterAll(() => rehearsal?.[Symbol.asyncDispose]());

function expectNoFailure(failure: BootstrapResult["failure"]): void {
  if (failure !== undefined) console.log(rehearsal.lines.join("\n"));
  expect(failure).toBeUndefined();
}

/** What a run says after a push, and then that everything is well again once the push is undone. */
async function whatHappens(
  what: string,
  files: Record<string, string | undefined>,
  options: Partial<BootstrapOptions> = {},
): Promise<{ result: BootstrapResult; said: string[] }> {
  rehearsal.platform.push(files);
  const result = await timed(`${what}, told`, () => rehearsal.run(options));
  console.log(rehearsal.lines.join("\n"));
  const said = result.waited.progress.applications.flatMap(({ name, reasons }) =>
    reasons.map(
      (reason) => `${name}: ${describeReason(reason)}${reason.tail === undefined ? "" : ` | ${reason.tail}`}`,
    ),
  );
  rehearsal.platform.git("rm", "--quiet", "-r", "manifests");
  rehearsal.platform.git("checkout", "--quiet", well, "--", "manifests");
  rehearsal.platform.push({}, "back to what was well");
  const after = await timed(`${what}, mended`, () => rehearsal.run({ patience: { none: 30_000, little: 30_000 } }));
  expectNoFailure(after.failure);
  return { result, said };
}

const append = (file: string, text: string): Record<string, string> => ({
  [file]: rehearsal.platform.read(file) + text,
});

const fated = (kind: string, name: string, fate: string): Record<string, string> =>
  append(
    dev,
    `patches:
  - target: { kind: ${kind}, name: ${name} }
    patch: |-
      - { op: add, path: /spec/template/metadata/labels/${fateLabel.replace("/", "~1")}, value: ${fate} }
`,
  );

const beside = (manifest: string): Record<string, string> => ({
  ...append(platform, "  - beside.yaml\n"),
  "manifests/apps/platform/beside.yaml": manifest,
});

const workload = (spec: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: beside, namespace: argocd }
spec:
  selector: { matchLabels: { app: beside } }
  template:
    metadata: { labels: { app: beside } }
    spec: ${spec}
`;

describe("a run says why an Application does not become healthy", () => {
  it("where a commit does not render", async () => {
    const { result, said } = await whatHappens("a commit that does not render", { [dev]: "resources: [\n" });
    expect(result.failure).toMatchObject({ code: "SLW-STUCK" });
    expect(said).toContainEqual(expect.stringMatching(/^payload-cms: ComparisonError: .*kustomiz/s));
  });

  it("where an image is missing", async () => {
    const { result, said } = await whatHappens("a missing image", fated("Deployment", "payload", "image-missing"));
    expect(result.failure).toMatchObject({ code: "SLW-STUCK" });
    expect(said).toContainEqual(
      expect.stringMatching(/^payload-cms: Pod payload\/payload-.* ImagePullBackOff: .*payload-cms:3/),
    );
  });

  it("where a hook fails, with the last lines of its log", async () => {
    const line = 'relation "users" does not exist';
    writeFileSync(rehearsal.workloads.logFile, `2026-11-30T07:00:00.000000000Z stderr F ${line}\n`);
    const { result, said } = await whatHappens("a failing hook", {
      ...fated("Job", "payload-migrate", "fails"),
      [migrate]: rehearsal.platform.read(migrate).replace("backoffLimit: 3", "backoffLimit: 0"),
      // A hook alone is no difference that Argo CD would sync.
      [base]: rehearsal.platform.read(base).replace(/newTag: .*/, 'newTag: "9.9.9"'),
    });
    expect(result.failure).toMatchObject({ code: "SLW-STUCK" });
    expect(said).toContainEqual(
      expect.stringMatching(/^payload-cms: Job payload\/payload-migrate (?:Sync hook )?failed/),
    );
    expect(said).toContainEqual(expect.stringContaining(line));
  });

  it("where a pod asks for more memory than there is", async () => {
    const spec = "{ containers: [{ name: main, image: x, resources: { requests: { memory: 64Gi } } }] }";
    const { result, said } = await whatHappens("a pod without a node", beside(workload(spec)));
    expect(result.failure).toMatchObject({ code: "SLW-STUCK", message: /Insufficient memory/ });
    expect(said).toContainEqual(
      expect.stringMatching(/^platform: Pod argocd\/beside-.* cannot be scheduled: .*Insufficient memory/),
    );
  });

  it("where a volume is not bound", async () => {
    const spec =
      "{ containers: [{ name: main, image: x }], volumes: [{ name: data, persistentVolumeClaim: { claimName: beside } }] }";
    const claim = `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: beside, namespace: argocd }
spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 1Gi } } }
`;
    const { result, said } = await whatHappens("an unbound volume", beside(workload(spec) + claim));
    expect(result.failure).toMatchObject({ code: "SLW-STUCK" });
    expect(said).toContainEqual(
      expect.stringMatching(/^platform: PersistentVolumeClaim argocd\/beside is not bound: .*"fast" not found/),
    );
  });

  it("where its project refuses it", async () => {
    const file = "manifests/argocd/applications/payload-cms.yaml";
    const elsewhere = rehearsal.platform.read(file).replace("namespace: payload\n", "namespace: kube-system\n");
    const { result, said } = await whatHappens("a refused destination", { [file]: elsewhere });
    expect(result.failure).toMatchObject({ code: "SLW-STUCK" });
    expect(said).toContainEqual(expect.stringMatching(/^payload-cms: InvalidSpecError: .*applications/));
  });

  it("where a quota refuses its pods", async () => {
    const request = append(
      dev,
      `patches:
  - target: { kind: Deployment, name: payload }
    patch: |-
      - { op: replace, path: /spec/template/spec/containers/0/resources/requests/memory, value: 1Gi }
      - { op: replace, path: /spec/replicas, value: 6 }
`,
    );
    const { result, said } = await whatHappens("a full quota", request);
    expect(result.failure).toMatchObject({ code: "SLW-STUCK" });
    expect(said).toContainEqual(
      expect.stringMatching(/^payload-cms: Deployment payload\/payload gets no pods: .*exceeded quota/),
    );
  });
});

describe("a time limit that expires", () => {
  it("leaves a diagnosis that only its owner reads", async () => {
    const patient = { timeLimit: 45_000, patience: { none: 100_000, little: 100_000 } };
    const fate = fated("Deployment", "payload", "image-missing");
    const { result } = await whatHappens("an expired time limit", fate, patient);
    expect(result.failure).toMatchObject({ code: "SLW-TIME-LIMIT", message: /payload-cms/ });
    const file = result.diagnosisFile ?? "";
    const text = readFileSync(file, "utf8");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(text).toMatch(/ImagePullBackOff/);
    expect(text).toMatch(/## Nodes[\s\S]*memory: 7600Mi/);
    expect(text).not.toContain("demo-secret-that-signs-nothing");
  });
});
