import { describe, expect, it } from "vitest";
import { go, run } from "../testing/run-generator.ts";

describe("the clusters generator", () => {
  const clusters = [
    {
      name: "Prod_EU",
      server: "https://eu.example.com",
      labels: { env: "prod" },
      annotations: { "argocd.argoproj.io/refresh": "x", team: "a" },
    },
    { name: "dev", server: "https://dev.example.com", labels: { env: "dev" } },
  ];

  it("gives declared clusters and then the local one", async () => {
    const found = await run({ clusters: { values: { tag: "{{name}}!" } } }, { clusters });
    expect(found).toEqual([
      {
        name: "Prod_EU",
        nameNormalized: "prod-eu",
        server: "https://eu.example.com",
        project: "",
        "metadata.annotations.team": "a",
        "metadata.labels.env": "prod",
        "values.tag": "Prod_EU!",
      },
      {
        name: "dev",
        nameNormalized: "dev",
        server: "https://dev.example.com",
        project: "",
        "metadata.labels.env": "dev",
        "values.tag": "dev!",
      },
      {
        name: "in-cluster",
        nameNormalized: "in-cluster",
        server: "https://kubernetes.default.svc",
        project: "",
        "values.tag": "in-cluster!",
      },
    ]);
  });

  it("leaves the local one out as soon as there is a selector, and nests labels with goTemplate", async () => {
    const selector = { matchExpressions: [{ key: "env", operator: "NotIn", values: ["dev"] }] };
    const found = await run({ clusters: { selector } }, { clusters, ...go });
    expect(found).toMatchObject([
      { name: "Prod_EU", metadata: { labels: { env: "prod" }, annotations: { team: "a" } } },
    ]);
  });

  it("puts all clusters under one key as a flat list", async () => {
    expect(await run({ clusters: { flatList: true } }, go)).toMatchObject([{ clusters: [{ name: "in-cluster" }] }]);
  });
});
