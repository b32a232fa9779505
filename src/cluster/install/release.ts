import { SlipwayError } from "../../model/error.ts";
import { releaseDigests } from "./release-digests.ts";

export type Flavour = "core" | "standard" | "ha";

/** Path of each flavour's manifest in Argo CD's repository. */
const files: Record<Flavour, string> = {
  core: "manifests/core-install.yaml",
  standard: "manifests/install.yaml",
  ha: "manifests/ha/install.yaml",
};

const repository = "https://raw.githubusercontent.com/argoproj/argo-cd";

export interface Release {
  url: string;
  /** `sha256:…` of the file's bytes. */
  digest: string;
}

/**
 * The install manifest of a version, and what its bytes must hash to: what is declared, or what slipway knows. `mirror` stands
 * in front of `/<version>/manifests/…` in GitHub's place. Throws SLW-CONFIG for a version whose hash nobody says.
 */
export function releaseOf(
  { version, flavour, digest }: { version: string; flavour: Flavour; digest?: string | undefined },
  mirror: string = repository,
): Release {
  const expected = digest ?? releaseDigests[version]?.[flavour];
  const url = `${mirror.replace(/\/$/, "")}/${version}/${files[flavour]}`;
  if (expected !== undefined) return { url, digest: expected };
  throw new SlipwayError("SLW-CONFIG", `nobody says what ${url} must hash to`, {
    hint: `put its sha256 into spec.argocd.digest; slipway knows the hashes of ${Object.keys(releaseDigests).join(", ")}`,
  });
}
