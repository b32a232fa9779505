import { systemImages } from "./data.ts";

const created = "2025-01-15T09:00:00+00:00";

export interface SystemImage {
  id: number;
  name: string;
  architecture: "x86" | "arm";
  os_flavor: string;
  os_version: string;
  description: string;
  deprecated: string | null;
}

export const images: readonly SystemImage[] = systemImages.flatMap(
  ({ ids, name, flavor, version, description, deprecated }) =>
    (["x86", "arm"] as const).map((architecture, index) => ({
      id: ids[index] ?? 0,
      name,
      architecture,
      os_flavor: flavor,
      os_version: version,
      description,
      deprecated: deprecated ?? null,
    })),
);

export const renderSystemImage = (image: SystemImage): Record<string, unknown> => ({
  ...image,
  type: "system",
  status: "available",
  image_size: null,
  disk_size: 5,
  created,
  created_from: null,
  bound_to: null,
  rapid_deploy: true,
  protection: { delete: false },
  deleted: null,
  deprecation: image.deprecated === null ? null : { announced: image.deprecated, unavailable_after: image.deprecated },
  labels: {},
});
