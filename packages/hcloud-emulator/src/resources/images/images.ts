import { z } from "zod";
import { images as systemImages, renderSystemImage } from "../../catalogue/images.ts";
import { parseBody } from "../../http/validation.ts";
import { changeProtection } from "../protection.ts";
import type { Resource } from "../resource.ts";
import { renderImage } from "./render.ts";

const updateBody = z.object({ description: z.string().nullish(), type: z.literal("snapshot").optional() });

export const images: Resource<"images"> = {
  kind: "images",
  singular: "image",
  title: "image",
  sorts: ["id", "name", "created"],
  filters: {
    type: ({ type }) => type,
    status: ({ status }) => status,
    architecture: ({ architecture }) => architecture,
    bound_to: ({ bound_to }) => String(bound_to),
  },
  render: renderImage,
  update(_world, image, request) {
    const { description, type } = parseBody(updateBody, request);
    image.description = description ?? image.description;
    if (type === "snapshot") Object.assign(image, { type, bound_to: null });
  },
  commands: { change_protection: changeProtection("images") },
  others: (query) => systemImages.filter((image) => isWanted(image, query)).map(renderOther),
};

const renderOther = (image: (typeof systemImages)[number]) => ({ ...renderSystemImage(image), id: image.id });

function isWanted(image: (typeof systemImages)[number], query: URLSearchParams): boolean {
  const among = (name: string, value: string): boolean => !query.has(name) || query.getAll(name).includes(value);
  return (
    among("type", "system") &&
    among("name", image.name) &&
    among("architecture", image.architecture) &&
    among("status", "available") &&
    !query.has("bound_to") &&
    (image.deprecated === null || query.get("include_deprecated") !== "false")
  );
}
