import { createHash } from "node:crypto";
import type { Labels } from "./client/resource-types.ts";

/** Labels are the only state there is. Keys and values have at most 63 characters; https://docs.hetzner.cloud/reference/cloud#labels */
export const environmentLabel = "slipway.dev/environment";
/** Two repositories may share a project, and each may have a "dev". */
export const repositoryLabel = "slipway.dev/repository";
/** What a resource is within its Environment, so that it is still known when somebody renames it. */
export const partLabel = "slipway.dev/part";
/** Set on a server once the first contact is over; a run that was stopped before is finished by the next. */
export const readyLabel = "slipway.dev/ready";

export interface Owner {
  environment: string;
  /** As `repositoryName` gives it; absent where the working copy has no remote. */
  repository?: string | undefined;
}

export function ownerLabels({ environment, repository }: Owner): Labels {
  return { [environmentLabel]: environment, ...(repository !== undefined && { [repositoryLabel]: repository }) };
}

export const environmentSelector = ({ environment }: Owner): string => `${environmentLabel}=${environment}`;

/** Whether the labels say that this repository made it for this Environment. */
export function isOwn(labels: Labels, { environment, repository }: Owner): boolean {
  const made = labels[repositoryLabel];
  return labels[environmentLabel] === environment && (made === undefined || made === repository);
}

/** A label value for a repository such as `github.com/acme/shop`: its name for people, a hash that tells it from its namesakes. */
export function repositoryName(url: string): string {
  const name = (url.split("/").at(-1) ?? "")
    .replace(/[^a-zA-Z0-9._-]/g, "-")
    .replace(/^[._-]+/, "")
    .slice(0, 40);
  return `${name}-${createHash("sha256").update(url).digest("hex").slice(0, 12)}`.replace(/^-/, "");
}

/** What a server is, by its part: `agent-1` is an agent, everything else runs the control plane. */
export const roleOf = ({ labels }: { labels: Labels }): "server" | "agent" =>
  (labels[partLabel] ?? "").startsWith("agent-") ? "agent" : "server";
