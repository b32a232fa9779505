import { z } from "zod";
import { changeKinds, effectKinds, effectLevels } from "../model/change.ts";
import { severities } from "../model/finding.ts";
import { reportVersion } from "../model/report.ts";

const position = z.int().min(1);

const location = z.object({
  file: z.string().describe("Path from the root that was validated, separated by '/'"),
  line: position,
  column: position,
  via: z.string().exactOptional().describe("The step that led here: base, patch, chart template, values, Application"),
});

const resource = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().exactOptional().describe("Absent on cluster-scoped resources"),
  name: z.string(),
});

const application = z.object({
  name: z.string(),
  kind: z
    .enum(["Application", "implicit"])
    .describe("implicit: a kustomization, chart or folder no Application points to"),
  parent: z.string().exactOptional().describe("The Application that creates this one"),
  project: z.string().exactOptional(),
  wave: z.int().describe("Sync wave among its siblings"),
  file: z.string().describe("Where it is declared"),
  line: position,
  sources: z.array(z.string()),
  status: z.enum(["rendered", "unchanged", "not-rendered", "failed"]),
  reason: z.string().exactOptional().describe("Why it is not rendered or failed"),
  resources: z.int().min(0),
});

const finding = z.object({
  rule: z.string().describe("Stable id, family/name"),
  severity: z.enum(severities),
  message: z.string(),
  detail: z.string().exactOptional().describe("The tool's own words"),
  hint: z.string().exactOptional().describe("What to do next"),
  application: z.string().exactOptional(),
  alsoIn: z
    .array(z.object({ application: z.string(), severity: z.enum(severities) }))
    .exactOptional()
    .describe("Other Applications that have it from the same place"),
  resource: resource.exactOptional(),
  path: z.string().exactOptional().describe("Field path within the resource"),
  at: z.array(location).describe("Most specific first; empty when nothing in the repository is to blame"),
  docs: z.string(),
});

const field = z.object({
  path: z.string().describe("Field path with list-map keys; empty for the resource as a whole"),
  before: z.json().exactOptional().describe("Absent on an added field"),
  after: z.json().exactOptional().describe("Absent on a removed field"),
  text: z.string().exactOptional().describe("The body of a unified diff, in place of before and after"),
});

const effectFields = {
  kind: z.enum(effectKinds).describe("Readers should expect kinds they do not know"),
  level: z
    .enum(effectLevels)
    .describe("danger: hard to take back, or the sync fails; caution: felt by users, or wider access"),
  message: z.string().describe("Reads after the resource's name"),
  hint: z.string().exactOptional().describe("The way out"),
  because: z.array(resource).exactOptional().describe("The resources whose change brought this about"),
  pods: z.int().min(0).exactOptional().describe("How many pods are replaced or stopped"),
  downtime: z.number().min(0).exactOptional().describe("Seconds without a pod that answers, estimated"),
  hosts: z.array(z.string()).exactOptional().describe("Hosts that answer nothing meanwhile"),
};
const effect = z.object(effectFields);
const widerEffect = z.object({ application: z.string().exactOptional(), ...effectFields });

const change = z.object({
  application: z.string(),
  resource,
  kind: z.enum(changeKinds),
  previous: z
    .object({ application: z.string().exactOptional(), resource: resource.exactOptional() })
    .exactOptional()
    .describe("The identity in the base, where it differs"),
  fields: z.array(field),
  effects: z.array(effect),
  at: z.array(location),
});

const euros = z.string().regex(/^[+-]?\d+\.\d{2}$/);

const environment = z.object({
  environment: z.string(),
  kind: z.enum(["added", "removed", "changed"]),
  file: z.string().describe("Its file in the working tree; in the base for a removed one"),
  fields: z.array(field),
  effects: z.array(
    z.object({
      level: effectFields.level,
      message: z.string().describe("Reads after the Environment's name"),
      hint: effectFields.hint,
    }),
  ),
  cost: z
    .object({
      before: euros.exactOptional().describe("Absent where there was no such Environment, or nothing to pay for"),
      after: euros.exactOptional(),
      difference: euros.describe("With its sign"),
      budget: euros.exactOptional().describe("What a month may cost now"),
      isOverBudget: z.boolean(),
      pricesOf: z.string().describe("The day of the prices"),
    })
    .exactOptional()
    .describe("Euros of an average month, net of VAT; absent where it costs nothing, or a price is not known"),
});

const stats = z.object({
  applications: z.int().min(0),
  resources: z.int().min(0),
  rendered: z.int().min(0),
  cached: z.int().min(0),
  ignored: z.int().min(0).exactOptional().describe("Findings that slipway-ignore comments leave out"),
  baselined: z.int().min(0).exactOptional().describe("Findings that the baseline hides"),
  durations: z.record(z.string(), z.number().min(0)).describe("Milliseconds by phase"),
  peakMemoryBytes: z.int().min(0),
});

/** The published form of a Report. A new version is a new file; within one, fields are only ever added. */
export const reportSchema = z.object({
  version: z.literal(reportVersion),
  slipway: z.string().describe("Version of slipway"),
  kubernetesVersion: z.string(),
  base: z.object({ ref: z.string(), commit: z.string() }).exactOptional(),
  applications: z.array(application),
  findings: z.array(finding),
  changes: z.array(change),
  applicationChanges: z
    .array(
      z.object({
        application: z.string(),
        kind: z.enum(["added", "removed", "renamed"]),
        previous: z.string().exactOptional(),
      }),
    )
    .exactOptional()
    .describe("Applications that one side lacks; absent where there was no base"),
  effects: z
    .array(widerEffect)
    .exactOptional()
    .describe("Effects of no single resource: of an Application, or of the whole"),
  headline: z.string().exactOptional().describe("All effects in a line"),
  environments: z
    .array(environment)
    .exactOptional()
    .describe("Environments that differ; absent where there was no base"),
  stats,
});

/** JSON Schema of a Report, as published in schemas/. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: "input" });
  return {
    $schema,
    $id: `https://github.com/slipway-dev/slipway/blob/main/schemas/report.v${reportVersion}.json`,
    title: "slipway report",
    description: "The outcome of `slipway validate --format json`",
    ...schema,
  };
}
