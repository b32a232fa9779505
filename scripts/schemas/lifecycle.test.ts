import { describe, expect, it } from "vitest";
import { lifecyclesIn } from "./lifecycle.ts";

const method = (kind: string, event: string, body: string) =>
  `func (in *${kind}) APILifecycle${event}() (major, minor int) {\n\treturn ${body}\n}\n`;

describe("the life cycles in generated Go code", () => {
  it("are those of kinds that are deprecated, without their lists", () => {
    const gvk = 'schema.GroupVersionKind{Group: "policy", Version: "v1", Kind: "Budget"}';
    const code = [
      method("Budget", "Introduced", "1, 5"),
      method("Budget", "Deprecated", "1, 21"),
      method("Budget", "Replacement", gvk),
      method("Budget", "Removed", "1, 25"),
      method("BudgetList", "Deprecated", "1, 21"),
      method("BudgetList", "Removed", "1, 25"),
      method("Stable", "Introduced", "1, 9"),
      method("Gone", "Deprecated", "1, 8"),
      method("Gone", "Removed", "1, 16"),
    ].join("\n");
    expect(lifecyclesIn(code)).toEqual({ Budget: ["1.21", "1.25", "policy/v1"], Gone: ["1.8", "1.16"] });
  });
});
