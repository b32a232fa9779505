import { describe, expect, it } from "vitest";
import { all, application, custom, deployment, found } from "./wiring.fixture.ts";

const map = (name: string, data = "{ A: a }"): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: ${data}`;
const key = (kind: "configMap" | "secret", name: string, of: string, rest = ""): string =>
  `env: [{ name: V, valueFrom: { ${kind}KeyRef: { name: ${name}, key: ${of}${rest} } } }]`;
const needs = (container: string, spec = ""): string => deployment("web", spec, container);
const rules = (...documents: string[]): string[] =>
  found(application(all(...documents))).map((one) => one.split(":", 1)[0] ?? "");

describe("what pods need", () => {
  it.each([
    ["a variable", needs(key("configMap", "c", "A"))],
    ["an environment", needs("envFrom: [{ configMapRef: { name: c } }]")],
    ["a volume", needs("", "volumes: [{ name: v, configMap: { name: c } }]")],
    ["a projected volume", needs("", "volumes: [{ name: v, projected: { sources: [{ configMap: { name: c } }] } }]")],
    ["an init container", needs("", "initContainers: [{ name: i, envFrom: [{ configMapRef: { name: c } }] }]")],
  ])("is looked for in %s", (_what, text) => {
    expect(rules(text)).toEqual(["error missing-configmap"]);
    expect(rules(text, map("c"))).toEqual([]);
  });

  it("may be optional, or there always", () => {
    expect(rules(needs(key("configMap", "c", "A", ", optional: true")))).toEqual([]);
    expect(rules(needs("", "volumes: [{ name: v, configMap: { name: kube-root-ca.crt } }]"))).toEqual([]);
  });

  it("must be in the namespace of the pods", () => {
    const elsewhere = map("c").replace("name: c", "name: c, namespace: other");
    expect(rules(needs(key("configMap", "c", "A")), elsewhere)).toEqual(["error missing-configmap"]);
    const reflected = elsewhere.replace(
      "namespace: other",
      "namespace: other, annotations: { reflector.v1.k8s.emberstack.com/reflects: x/y }",
    );
    expect(rules(needs(key("configMap", "c", "A")), reflected)).toEqual([]);
  });

  it("must have the keys", () => {
    expect(found(application(all(needs(key("configMap", "c", "B")), map("c"))))).toEqual([
      "error missing-key: Deployment web: ConfigMap c has no key B, which variable V of container main needs",
    ]);
    expect(
      rules(needs("", "volumes: [{ name: v, configMap: { name: c, items: [{ key: B, path: b }] } }]"), map("c")),
    ).toEqual(["error missing-key"]);
    expect(rules(needs(key("configMap", "c", "B")), map("c", "{ __proto__: x }"))).toEqual(["error missing-key"]);
  });
});

describe("a Secret", () => {
  const wants = (of: string, name = "s"): string => needs(key("secret", name, of));

  it("that nothing brings is a warning, for a pull or a certificate a notice", () => {
    expect(rules(wants("k"))).toEqual(["warning missing-secret"]);
    expect(rules(needs("", "imagePullSecrets: [{ name: s }]"))).toEqual(["notice missing-secret"]);
    expect(rules(custom("networking.k8s.io/v1", "Ingress", "i", "{ tls: [{ secretName: s }] }"))).toEqual([
      "notice missing-secret",
    ]);
  });

  it.each([
    ["a Secret", "apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData: { k: v }", "s", "k"],
    ["a SealedSecret", custom("bitnami.com/v1alpha1", "SealedSecret", "s", "{ encryptedData: { k: x } }"), "s", "k"],
    [
      "a SealedSecret's template",
      custom("bitnami.com/v1alpha1", "SealedSecret", "s", "{ encryptedData: { x: x }, template: { data: { k: y } } }"),
      "s",
      "k",
    ],
    [
      "an ExternalSecret",
      custom("external-secrets.io/v1", "ExternalSecret", "s", "{ data: [{ secretKey: k }] }"),
      "s",
      "k",
    ],
    [
      "an ExternalSecret's target",
      custom(
        "external-secrets.io/v1",
        "ExternalSecret",
        "x",
        "{ target: { name: s }, dataFrom: [{ extract: { key: a } }] }",
      ),
      "s",
      "k",
    ],
    ["a Certificate", custom("cert-manager.io/v1", "Certificate", "c", "{ secretName: s }"), "s", "tls.crt"],
    ["a CloudNativePG Cluster", custom("postgresql.cnpg.io/v1", "Cluster", "db"), "db-app", "uri"],
    [
      "an operator that is told its name",
      custom("secrets.infisical.com/v1alpha1", "InfisicalSecret", "i", "{ managedSecretReference: { secretName: s } }"),
      "s",
      "k",
    ],
    [
      "an operator by its custom resource's name",
      custom("acid.zalan.do/v1", "postgresql", "pg"),
      "app.pg.credentials",
      "password",
    ],
    ["a Job that is told its name", needs("args: [--secret-name=s]"), "s", "k"],
  ])("is brought by %s", (_what, provider, name, of) => {
    expect(rules(wants(of, name), provider)).toEqual([]);
  });

  it.each([
    ["a SealedSecret", custom("bitnami.com/v1alpha1", "SealedSecret", "s", "{ encryptedData: { k: x } }"), "s"],
    ["an ExternalSecret", custom("external-secrets.io/v1", "ExternalSecret", "s", "{ data: [{ secretKey: k }] }"), "s"],
    ["a CloudNativePG Cluster", custom("postgresql.cnpg.io/v1", "Cluster", "db"), "db-app"],
  ])("of %s has known keys", (_what, provider, name) => {
    expect(rules(wants("other", name), provider)).toEqual(["error missing-key"]);
  });

  it("of an Ingress with an issuer is made by cert-manager", () => {
    const ingress = custom("networking.k8s.io/v1", "Ingress", "i", "{ tls: [{ secretName: s }] }");
    expect(
      rules(ingress.replace("name: i }", "name: i, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }")),
    ).toEqual([]);
  });
});

describe("claims, accounts and roles", () => {
  const claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\nspec: {}";
  const uses = needs("", "volumes: [{ name: v, persistentVolumeClaim: { claimName: data } }]");
  const account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: robot }";
  const set = deployment("data-0")
    .replace("Deployment", "StatefulSet")
    .replace("spec:", "spec:\n  volumeClaimTemplates: [{ metadata: { name: data } }]");

  it("must be there", () => {
    expect(rules(uses)).toEqual(["error missing-claim"]);
    expect(rules(uses, claim)).toEqual([]);
    expect(rules(needs("", "serviceAccountName: robot"))).toEqual(["error missing-service-account"]);
    expect(rules(needs("", "serviceAccountName: robot"), account)).toEqual([]);
    expect(rules(needs("", "serviceAccountName: default"))).toEqual([]);
  });

  it("of a StatefulSet come with it", () => {
    expect(
      rules(
        set.replace(
          "containers:",
          "volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]\n      containers:",
        ),
      ),
    ).toEqual([]);
    expect(rules(set, uses.replace("claimName: data", "claimName: data-data-0-3"))).toEqual([]);
  });

  const binding = (kind: string, name: string, subject = "{ kind: User, name: me }"): string =>
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: b }\nroleRef: { kind: ${kind}, name: ${name} }\nsubjects: [${subject}]`;

  it("of bindings must be there, but for those Kubernetes has", () => {
    expect(rules(binding("Role", "reader"))).toEqual(["warning missing-role"]);
    expect(rules(binding("ClusterRole", "view"), binding("ClusterRole", "system:node"))).toEqual([]);
    expect(rules(binding("ClusterRole", "reader"))).toEqual(["warning missing-role"]);
    expect(rules(needs(""), binding("ClusterRole", "view", "{ kind: ServiceAccount, name: robot }"))).toEqual([
      "warning missing-service-account",
    ]);
  });
});
