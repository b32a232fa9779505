import { z } from "zod";

/** A list that names nothing twice; the JSON Schema says so, too. */
export function distinct<List extends z.ZodType<readonly string[]>>(list: List, description: string): List {
  return list
    .superRefine((items, context) => {
      for (const [index, item] of items.entries()) {
        if (items.indexOf(item) === index) continue;
        context.addIssue({ code: "custom", message: "it is in the list already", path: [index] });
      }
    })
    .meta({ uniqueItems: true, description });
}
