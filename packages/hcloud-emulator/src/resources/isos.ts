import { isos } from "../catalogue/data.ts";

export const renderIso = ([id, name, description, architecture]: (typeof isos)[number]): Record<string, unknown> => ({
  id,
  name,
  description,
  architecture,
  type: "public",
  deprecation: null,
});
