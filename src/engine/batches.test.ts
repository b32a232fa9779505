import fc from "fast-check";
import { expect, test } from "vitest";
import { inBatches } from "./batches.ts";

test("batches hold every text once and in order, none is empty, and only a single long text makes a large one", () => {
  const lengths = fc.array(fc.oneof(fc.nat(1000), fc.nat(900_000)), { maxLength: 30 });
  fc.assert(
    fc.property(lengths, (all) => {
      const texts = all.map((length, at) => String(at % 10).repeat(length));
      const batches = inBatches(texts);
      expect(batches.flat()).toEqual(texts);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length === 1 || batch.join("").length <= 400_000).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
