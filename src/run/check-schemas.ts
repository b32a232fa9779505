import { createHash } from "node:crypto";
import { type Locate, mergeMissing, schemaFindings } from "../checks/schema.ts";
import { withoutUnfinished } from "../checks/unfinished.ts";
import type { Engines, SchemaSet } from "../engine/index.ts";
import { locate } from "../gitops/locate.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import type { Tree } from "../tree/index.ts";
import { validateByKind } from "./by-kind.ts";
import { copiedKinds } from "./copied-kinds.ts";
import type { Results } from "./results.ts";
import { schemaSet, schemaSetDigest, type SchemaSources } from "./schema-set.ts";

export interface SchemaContext extends SchemaSources {
  engines: Engines;
  results: Results;
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
  const findings = await Promise.all(
    applications.map((application) => {
      const key = verdictKey(application, digest, results);
      if (key === undefined) return verdict(application, { schemas, ask, tree: context.tree });
      return results.recall(key, context.tree, async () => ({
        value: await verdict(application, { schemas, ask, tree: context.tree }),
        reads: application.rendered.reads,
      }));
    }),
  );
  return mergeMissing(findings.flat());
}

interface VerdictContext {
  schemas: SchemaSet;
  ask: ReturnType<typeof validateByKind>;
  tree: Tree;
}

async function verdict(
  { report, rendered }: RenderedApplication,
  { schemas, ask, tree }: VerdictContext,
): Promise<Finding[]> {
  const { application, resources, reads } = rendered;
  const answers = await Promise.all(resources.map(({ manifest }) => ask(manifest)));
  const verdicts = answers.flatMap((found, document) => found.map((one) => ({ ...one, document })));
  // Argo CD applies what it renders; who applies the rest, and what is done to it before, is not known.
  const results = report.kind === "implicit" ? withoutUnfinished(verdicts, resources) : verdicts;
  const place: Locate = (resource, path) => locate(resource, fieldPath(path), { tree, reads });
  return schemaFindings(application, resources, results, place, copiedKinds(schemas));
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
