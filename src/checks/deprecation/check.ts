import type { PlatformCheck } from "../platform.ts";
import { checkApiVersions } from "./api-versions.ts";
import { checkOldFields } from "./fields.ts";

/** API versions, fields and annotations that are on their way out, or gone. */
export const checkDeprecation: PlatformCheck = (platform) => [
  ...checkApiVersions(platform),
  ...checkOldFields(platform),
];
