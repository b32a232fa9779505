import { describe, expect, it } from "vitest";
import { all, application, custom, deployment, found, service } from "./wiring.fixture.ts";

const ingress = (backend: string, name = "web", spec = ""): string =>
  custom(
    "networking.k8s.io/v1",
    "Ingress",
    name,
    `{ ${spec} rules: [{ host: web.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: ${backend} } }] } }] }`,
  );
const route = (refs: string): string =>
  custom("gateway.networking.k8s.io/v1", "HTTPRoute", "web", `{ rules: [{ backendRefs: [${refs}] }] }`);
const traefik = (services: string): string =>
  custom("traefik.io/v1alpha1", "IngressRoute", "web", `{ routes: [{ services: [${services}] }] }`);
const web = all(deployment("web"), service("web"));

describe("a route", () => {
  it.each([
    ["an Ingress by name", ingress("{ name: web, port: { name: web } }")],
    ["an Ingress by number", ingress("{ name: web, port: { number: 80 } }")],
    ["an HTTPRoute", route("{ name: web, port: 80 }")],
    ["an IngressRoute", traefik("{ name: web, port: 80 }, { name: api@internal, kind: TraefikService }")],
    [
      "an Ingress to a database's Service",
      all(custom("postgresql.cnpg.io/v1", "Cluster", "db"), ingress("{ name: db-rw, port: { number: 5432 } }")),
    ],
    [
      "an Ingress to what an operator makes",
      all(
        custom("kafka.strimzi.io/v1", "Kafka", "events"),
        ingress("{ name: events-kafka-bootstrap, port: { number: 9092 } }"),
      ),
    ],
    ["an Ingress to what a template fills in", ingress("{ name: '${SERVICE}', port: { number: 80 } }")],
  ])("of %s that fits is right", (_what, text) => {
    expect(found(application(all(web, text)))).toEqual([]);
  });

  it.each([
    [
      ingress("{ name: wbe, port: { number: 80 } }"),
      "Ingress web: Service wbe, which it sends to, is not in this environment",
    ],
    [ingress("{ name: web, port: { number: 8080 } }"), "Ingress web: Service web has no port 8080"],
    [ingress("{ name: web, port: { name: http } }"), "Ingress web: Service web has no port named http"],
    [route("{ name: web, port: 8080 }"), "HTTPRoute web: Service web has no port 8080"],
    [
      route("{ name: web, namespace: other, port: 80 }"),
      "HTTPRoute web: Service web, which it sends to, is not in this environment",
    ],
    [traefik("{ name: web, port: https }"), "IngressRoute web: Service web has no port named https"],
  ])("that does not fit is told", (text, message) => {
    expect(found(application(all(web, text))).map((one) => one.replace(/^\w+ /, ""))).toEqual([
      `route-backend: ${message}`,
    ]);
  });

  it("to Argo CD itself is right: its installation is not in the repository", () => {
    const text = ingress("{ name: argocd-server, port: { name: http } }").replace(
      "name: web }",
      "name: web, namespace: argocd }",
    );
    expect(found(application(text))).toEqual([]);
  });

  it("is doubtful where the repository runs nothing in its namespace", () => {
    expect(found(application(ingress("{ name: web, port: { number: 80 } }")))[0]).toMatch(/^warning /);
  });
});

describe("a host", () => {
  const other = ingress("{ name: web, port: { number: 80 } }", "other");
  const first = ingress("{ name: web, port: { number: 80 } }");

  it("belongs to one Ingress of a class", () => {
    expect(found(application(all(web, first, other)))).toEqual([
      "warning route-collision: Ingress other claims web.example.com, path /, as does Ingress web",
    ]);
  });

  it.each([
    ["another class", ingress("{ name: web, port: { number: 80 } }", "other", "ingressClassName: internal,")],
    ["another host", other.replace("web.example.com", "www.example.com")],
    ["another path", other.replace("path: /,", "path: /api,")],
    [
      "a canary",
      other.replace("name: other }", 'name: other, annotations: { nginx.ingress.kubernetes.io/canary: "true" } }'),
    ],
    [
      "an entry point of its own",
      other.replace(
        "name: other }",
        "name: other, annotations: { traefik.ingress.kubernetes.io/router.entrypoints: websecure } }",
      ),
    ],
  ])("may be shared with %s", (_what, text) => {
    expect(found(application(all(web, first, text)))).toEqual([]);
  });
});
