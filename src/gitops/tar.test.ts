import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tarEntry, tarOf } from "./testing/archive.ts";
import { ArchiveRefused, unpackTar } from "./tar.ts";

const shown = (tar: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    [...unpackTar(tar)].map(([path, { type, content }]) => [
      path,
      `${type === "symlink" ? "→ " : ""}${new TextDecoder().decode(content)}`,
    ]),
  );
const link = (name: string, target: string): Uint8Array => tarEntry(name, "", { flag: "2", target });
const pax = (key: string, value: string): Uint8Array => {
  const record = ` ${key}=${value}\n`;
  const digits = [1, 2, 3].find((count) => String(record.length + count).length === count) ?? 0;
  return tarEntry("PaxHeader", `${record.length + digits}${record}`, { flag: "x" });
};

/** The paths, one a line; nothing when the archive is refused. Anything else that goes wrong is thrown. */
function namesOrRefusal(bytes: Uint8Array): string {
  try {
    return [...unpackTar(bytes).keys()].join("\n");
  } catch (error) {
    if (error instanceof ArchiveRefused) return "";
    throw error;
  }
}

describe("a tar archive", () => {
  it("gives its files and links, the later of two, and nothing else", () => {
    const tar = tarOf(
      tarEntry("./a.yaml", "old"),
      tarEntry("dir/", "", { flag: "5" }),
      tarEntry("/dir//b.yaml", "b"),
      tarEntry("a.yaml", "new"),
      link("dir/link", "../a.yaml"),
      link("absolute", "/dir/b.yaml"),
      tarEntry("hard", "", { flag: "1", target: "a.yaml" }),
      tarEntry("device", "", { flag: "3" }),
    );
    expect(shown(tar)).toEqual({
      "a.yaml": "new",
      "dir/b.yaml": "b",
      "dir/link": "→ ../a.yaml",
      absolute: "→ dir/b.yaml",
    });
  });

  it("has long names in pax and GNU form", () => {
    const long = `${"d".repeat(90)}/${"f".repeat(120)}`;
    expect(shown(tarOf(pax("path", long), tarEntry("short", "pax")))).toEqual({ [long]: "pax" });
    expect(shown(tarOf(tarEntry("L", `${long}\0`, { flag: "L" }), tarEntry("short", "gnu")))).toEqual({
      [long]: "gnu",
    });
    expect(shown(tarOf(pax("comment", "x path=evil"), tarEntry("short", "")))).toEqual({ short: "" });
    expect(shown(tarOf(pax("linkpath", "target"), link("a", "other")))).toEqual({ a: "→ target" });
  });

  it.each([
    ["a name", tarEntry("../evil", ""), '"../evil" leads out of it'],
    ["a name that climbs later", tarEntry("a/../../evil", ""), '"a/../../evil" leads out of it'],
    ["a long name", Buffer.concat([pax("path", "../evil"), tarEntry("x", "")]), '"../evil" leads out of it'],
    ["a link", link("a/link", "../../etc/passwd"), 'the symbolic link "a/link" leads out of it, to "../../etc/passwd"'],
    ["a file behind a link", Buffer.concat([link("a", "b"), tarEntry("a/x", "")]), '"a/x" lies behind a symbolic link'],
    ["a size beyond its end", tarEntry("x", "", { size: "77777777777" }), "it is cut off"],
    ["a size that is no number", tarEntry("x", "", { size: "99999999999" }), "it is cut off"],
    [
      "an endless name",
      Buffer.concat([
        pax("path", "a/".repeat(300)),
        tarEntry("L", "a/".repeat(3_000), { flag: "L" }),
        tarEntry("x", ""),
      ]),
      "it has a name of 6000 characters",
    ],
    ["a damaged header", tarEntry("p", "999 path=x\n", { flag: "x" }), "it has a damaged extended header"],
  ])("is refused for %s that leads elsewhere or makes no sense", (_, entry, message) => {
    expect(() => unpackTar(tarOf(entry))).toThrow(new ArchiveRefused(message));
  });

  it("comes to an end, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 4096 }), (bytes) => {
        expect(namesOrRefusal(bytes)).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/m);
      }),
    );
  });
});
