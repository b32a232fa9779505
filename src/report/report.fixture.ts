import type { Change, FieldChange } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { ApplicationReport, Report } from "../model/report.ts";

export function application(name: string, rest: Partial<ApplicationReport> = {}): ApplicationReport {
  return {
    name,
    kind: "Application",
    wave: 0,
    file: `manifests/argocd/applications/${name}.yaml`,
    line: 1,
    sources: [`manifests/apps/${name}`],
    status: "rendered",
    resources: 10,
    ...rest,
  };
}

export function finding(rule: string, rest: Partial<Finding> = {}): Finding {
  return {
    rule,
    severity: "error",
    message: "Something is wrong",
    at: [],
    docs: `https://github.com/slipway-dev/slipway/blob/main/docs/rules/${rule.replace("/", "-")}.md`,
    ...rest,
  };
}

/** `Deployment shop/web` of an Application, with these fields. */
export function change(app: string, id: string, fields: FieldChange[] = [], rest: Partial<Change> = {}): Change {
  const [kind = "", place = ""] = id.split(" ");
  const [namespace = "", name = ""] = place.includes("/") ? place.split("/") : ["", place];
  const resource = { apiVersion: "v1", kind, name, ...(namespace === "" ? {} : { namespace }) };
  return { application: app, resource, kind: "changed", fields, effects: [], at: [], ...rest };
}

export function report(rest: Partial<Report> = {}): Report {
  return {
    version: 1,
    slipway: "0.1.0",
    kubernetesVersion: "1.36",
    applications: [],
    findings: [],
    changes: [],
    stats: { applications: 0, resources: 0, rendered: 0, cached: 0, durations: { total: 1420 }, peakMemoryBytes: 0 },
    ...rest,
  };
}

/** A pull request with something of everything. */
export function example(): Report {
  const quiet = ["cert-manager", "cnpg", "loki", "alloy", "kyverno"].map((name) =>
    application(name, { status: "unchanged" }),
  );
  return report({
    base: { ref: "main", commit: "4f2a9c1d8e7b6a5948372615049382716f5e4d3c" },
    applications: [
      ...quiet,
      application("observability", {
        wave: -1,
        status: "not-rendered",
        reason:
          "chart kube-prometheus-stack 56.0.0 is not in the cache and prometheus-community.github.io did not answer",
        resources: 0,
      }),
      application("payload-dev", { wave: 1, resources: 14 }),
      application("payload-production", { wave: 1, resources: 17 }),
    ],
    findings: [
      finding("schema/invalid", {
        message: "spec.replicas must be an integer, not a string",
        detail: "at '/spec/replicas': got string, want null or integer",
        hint: "Write the number without quotes",
        application: "payload-production",
        path: "spec.replicas",
        resource: { apiVersion: "apps/v1", kind: "Deployment", namespace: "payload", name: "payload" },
        at: [
          { file: "manifests/apps/payload-cms/overlays/production/replicas.yaml", line: 6, column: 13, via: "patch" },
          { file: "manifests/apps/payload-cms/base/deployment.yaml", line: 8, column: 3, via: "base" },
        ],
      }),
      finding("render/source-unavailable", {
        severity: "warning",
        message: "Chart kube-prometheus-stack 56.0.0 could not be fetched",
        hint: "Run again with network, or add the chart to the cache",
        application: "observability",
        at: [{ file: "manifests/apps/observability/kustomization.yaml", line: 5, column: 5 }],
      }),
      finding("yaml/norway", {
        severity: "notice",
        message: "`no` is read as false",
        at: [{ file: "manifests/environments/dev.yaml", line: 14, column: 10 }],
      }),
    ],
    changes: [
      change(
        "payload-dev",
        "Deployment payload/payload",
        [
          {
            path: "spec.template.spec.containers[name=payload].image",
            before: "ghcr.io/example/payload:3.90.1",
            after: "ghcr.io/example/payload:3.90.2",
          },
          {
            path: "spec.template.spec.containers[name=payload].env[name=LOG_LEVEL]",
            after: { name: "LOG_LEVEL", value: "debug" },
          },
        ],
        {
          effects: [
            {
              kind: "rollout",
              level: "caution",
              message: "stops its only pod, then starts a new one; downtime of about 1 min for payload.example",
              pods: 1,
              downtime: 45,
              hosts: ["payload.example"],
            },
            { kind: "image", level: "note", message: "changes example/payload 3.90.1 → 3.90.2 (patch)" },
          ],
        },
      ),
      change(
        "payload-dev",
        "ConfigMap payload/payload-config-9b5h6g2t4k",
        [
          {
            path: 'data["payload.yaml"]',
            text: "@@ -1,4 +1,4 @@\n server:\n   port: 3000\n-  uploads: 10Mi\n+  uploads: 25Mi\n   trace: false",
          },
        ],
        {
          kind: "renamed",
          previous: {
            resource: { apiVersion: "v1", kind: "ConfigMap", namespace: "payload", name: "payload-config-7k4mc2tdf8" },
          },
        },
      ),
      change("payload-dev", "Secret payload/payload-db", [{ path: "data.password", text: "(changed, value hidden)" }], {
        effects: [{ kind: "secret", level: "caution", message: "changes 1 secret value (password)" }],
      }),
      change(
        "payload-dev",
        "StatefulSet payload/postgres",
        [{ path: "spec.serviceName", before: "db", after: "postgres" }],
        {
          effects: [
            {
              kind: "rejected",
              level: "danger",
              message: "is rejected by the API server: spec.serviceName cannot change",
              hint: "Give it a new name, or delete it first with --cascade=orphan, which leaves its pods running",
            },
          ],
        },
      ),
      change(
        "payload-dev",
        "NetworkPolicy payload/default-deny",
        [
          {
            path: "",
            text: "+apiVersion: networking.k8s.io/v1\n+kind: NetworkPolicy\n+metadata:\n+  name: default-deny",
          },
        ],
        { kind: "added" },
      ),
      change("payload-dev", "PersistentVolumeClaim payload/uploads", [], {
        kind: "removed",
        effects: [{ kind: "deletes-data", level: "danger", message: "deletes its volume's data when it is pruned" }],
      }),
      change("payload-production", "Deployment payload/payload", [], {
        effects: [
          {
            kind: "rollout",
            level: "note",
            message: "restarts its 3 pods, a few at a time (ConfigMap payload-config-9b5h6g2t4k changed)",
            pods: 3,
          },
        ],
      }),
      change("legacy-blog", "Service blog/web", [], { kind: "removed" }),
    ],
    applicationChanges: [{ application: "legacy-blog", kind: "removed" }],
    effects: [
      {
        application: "payload-production",
        kind: "manual-sync",
        level: "note",
        message: "is not synced automatically: the change waits for somebody to sync it",
      },
      { kind: "fit", level: "note", message: "everything together asks for 1.5 → 1.75 CPU" },
    ],
    environments: [
      {
        environment: "dev",
        kind: "changed",
        file: "manifests/environments/dev.yaml",
        fields: [
          { path: "spec.server.types", before: ["cx23"], after: ["cx33"] },
          { path: "spec.budget", after: { monthlyEUR: 8 } },
        ],
        effects: [
          {
            level: "danger",
            message: "replaces its server: type cx23 → cx33",
            hint: "Everything on its disk is lost that is not in a backup or on a volume",
          },
        ],
        cost: {
          before: "5.99",
          after: "8.99",
          difference: "+3.00",
          budget: "8.00",
          isOverBudget: true,
          pricesOf: "2026-11-30",
        },
      },
    ],
    headline:
      "1 resource loses its data, 1 change is rejected, 4 pods restart, about 1 min without payload.example, 2 resources are deleted",
  });
}
