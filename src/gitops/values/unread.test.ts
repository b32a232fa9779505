import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../model/resource.ts";
import { memoryTree } from "../testing/memory-tree.ts";
import { chartFacts } from "./chart-facts.ts";
import { Mentions } from "./mentions.ts";
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

  it("named like a property of every object is a value like others", () => {
    expect(unread(JSON.parse('{ "__proto__": 1, "constructor": 2 }'), { "templates/a.yaml": "" })).toHaveLength(2);
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
