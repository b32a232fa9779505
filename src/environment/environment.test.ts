import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { environmentsIn } from "./environment.ts";

const text = (spec: string) =>
  `# One server.\napiVersion: slipway.dev/v1alpha1\nkind: Environment\nmetadata: { name: dev }\nspec:\n${spec}`;

describe("an Environment file", () => {
  it("names its server types where they stand, and its bootstrap", () => {
    const spec = "  server: { provider: hetzner, types: [cx23, cax11] }\n  argocd: { bootstrap: ./argocd/root.yaml }\n";
    expect(environmentsIn("dev.yaml", text(spec))).toEqual([
      {
        name: "dev",
        at: { file: "dev.yaml", line: 2, column: 1 },
        bootstrap: "argocd/root.yaml",
        serverTypes: [
          { name: "cx23", at: { file: "dev.yaml", line: 6, column: 40 } },
          { name: "cax11", at: { file: "dev.yaml", line: 6, column: 46 } },
        ],
      },
    ]);
  });

  it("has no server types where the cluster is somebody else's", () => {
    expect(environmentsIn("dev.yaml", text("  server: { provider: none, types: [cx23] }\n"))[0]?.serverTypes).toEqual(
      [],
    );
    expect(environmentsIn("dev.yaml", text("  server: {}\n"))[0]?.serverTypes).toEqual([]);
  });

  it("is left alone when it is none, or broken", () => {
    expect(environmentsIn("a.yaml", "kind: Environment\napiVersion: example.org/v1\n")).toEqual([]);
    expect(environmentsIn("a.yaml", text("  server: [\n"))).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (noise) => {
        expect(environmentsIn("a.yaml", text(noise)).length).toBeLessThanOrEqual(noise.split("---").length);
      }),
    );
  });
});
