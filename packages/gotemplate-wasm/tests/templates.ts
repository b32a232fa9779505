import type { GoTemplateRequest } from "../src/index.ts";

type Example = [template: string, outcome: { text: string } | { failure: RegExp }, options?: string[]];

const data = {
  name: "Feature/ABC_123 über",
  path: { path: "apps/web/prod", basename: "prod", basenameNormalized: "prod", segments: ["apps", "web", "prod"] },
  values: { replicas: 3, big: 12345678, ratio: 1.5, enabled: true, nothing: null, "dotted.key": "v" },
  labels: { tier: "front", env: "prod" },
  list: [1, "two", { three: 3 }],
};
const strict = ["missingkey=error"];
const long = "a very long branch name that goes on and on and on until it is longer than any label may be";

const expected: Example[] = [
  ["no actions at all", { text: "no actions at all" }],
  ["{{ .path.basename }}-{{index .path.segments 1}}", { text: "prod-web" }],
  [
    "{{ .values.replicas }} {{ .values.big }} {{ .values.ratio }} {{ .values.enabled }}",
    { text: "3 1.2345678e+07 1.5 true" },
  ],
  ["{{ .values.big | int }} {{ add .values.replicas 1 }}", { text: "12345678 4" }],
  ["{{ .absent }} {{ .values.nothing }}", { text: "<no value> <no value>" }],
  ["{{ .absent }}", { failure: /map has no entry for key "absent"$/ }, strict],
  ["{{ .absent }}", { text: "<no value>" }, ["missingkey=zero"]],
  ["{{ .absent.deeper }}", { text: "<no value>" }],
  ["{{ .values.replicas.deeper }}", { failure: /can't evaluate field deeper in type interface {}$/ }],
  ["{{ .name | normalize }}", { text: "feature-abc-123--ber" }],
  ['{{ normalize (repeat 300 "x") | len }}', { text: "253" }],
  ["{{ slugify .name }}", { text: "feature-abc-123-ber" }],
  [`{{ slugify "${long}" }}`, { text: "a-very-long-branch-name-that-goes-on-and-on-and-on" }],
  [`{{ slugify 23 "${long}" }}`, { text: "a-very-long-branch-name" }],
  [`{{ "${long}" | slugify 20 false }}`, { text: "a-very-long-branch-n" }],
  [`{{ slugify 20 true "${long}" }}{{ slugify "x" }}`, { text: "a-very-long-branchx" }],
  ['{{ slugify "10" "text" }}', { failure: /interface conversion: interface {} is string, not int/ }],
  ["{{ toYaml .labels }}", { text: "env: prod\ntier: front" }],
  ["{{ toYaml .list }}", { text: "- 1\n- two\n- three: 3" }],
  ['{{ (fromYaml "a: {b: yes}").a.b }} {{ index (fromYamlArray "[x, 1]") 1 }}', { text: "true 1" }],
  ['{{ fromYaml "a: [" }}', { failure: /error calling fromYaml: error converting YAML to JSON/ }],
  ['{{ tpl "{{ .name | lower }}{{ .absent }}" . }}', { text: "feature/abc_123 über" }],
  ['{{ tpl "{{ .absent }}" . }}', { failure: /map has no entry for key "absent"$/ }, strict],
  [
    '{{ define "x" }}{{ tpl "{{ template \\"x\\" . }}" . }}{{ end }}{{ template "x" . }}',
    { failure: /maximum recursion depth 3 exceeded in tpl function/ },
  ],
  ["{{ range $key, $value := .labels }}{{ $key }}={{ $value }};{{ end }}", { text: "env=prod;tier=front;" }],
  ['{{ if eq .labels.env "prod" }}live{{ else }}test{{ end }}', { text: "live" }],
  [
    '{{ dig "labels" "env" "none" . }} {{ default "d" .absent }} {{ ternary "a" "b" .values.enabled }}',
    { text: "prod d a" },
  ],
  ['{{ index .values "dotted.key" }} {{ get .values "nope" }}', { text: "v " }],
  [
    '{{ .path.segments | join "/" }} {{ .path.segments | last }} {{ toJson .list }}',
    { text: 'apps/web/prod prod [1,"two",{"three":3}]' },
  ],
  [
    '{{ cat "a" 1 }} {{ trunc 3 "abcdef" }} {{ sha256sum "x" | trunc 8 }} {{ b64enc "x" }}',
    { text: "a 1 abc 2d711642 eA==" },
  ],
  ['{{ semverCompare ">=1.2" "1.3.0" }} {{ regexReplaceAll "[^a-z]" "a1b2" "-" }}', { text: "true a-b-" }],
  ['{{ env "HOME" }}', { failure: /function "env" not defined$/ }],
  ['{{ expandenv "$HOME" }}', { failure: /function "expandenv" not defined$/ }],
  ['{{ getHostByName "localhost" }}', { failure: /function "getHostByName" not defined$/ }],
  ["{{ .name }", { failure: /unexpected "}" in operand$/ }],
  ['line one\n{{ fail "on purpose" }}', { failure: /error calling fail: on purpose$/ }],
];

const examples = expected.map(([template, outcome, options]) => {
  const request: GoTemplateRequest = { template, data, ...(options ? { options } : {}) };
  return { title: JSON.stringify([template, ...(options ?? [])]), request, ...outcome };
});

export const rendering = examples.filter((example) => "text" in example);
export const failing = examples.filter((example) => "failure" in example);
