import { describe, expect, it } from "vitest";
import { all, application, custom, deployment, found, service } from "./wiring.fixture.ts";

const said = (...documents: string[]): string[] => found(application(all(...documents)));
const policy = (name: string, spec: string): string => custom("networking.k8s.io/v1", "NetworkPolicy", name, spec);
const closed = policy("closed", "{ podSelector: {}, policyTypes: [Ingress] }");
const ingress = custom(
  "networking.k8s.io/v1",
  "Ingress",
  "web",
  "{ rules: [{ http: { paths: [{ backend: { service: { name: web, port: { number: 80 } } } }] } }] }",
);
const web = all(deployment("web"), service("web"), ingress);
const inside = (peers: string, port = "8080"): string =>
  policy(
    "open",
    `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress], ingress: [{ ${peers} ports: [{ port: ${port} }] }] }`,
  );
const system = "from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }],";

describe("the way from an Ingress to its pods", () => {
  it("is open without policies, and closed by one without rules", () => {
    expect(said(web)).toEqual([]);
    expect(said(web, closed)).toEqual([
      "warning network-ingress: NetworkPolicy closed keeps ingress controllers from port http of Deployment web, to which Ingress web leads",
    ]);
  });

  it.each([
    ["the controller's namespace", inside(system)],
    ["a named port", inside(system, "http")],
    ["a range of ports", inside(system, "8000, endPort: 8100")],
    ["everybody", inside("")],
    ["addresses", inside("from: [{ ipBlock: { cidr: 10.0.0.0/8 } }],")],
    [
      "a namespace that is not in the repository",
      inside("from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: edge } } }],"),
    ],
    [
      "a controller beside the pods",
      all(inside("from: [{ podSelector: { matchLabels: { app: traefik } } }],"), deployment("traefik")),
    ],
  ])("is opened by a rule for %s", (_what, text) => {
    expect(said(web, closed, text)).toEqual([]);
  });

  it.each([
    ["the Service's port", inside(system, "80")],
    ["other pods", all(inside("from: [{ podSelector: { matchLabels: { app: shop } } }],"), deployment("shop"))],
    ["another protocol", inside(system, "8080, protocol: UDP")],
  ])("is not opened by a rule for %s", (_what, text) => {
    expect(said(web, closed, text)).toHaveLength(1);
  });

  it("is not judged where somebody else's policies count too", () => {
    expect(said(web, closed, custom("cilium.io/v2", "CiliumNetworkPolicy", "c"))).toEqual([]);
  });
});

describe("the way to a Service that pods are told of", () => {
  const database = all(deployment("db"), service("db", "{ port: 5432, targetPort: http }"));
  const client = (value: string): string =>
    deployment("client", "", `env: [{ name: DATABASE_URI, value: "${value}" }]`);
  const entrance = (app: string, port = "8080"): string =>
    policy(
      "db",
      `{ podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: ${app} } } }], ports: [{ port: ${port} }] }] }`,
    );
  const message =
    "warning network-service: NetworkPolicy db keeps Deployment client from Service db, port 5432, which its variable DATABASE_URI names";

  it.each(["postgres://me:secret@db:5432/db", "db:5432", "db", "db.shop.svc.cluster.local", "host=db port=5432"])(
    "is read from %s",
    (value) => {
      expect(said(database, client(value), entrance("client"))).toEqual([]);
      expect(said(database, client(value), entrance("other"), deployment("other"))).toEqual([message]);
    },
  );

  it("is read from ConfigMaps and Secrets", () => {
    const reader = deployment("client", "", "envFrom: [{ configMapRef: { name: c } }, { secretRef: { name: s } }]");
    const map = (uri: string): string =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { DATABASE_URI: "${uri}" }`;
    const secret = (uri: string): string =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\ndata: { DATABASE_URI: ${Buffer.from(uri).toString("base64")} }`;
    expect(said(database, reader, map("postgres://db/x"), secret("x"), entrance("x"))).toEqual([message]);
    expect(said(database, reader, map("x"), secret("postgres://db/x"), entrance("x"))).toEqual([message]);
  });

  it("needs the pod's port, and both directions", () => {
    expect(said(database, client("db:5432"), entrance("client", "5432"))).toEqual([message]);
    const exit = (app: string): string =>
      policy(
        "client",
        `{ podSelector: { matchLabels: { app: client } }, policyTypes: [Egress], egress: [{ to: [{ podSelector: { matchLabels: { app: ${app} } } }] }, { ports: [{ port: 53, protocol: UDP }] }] }`,
      );
    expect(said(database, client("db:5432"), exit("db"))).toEqual([]);
    expect(said(database, client("db:5432"), exit("other"))).toEqual([message.replace("Policy db", "Policy client")]);
  });

  it("of other hosts is not judged", () => {
    expect(said(database, client("postgres://db.example.com/x"), entrance("other"))).toEqual([]);
    expect(said(database, client("a b c"), entrance("other"))).toEqual([]);
  });

  it("leads to a CloudNativePG Cluster as well", () => {
    const cluster = custom("postgresql.cnpg.io/v1", "Cluster", "pg");
    const fence = policy("db", "{ podSelector: { matchLabels: { cnpg.io/cluster: pg } }, ingress: [] }");
    expect(said(cluster, client("postgres://pg-rw:5432/app"), fence)).toEqual([
      message.replace("Service db", "Service pg-rw"),
    ]);
  });
});

describe("the way to DNS", () => {
  const out = (rules: string): string =>
    policy("out", `{ podSelector: {}, policyTypes: [Egress], egress: [${rules}] }`);

  it("is wanted by whoever may go out", () => {
    expect(said(deployment("web"), out("{ ports: [{ port: 443 }] }"))).toEqual([
      "warning network-dns: NetworkPolicy out lets Deployment web out, but not to DNS, so no name resolves",
    ]);
  });

  it.each([
    ["to everywhere", "{}"],
    ["to its port", "{ ports: [{ port: 443 }] }, { ports: [{ port: 53, protocol: UDP }] }"],
    [
      "to kube-system",
      "{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }] }",
    ],
    ["to nothing at all", ""],
  ])("is not missed by pods that may go %s", (_what, rules) => {
    expect(said(deployment("web"), out(rules))).toEqual([]);
  });
});
