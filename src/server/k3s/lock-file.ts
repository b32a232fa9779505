import { parse, stringify } from "yaml";
import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";
import { type K3sLock, k3sLockSchema } from "./lock.ts";

/** Where a repository keeps what it has pinned of k3s. */
export const k3sLockFile = "manifests/k3s.lock.yaml";

const head = { apiVersion: "slipway.dev/v1alpha1", kind: "K3sLock" } as const;
const schema = z.strictObject({
  apiVersion: z.literal(head.apiVersion),
  kind: z.literal(head.kind),
  ...k3sLockSchema.shape,
});

/** Throws SLW-CONFIG with every mistake. */
export function parseK3sLock(text: string): K3sLock {
  const parsed = schema.safeParse(yamlOf(text));
  if (parsed.success) return { releases: parsed.data.releases };
  throw notValid(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw notValid(error instanceof Error ? error.message : String(error));
  }
}

const notValid = (what: string): SlipwayError =>
  new SlipwayError("SLW-CONFIG", `${k3sLockFile}: ${what}`, {
    hint: "`slipway lock --k3s` writes it anew once it is gone",
  });

const header = '# Written by "slipway lock --k3s": the files that k3s is installed from, pinned to their content.\n\n';

export function formatK3sLock({ releases }: K3sLock): string {
  const sorted = Object.fromEntries(Object.entries(releases).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return header + stringify({ ...head, releases: sorted }, { lineWidth: 0 });
}
