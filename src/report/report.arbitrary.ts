import fc from "fast-check";
import { changeKinds, effectKinds, effectLevels } from "../model/change.ts";
import { severities } from "../model/finding.ts";
import type { Report } from "../model/report.ts";

/** Text as hostile as it comes: markup, fences, mentions, links, controls, bidirectional overrides, half surrogates. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "```",
        "`",
        "````````",
        "~~~",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "</details>",
        "<img src=x>",
        "@octocat",
        "#12",
        "GH-3",
        "octo/repo#4",
        "https://evil.example/x",
        "www.evil.example",
        "[x](javascript:alert(1))",
        "![x](http://x)",
        "|",
        "\\|",
        "\\",
        "\n",
        "\r\n",
        "\n\n# big",
        "\n- x",
        "---",
        "***",
        "__b__",
        "$x$",
        "&lt;",
        "&#64;",
        "\u001b[31m",
        "\u001b]8;;http://x\u0007",
        "\u202e",
        "\u200b",
        "\ud800",
        "\u0000",
        "ä",
        "日本",
        "🚢",
        "a",
        " ",
        "::error::x",
        "@@ -1 +1 @@",
        "1. ",
        "> ",
        "[!CAUTION]",
        "${{ x }}",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

const long = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileText.map((text) => text.repeat(200)) },
);
const location = fc.record({ file: hostileText, line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) });
const resource = fc.record({ apiVersion: hostileText, kind: hostileText, name: hostileText });
const value = fc.oneof(
  long,
  fc.integer(),
  fc.constant(null),
  fc.array(hostileText, { maxLength: 5 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 5 }),
);

const field = fc.oneof(
  fc.record({ path: hostileText, before: value, after: value }),
  fc.record({ path: hostileText, after: value }),
  fc.record({ path: hostileText, text: long }),
);

const names = fc.oneof(hostileText, fc.constantFrom("a", "b", "c"));

const application = fc.record({
  name: names,
  kind: fc.constantFrom("Application" as const, "implicit" as const),
  wave: fc.integer({ min: -5, max: 5 }),
  file: hostileText,
  line: fc.integer({ min: 1 }),
  sources: fc.array(hostileText, { maxLength: 2 }),
  status: fc.constantFrom("rendered" as const, "unchanged" as const, "not-rendered" as const, "failed" as const),
  reason: long,
  resources: fc.nat(1000),
});

const finding = fc.record({
  rule: hostileText,
  severity: fc.constantFrom(...severities),
  message: long,
  detail: long,
  hint: hostileText,
  application: names,
  alsoIn: fc.array(fc.record({ application: names, severity: fc.constantFrom(...severities) }), { maxLength: 2 }),
  at: fc.array(location, { maxLength: 3 }),
  docs: hostileText,
});

const effect = fc.record(
  {
    kind: fc.constantFrom(...effectKinds),
    level: fc.constantFrom(...effectLevels),
    message: long,
    hint: hostileText,
    pods: fc.nat(9),
    downtime: fc.nat(900),
    hosts: fc.array(hostileText, { maxLength: 2 }),
  },
  { requiredKeys: ["kind", "level", "message"] },
);

const change = fc.record({
  application: names,
  resource,
  kind: fc.constantFrom(...changeKinds),
  previous: fc.record({ application: names, resource }),
  fields: fc.array(field, { maxLength: 6 }),
  effects: fc.array(effect, { maxLength: 3 }),
  at: fc.array(location, { maxLength: 1 }),
});

const environment = fc.record({
  environment: names,
  kind: fc.constantFrom("added" as const, "removed" as const, "changed" as const),
  file: hostileText,
  fields: fc.array(field, { maxLength: 6 }),
  effects: fc.array(fc.record({ level: fc.constantFrom(...effectLevels), message: long, hint: hostileText }), {
    maxLength: 9,
  }),
  cost: fc.record({
    before: fc.constant("5.99"),
    after: fc.constantFrom("5.99", "1,016.25", "8.99"),
    difference: fc.constantFrom("+0.00", "-3.00"),
    budget: fc.constant("8.00"),
    isOverBudget: fc.boolean(),
    pricesOf: hostileText,
  }),
});

/** Any report; `factor` repeats its parts, so that it outgrows every limit. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    slipway: fc.constant("0.1.0"),
    kubernetesVersion: hostileText,
    base: fc.record({ ref: hostileText, commit: hostileText }),
    applications: fc.uniqueArray(application, { maxLength: 8, selector: ({ name }) => name }),
    findings: fc.array(finding, { maxLength: 8 }),
    changes: fc.array(change, { maxLength: 8 }),
    effects: fc.array(effect, { maxLength: 3 }),
    environments: fc.array(environment, { maxLength: 3 }),
    headline: long,
    factor: fc.constantFrom(1, 1, 1, 10, 100),
  })
  .map(({ factor, applications, findings, changes, ...rest }) => ({
    ...rest,
    version: 1,
    applications: Array.from({ length: factor }, (_, i) =>
      applications.map((one) => ({ ...one, name: `${one.name}${i || ""}` })),
    ).flat(),
    findings: Array.from({ length: factor }, () => findings).flat(),
    changes: Array.from({ length: factor }, (_, i) =>
      changes.map((one) => ({ ...one, application: `${one.application}${i % 40 || ""}` })),
    ).flat(),
    applicationChanges: changes.map(({ application: name }) => ({ application: name, kind: "added" })),
    stats: { applications: 0, resources: 0, rendered: 0, cached: 0, durations: { render: 12.5 }, peakMemoryBytes: 0 },
  }));
