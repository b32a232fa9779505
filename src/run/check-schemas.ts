import { createHash } from "node:crypto";
import type { ValidationResult } from "kubeconform-wasm";
import { type Locate, mergeMissing, schemaFindings } from "../checks/schema.ts";
import { withoutUnfinished } from "../checks/unfinished.ts";
import type { Provenance } from "../gitops/provenance/provenance.ts";
import type { Engines } from "../engine/index.ts";
import { locate } from "../gitops/locate.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import { validateByKind } from "./by-kind.ts";
import { copiedKinds } from "./copied-kinds.ts";
import type { Results } from "./results.ts";
import { schemaSet, schemaSetDigest, type SchemaSources } from "./schema-set.ts";

export interface SchemaContext extends SchemaSources {
  engines: Engines;
  results: Results;
  provenance: Provenance;
}

/** Validates every rendered resource against the schema of its kind, CRDs of the repository and its charts included. */
export async function checkSchemas(
  applications: readonly RenderedApplication[],
  context: SchemaContext,
): Promise<Finding[]> {
  const schemas = await schemaSet(applications, context);
  const { engines, kubernetesVersion, results } = context;
  const digest = schemaSetDigest(schemas, kubernetesVersion);
  const ask = validateByKind((resources) => engines.validate({ resources, kubernetesVersion, strict: true, schemas }));
  const isCopy = copiedKinds(schemas);
  const findings = await Promise.all(
    applications.map(async (application) => {
      const key = verdictKey(application, digest, results);
      const make = async (): Promise<ValidationResult[]> => verdict(application, ask);
      const { reads, resources } = application.rendered;
      const verdicts =
        key === undefined
          ? await make()
          : await results.recall(key, context.tree, async () => ({ value: await make(), reads }));
      const place: Locate = (resource, path, aspect) =>
        locate(resource, fieldPath(path), { provenance: context.provenance, application, ...(aspect && { aspect }) });
      return schemaFindings(application.rendered.application, resources, verdicts, place, isCopy);
    }),
  );
  return mergeMissing(findings.flat());
}

/** What the schemas refuse. */
async function verdict(
  { report, rendered }: RenderedApplication,
  ask: ReturnType<typeof validateByKind>,
): Promise<ValidationResult[]> {
  const { resources } = rendered;
  const answers = await Promise.all(resources.map(({ manifest }) => ask(manifest)));
  const verdicts = answers.flatMap((found, document) => found.map((one) => ({ ...one, document })));
  const refused = verdicts.filter(({ status }) => status === "statusInvalid" || status === "statusError");
  // Argo CD applies what it renders; who applies the rest, and what is done to it before, is not known.
  return report.kind === "implicit" ? withoutUnfinished(refused, resources) : refused;
}

/**
 * All that findings follow from besides the files: the request whose rendering gave the manifests, the identities they got in this
 * repository, and the schemas.
 */
function verdictKey(
  { report, rendering, rendered }: RenderedApplication,
  schemas: string,
  { renderings }: Results,
): string | undefined {
  const request = rendering && renderings.requestOf(rendering);
  if (request === undefined) return undefined;
  const about = [request, report.kind, rendered.application, rendered.resources.map(({ id }) => id), schemas];
  return `schema ${createHash("sha256").update(JSON.stringify(about)).digest("hex")}`;
}
