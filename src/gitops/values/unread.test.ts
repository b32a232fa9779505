import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../model/resource.ts";
import { packArchive } from "../testing/archive.ts";
import { memoryTree } from "../testing/memory-tree.ts";
import { chartFacts } from "./chart-facts.ts";
import { Mentions } from "./mentions.ts";
import { lentValues } from "./lent-values.ts";
import { unreadValues } from "./unread.ts";

const chart = "apiVersion: v2\nname: web\nversion: 1.0.0\n";

function unread(values: JsonObject, files: Record<string, string>): string[] {
  const facts = chartFacts(memoryTree({ "web/Chart.yaml": chart, ...prefixed(files) }), "web");
  if (facts === undefined) throw new Error("there is a chart");
  return unreadValues(values, facts).map(({ path, closest }) => `${path.join(".")} → ${closest ?? "?"}`);
}

const prefixed = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`web/${path}`, text]));

describe("a value", () => {
  it.each([
    ["is named", "{{ .Values.image.tag }}", { image: { tag: "1" } }],
    ["is in what is read whole", "{{ toYaml .Values.image }}", { image: { anything: "1" } }],
    ["is read through the root", "{{ $.Values.image.tag }}", { image: { tag: "1" } }],
    ["is read by index", '{{ index .Values "web-server" "port" }}', { "web-server": { port: 1 } }],
    ["is behind a loop", "{{ range .Values.hosts }}{{ .name }}{{ end }}", { hosts: { a: { name: "x" } } }],
    ["may be read by whoever gets all values", "{{ $v := .Values }}{{ $v.some }}", { other: 1 }],
    ["may be read by whoever gets the scope's parts", '{{ include "x" (dict "Values" .sub) }}', { other: 1 }],
    ["is everybody's", "", { global: { a: 1 }, tags: { b: true } }],
  ])("is read where it %s", (_what, template, values) => {
    expect(unread(values, { "templates/a.yaml": template })).toEqual([]);
  });

  it("is unread where nothing names it, and the closest key is told", () => {
    const files = { "templates/a.yaml": "{{ .Values.replicaCount }} {{ .Values.image.tag }}" };
    expect(unread({ replicaCuont: 1, image: { tga: 1, tag: 2 }, color: "red" }, files)).toEqual([
      "replicaCuont → replicaCount",
      "image.tga → tag",
      "color → ?",
    ]);
  });

  it("is known by a default, by the schema, or by a dependency", () => {
    const files = {
      "values.yaml": "podAnnotations: {}\n",
      "values.schema.json": '{ "properties": { "mode": { "type": "string" } } }',
      "Chart.yaml": `${chart}dependencies: [{ name: redis, alias: cache, version: 1.0.0, condition: redis.on }]\n`,
      "charts/redis/Chart.yaml": chart.replace("web", "redis"),
      "charts/redis/templates/a.yaml": "{{ .Values.any }}",
    };
    expect(unread({ podAnnotations: { a: "b" }, mode: "x", cache: { any: 1 }, redis: { on: true } }, files)).toEqual(
      [],
    );
  });

  it("of a dependency is looked for in its chart", () => {
    const files = {
      "charts/redis/Chart.yaml": chart.replace("web", "redis"),
      "charts/redis/values.yaml": "auth: { enabled: true }\n",
      "charts/redis/templates/a.yaml": "{{ .Values.auth.enabled }}",
    };
    expect(unread({ redis: { auth: { enabeld: true }, auht: {} } }, files)).toEqual([
      "redis.auth.enabeld → enabled",
      "redis.auht → auth",
    ]);
  });

  it("may be read by a library's templates", () => {
    const files = {
      "charts/common/Chart.yaml": `${chart.replace("web", "common")}type: library\n`,
      "charts/common/templates/_a.tpl": "{{ .Values.nameOverride }}",
    };
    expect(unread({ nameOverride: "x" }, files)).toEqual([]);
  });

  it("may be read by a chart beside this one that is its dependency, or by one that is not at hand", () => {
    const facts = chartFacts(
      memoryTree({
        "charts/web/Chart.yaml": `${chart}dependencies: [{ name: lib, version: 1.0.0, repository: "file://../lib/" }]\n`,
        "charts/lib/Chart.yaml": `${chart.replace("web", "lib")}type: library\n`,
        "charts/lib/templates/_a.tpl": '{{ define "lib" }}{{ .Values.replicas }}{{ end }}',
      }),
      "charts/web",
    );
    expect(facts && unreadValues({ replicas: 1, replica: 2 }, facts)).toEqual([
      { path: ["replica"], closest: "replicas" },
    ]);
    const absent = `${chart}dependencies: [{ name: lib, version: 1.0.0, repository: https://charts.example.com }]\n`;
    expect(unread({ replicas: 1 }, { "Chart.yaml": absent })).toEqual([]);
  });

  it("is looked for in dependencies that were fetched", () => {
    const facts = chartFacts(
      memoryTree({
        "Chart.yaml": `${chart}dependencies: [{ name: redis, version: 1.0.0, repository: https://charts.example.com }]\n`,
      }),
      "",
      (name) =>
        packArchive({
          [`${name}/Chart.yaml`]: chart.replace("web", name),
          [`${name}/templates/a.yaml`]: "{{ .Values.auth }}",
        }),
    );
    expect(facts && unreadValues({ redis: { auth: 1, auht: 2 } }, facts)).toEqual([
      { path: ["redis", "auht"], closest: "auth" },
    ]);
  });

  it.each([
    ["a subchart's named template that the chart includes", { mine: 1 }],
    ["the chart's named template that a subchart includes", { sub: { theirs: 1 } }],
  ])("may be read by %s, and by no other chart's", (_what, values) => {
    const files = {
      "templates/a.yaml": '{{ include "sub.names" . }}',
      "templates/_p.tpl": '{{ define "web.names" }}{{ .Values.theirs }}{{ end }}',
      "charts/sub/Chart.yaml": chart.replace("web", "sub"),
      "charts/sub/templates/_a.tpl": '{{ define "sub.names" }}{{ .Values.mine }}{{ end }}',
      "charts/sub/templates/_b.tpl": '{{ define "sub.other" }}{{ .Values.persistence }}{{ end }}',
      "charts/sub/templates/b.yaml": '{{ include "web.names" . }}{{ include (print $.Template.BasePath "/a.yaml") . }}',
    };
    expect(unread(values, files)).toEqual([]);
    expect(unread({ persistence: 1 }, files)).toEqual(["persistence → ?"]);
  });

  it("is what a template in a subchart's values names", () => {
    const files = {
      "templates/a.yaml": "",
      "charts/sub/Chart.yaml": chart.replace("web", "sub"),
      "charts/sub/templates/b.yaml": "{{ tpl .Values.text . }}",
      "values.yaml": 'sub: { text: "{{ .Values.name }}" }',
    };
    expect(unread({ sub: { name: 1, nmae: 2 } }, files)).toEqual(["sub.nmae → name"]);
  });

  it("named like a property of every object is a value like others", () => {
    expect(unread(JSON.parse('{ "__proto__": 1, "constructor": 2 }'), { "templates/a.yaml": "" })).toHaveLength(2);
  });
});

describe("a value with an anchor", () => {
  const isLent = lentValues(
    "base: &base { cpu: 1 }\nlist: [&own { a: 1 }, *own]\nalone: &alone 1\nmore: { <<: *base }\n",
  );

  it("is lent where something outside of it repeats it", () => {
    expect(["base", "list", "alone", "more"].filter((key) => isLent([key]))).toEqual(["base"]);
  });
});

describe("scanning a template", () => {
  it("never fails, and finds a path wherever it stands", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const mentions = new Mentions();
        mentions.scan(`${before}.Values.a.b ${after}`);
        expect(mentions.below.child("a")?.child("b")?.whole).toBe(true);
      }),
    );
  });
});
