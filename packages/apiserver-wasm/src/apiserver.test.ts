import { describe, expect, test } from "vitest";
import { createApiserver } from "./index.ts";
import type { Manifest, Review, ReviewItem } from "./index.ts";

const apiserver = await createApiserver();

function review(item: ReviewItem, definitions: readonly Manifest[] = []): Review {
  const [found] = apiserver.review([item], definitions);
  if (found === undefined) throw new Error("no review");
  return found;
}

const container = { name: "web", image: "nginx:1.27" };
const podSpec = (more: object = {}) => ({ containers: [{ ...container, ...more }] });
const pod = (more: object = {}) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "web" }, spec: podSpec(more) });
const deployment = (more: object = {}, podMore: object = {}) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: {
    selector: { matchLabels: { app: "web" } },
    template: { metadata: { labels: { app: "web" } }, spec: podSpec(podMore) },
    ...more,
  },
});
const service = (spec: object) => ({ apiVersion: "v1", kind: "Service", metadata: { name: "web" }, spec });

const definition = (properties: object) => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "widgets.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { plural: "widgets", singular: "widget", kind: "Widget", listKind: "WidgetList" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", properties: { spec: { type: "object", properties } } } },
      },
    ],
  },
});
const widget = (spec: object) => ({ apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "gear" }, spec });

describe("an object", () => {
  test("that is fine has an empty review", () => {
    expect(review({ object: deployment() })).toEqual({
      verdict: "accepted",
      reviewedAs: "create",
      errors: [],
      warnings: [],
      unknownFields: [],
      podSecurity: [],
      limits: [],
    });
  });

  test("is rejected in the API server's words", () => {
    expect(review({ object: deployment({ replicas: -1 }) })).toMatchObject({
      verdict: "rejected",
      message: 'Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
      reason: "Invalid",
      code: 422,
      errors: [
        {
          type: "FieldValueInvalid",
          field: "spec.replicas",
          badValue: -1,
          detail: "must be greater than or equal to 0",
        },
      ],
    });
  });

  test("with a misspelt field is told the closest one", () => {
    const { message, unknownFields } = review({ object: deployment({ replcas: 2 }, { volumeMount: [] }) });
    expect(message).toBe(
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: ' +
        'unknown field "spec.template.spec.containers[0].volumeMount", unknown field "spec.replcas"',
    );
    expect(unknownFields).toEqual([
      { field: "spec.template.spec.containers[0].volumeMount", closest: "volumeMounts" },
      { field: "spec.replcas", closest: "replicas" },
    ]);
  });

  test("with a value of the wrong type is told where", () => {
    expect(review({ object: deployment({ replicas: "2" }) }).errors).toMatchObject([
      { type: "BadRequest", field: "", near: "spec.replicas" },
    ]);
  });

  test("is defaulted on request", () => {
    const { defaulted } = review({ object: deployment(), defaulted: true });
    expect(defaulted).toMatchObject({
      spec: { replicas: 1, strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%" } } },
    });
  });

  test("may come with warnings", () => {
    const object = pod({
      env: [
        { name: "A", value: "b" },
        { name: "A", value: "c" },
      ],
    });
    expect(review({ object }).warnings).toEqual([
      'spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply',
    ]);
  });

  test("of an unknown kind is neither accepted nor rejected", () => {
    expect(review({ object: { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "a" } } })).toMatchObject(
      {
        verdict: "unknown",
        message: 'no matches for kind "Widget" in version "example.com/v1"',
      },
    );
  });

  test.each(["", "{", "[]", "null", '"a"', "{}", '{"apiVersion":1,"kind":{}}'])(
    "that is the text %j is no crash",
    (object) => {
      expect(review({ object }).verdict).toBe("unknown");
    },
  );

  test.each([299, 50_000])("that is nested %d levels deep is no crash, and leaves the others alone", (depth) => {
    const data = `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const object = `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":${data}}`;
    expect(apiserver.review([{ object }, { object: deployment() }])).toMatchObject([
      { verdict: "rejected", reason: "BadRequest" },
      { verdict: "accepted" },
    ]);
  });
});

test("an object that is too large for the engine costs the others nothing", async () => {
  const small = await createApiserver({ memoryLimitBytes: 192 * 1024 ** 2 });
  const data = { a: "x".repeat(100 * 1024 ** 2) };
  const huge = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data };
  const reviews = small.review([{ object: deployment() }, { object: huge }, { object: deployment({ replicas: -1 }) }]);
  expect(reviews.map(({ verdict }) => verdict)).toEqual(["accepted", "unknown", "rejected"]);
  expect(reviews[1]?.message).toMatch(/memory/);
});

describe("an update", () => {
  test("of an immutable field is rejected, however it is applied", () => {
    const selector = { matchLabels: { app: "web", tier: "front" } };
    const template = { metadata: { labels: { app: "web", tier: "front" } }, spec: podSpec() };
    for (const apply of ["client", "server", "replace"] as const) {
      const { reviewedAs, errors } = review({
        oldObject: deployment({ template }),
        object: deployment({ template, selector }),
        apply,
      });
      expect(reviewedAs).toBe("update");
      expect(errors.map(({ field, detail }) => [field, detail])).toEqual([["spec.selector", "field is immutable"]]);
    }
  });

  test("keeps what the API server allocated", () => {
    const { verdict, defaulted } = review({
      oldObject: service({ type: "NodePort", ports: [{ port: 80, nodePort: 30_080 }] }),
      object: service({ type: "NodePort", ports: [{ port: 80 }] }),
      apply: "replace",
      defaulted: true,
    });
    expect(verdict).toBe("accepted");
    expect(defaulted).toMatchObject({ spec: { clusterIP: expect.any(String), ports: [{ nodePort: 30_080 }] } });
  });

  test("of an object that would have been rejected is a creation", () => {
    expect(review({ oldObject: deployment({ replicas: -1 }), object: deployment() })).toMatchObject({
      verdict: "accepted",
      reviewedAs: "create",
    });
  });

  test("of another object is a creation", () => {
    const old = { ...deployment(), metadata: { name: "other" } };
    expect(review({ oldObject: old, object: deployment() }).reviewedAs).toBe("create");
  });
});

describe("client-side apply", () => {
  test("keeps the manifest in an annotation, which has a limit that server-side apply does not", () => {
    const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: "x".repeat(300_000) } };
    expect(review({ object })).toMatchObject({
      verdict: "rejected",
      errors: [{ field: "metadata.annotations", type: "FieldValueTooLong" }],
    });
    expect(review({ object, apply: "server" }).verdict).toBe("accepted");
  });
});

describe("custom resources", () => {
  const limited = definition({
    size: { type: "integer", "x-kubernetes-validations": [{ rule: "self >= oldSelf", message: "it may only grow" }] },
    big: { type: "integer", format: "int64" },
  });

  test("are held to their rules, against the old object too", () => {
    expect(review({ oldObject: widget({ size: 3 }), object: widget({ size: 2 }) }, [limited]).errors).toMatchObject([
      { type: "FieldValueInvalid", field: "spec.size", detail: "it may only grow" },
    ]);
    expect(review({ oldObject: widget({ size: 3 }), object: widget({ size: 4 }) }, [limited]).verdict).toBe("accepted");
  });

  test("are told the closest field", () => {
    expect(review({ object: widget({ sise: 1 }) }, [limited]).unknownFields).toEqual([
      { field: "spec.sise", closest: "size" },
    ]);
  });

  test("keep large integers", () => {
    const object = `{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"gear"},"spec":{"big":9007199254740993}}`;
    expect(review({ object }, [limited]).verdict).toBe("accepted");
  });

  test("are judged by the definition of the call, which is asked for by kind", () => {
    const text = definition({ size: { type: "string" } });
    const asked: string[] = [];
    const lookup = (group: string, kind: string) => {
      asked.push(`${group}/${kind}`);
      return text;
    };
    expect(review({ object: widget({ size: 1 }) }, [limited]).verdict).toBe("accepted");
    expect(
      apiserver.review([{ object: widget({ size: 1 }) }, { object: widget({ size: "a" }) }], lookup),
    ).toMatchObject([{ verdict: "rejected" }, { verdict: "accepted" }]);
    expect(new Set(asked)).toEqual(new Set(["example.com/Widget"]));
    expect(review({ object: widget({ size: 1 }) }, [limited]).verdict).toBe("accepted");
  });

  test("that are nested as deeply as may be are reviewed", () => {
    const free = definition({ free: { type: "object", "x-kubernetes-preserve-unknown-fields": true } });
    const deep = `${'{"a":'.repeat(296)}1${"}".repeat(296)}`;
    const object = `{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"gear"},"spec":{"free":${deep}}}`;
    expect(review({ object }, [free]).verdict).toBe("accepted");
    expect(review({ object, oldObject: object }, [free])).toMatchObject({ verdict: "accepted", reviewedAs: "update" });
  });

  test("of a definition that can't be read are refused, and nothing else", () => {
    const broken = definition({ size: { type: "integer", minimum: "one" } });
    expect(apiserver.review([{ object: widget({}) }, { object: pod() }], [broken])).toMatchObject([
      { verdict: "rejected", reason: "InternalError" },
      { verdict: "accepted" },
    ]);
  });
});

describe("admission", () => {
  const restricted = { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "restricted" } };

  test("refuses a pod that violates the namespace's level", () => {
    const { verdict, message } = review({ object: pod(), namespace: restricted });
    expect(verdict).toBe("rejected");
    expect(message).toMatch(
      /^pods "web" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation/,
    );
  });

  test("takes a workload whose pods will be refused, and says so", () => {
    const { verdict, podSecurity } = review({ object: deployment(), namespace: restricted });
    expect(verdict).toBe("accepted");
    const violated = { level: "restricted", version: "latest" };
    // Whoever enforces a level is warned of it too.
    expect(podSecurity).toMatchObject([
      { mode: "enforce", ...violated },
      { mode: "warn", ...violated },
    ]);
  });

  const limits = {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "limits" },
    spec: { limits: [{ type: "Container", max: { memory: "1Gi" } }] },
  };
  const hungry = { resources: { limits: { memory: "2Gi" } } };

  test("applies LimitRanges", () => {
    const namespace = { limitRanges: [limits] };
    expect(review({ object: pod(hungry), namespace }).message).toBe(
      'pods "web" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi',
    );
    expect(review({ object: deployment({}, hungry), namespace })).toMatchObject({
      verdict: "accepted",
      limits: [{ limitRange: "limits", detail: "maximum memory usage per Container is 1Gi, but limit is 2Gi" }],
    });
    expect(review({ object: pod(), namespace, defaulted: true }).defaulted).toMatchObject({
      spec: { containers: [{ resources: { limits: { memory: "1Gi" } } }] },
    });
  });

  const policy = (spec: object) => ({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "replicas" },
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: ["apps"], apiVersions: ["v1"], operations: ["CREATE", "UPDATE"], resources: ["deployments"] },
        ],
      },
      ...spec,
    },
  });
  const binding = (spec: object = {}) => ({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: "everywhere" },
    spec: { policyName: "replicas", validationActions: ["Deny"], ...spec },
  });
  const admitted = (policies: Manifest[], bindings: Manifest[], item: ReviewItem, parameters: Manifest[] = []) =>
    apiserver.review([item], [], { policies, bindings, parameters })[0];
  const few = policy({
    variables: [{ name: "wanted", expression: "object.spec.replicas" }],
    validations: [
      { expression: "variables.wanted <= 5", messageExpression: "string(variables.wanted) + ' are too many'" },
    ],
  });

  test("evaluates ValidatingAdmissionPolicies", () => {
    expect(admitted([few], [binding()], { object: deployment({ replicas: 9 }) })).toMatchObject({
      verdict: "rejected",
      reason: "Invalid",
      message:
        "deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'replicas' with binding 'everywhere' denied request: 9 are too many",
    });
    expect(admitted([few], [binding()], { object: deployment({ replicas: 5 }) })?.verdict).toBe("accepted");
    expect(admitted([few], [], { object: deployment({ replicas: 9 }) })?.verdict).toBe("accepted");
    expect(
      admitted([few], [binding({ validationActions: ["Warn"] })], { object: deployment({ replicas: 9 }) }),
    ).toMatchObject({
      verdict: "accepted",
      warnings: [
        "Validation failed for ValidatingAdmissionPolicy 'replicas' with binding 'everywhere': 9 are too many",
      ],
    });
  });

  test("binds them to namespaces by label, with the old object and with parameters", () => {
    const selective = binding({ matchResources: { namespaceSelector: { matchLabels: { tier: "production" } } } });
    const item = { object: deployment({ replicas: 9 }) };
    expect(admitted([few], [selective], item)?.verdict).toBe("accepted");
    const namespace = { name: "shop", labels: { tier: "production" } };
    expect(admitted([few], [selective], { ...item, namespace })?.verdict).toBe("rejected");

    const steady = policy({
      validations: [{ expression: "oldObject == null || object.spec.replicas >= oldObject.spec.replicas" }],
    });
    expect(admitted([steady], [binding()], { object: deployment({ replicas: 1 }) })?.verdict).toBe("accepted");
    const shrunk = { object: deployment({ replicas: 1 }), oldObject: deployment({ replicas: 2 }) };
    expect(admitted([steady], [binding()], shrunk)?.verdict).toBe("rejected");

    const parameterised = policy({
      paramKind: { apiVersion: "v1", kind: "ConfigMap" },
      validations: [{ expression: "object.spec.replicas <= int(params.data.most)" }],
    });
    const bound = binding({ paramRef: { name: "most", namespace: "default", parameterNotFoundAction: "Deny" } });
    const most = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "most", namespace: "default" },
      data: { most: "3" },
    };
    expect(admitted([parameterised], [bound], item, [most])?.verdict).toBe("rejected");
    expect(admitted([parameterised], [bound], { object: deployment({ replicas: 3 }) }, [most])?.verdict).toBe(
      "accepted",
    );
    expect(admitted([parameterised], [bound], { object: deployment({ replicas: 3 }) })?.verdict).toBe("rejected");
  });
});
