import type { PlatformCheck } from "../platform.ts";
import { checkDrains } from "./drains.ts";
import { checkHardening } from "./hardening.ts";
import { checkHostAccess } from "./host-access.ts";
import { checkImages } from "./images.ts";
import { checkProbes } from "./probes.ts";
import { checkResources } from "./resources.ts";
import { checkSecrets } from "./secrets.ts";

const checks: readonly PlatformCheck[] = [
  checkSecrets,
  checkImages,
  checkResources,
  checkProbes,
  checkHostAccess,
  checkHardening,
  checkDrains,
];

/** What is asked of every workload and Secret that the repository's own files bring to a cluster. */
export const checkPolicy: PlatformCheck = (platform) => checks.flatMap((check) => check(platform));
