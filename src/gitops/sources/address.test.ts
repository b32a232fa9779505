import { describe, expect, it } from "vitest";
import { describeUrl, normalRepository, parseChartAddress, registryBase } from "./address.ts";

describe("parseChartAddress", () => {
  it("takes http and https for the address of an index", () => {
    expect(parseChartAddress("https://charts.example.com/stable", "web")).toEqual({
      kind: "http",
      url: "https://charts.example.com/stable",
    });
  });

  it.each(["oci://ghcr.io/org/charts", "oci://ghcr.io/org/charts/", "ghcr.io/org/charts"])(
    "takes %s for a registry, the chart being the end of the name",
    (repository) => {
      expect(parseChartAddress(repository, "web")).toEqual({
        kind: "oci",
        registry: "ghcr.io",
        repository: "org/charts/web",
      });
    },
  );

  it("takes the whole OCI address when no chart is named", () => {
    expect(parseChartAddress("oci://localhost:5000/org/web", "")).toMatchObject({ repository: "org/web" });
  });

  it.each([
    ["file://../web", 'repository "file://../web" is neither'],
    ["@stable", 'repository "@stable" is not an address'],
    ["alias:stable", "is not an address"],
    ["", "is not an address"],
    ["git+https://example.com/x", "is neither an http(s) nor an oci address"],
    ["oci://ghcr.io/Org", '"Org/web" is not a repository name'],
    ["oci://user:secret@ghcr.io/org", "names no OCI registry"],
  ])("refuses %j", (repository, reason) => {
    expect(() => parseChartAddress(repository, "web")).toThrow(reason);
  });

  it("keeps user information out of its errors", () => {
    expect(() => parseChartAddress("ftp://user:secret@example.com/x", "web")).toThrow(/^(?!.*secret).*$/);
    expect(() => parseChartAddress("oci://user:secret@ghcr.io/org", "web")).toThrow(/^(?!.*secret).*$/);
    expect(() => parseChartAddress("https://user:secret@example.com/x", "web")).toThrow(
      /^the address https:\/\/example\.com\/x carries a password$/,
    );
  });
});

describe("describeUrl", () => {
  it("shows neither user information nor query", () => {
    expect(describeUrl("https://user:secret@example.com/a?signature=1")).toBe("https://example.com/a");
    expect(describeUrl("ssh://user:secret@[bad")).toBe("ssh://[bad");
    expect(describeUrl("git@example.com:org/repo")).toBe("git@example.com:org/repo");
  });
});

describe("normalRepository", () => {
  it("gives one spelling to a trailing slash, upper-case hosts and user information", () => {
    expect(normalRepository(" HTTPS://user@Charts.Example.com/Stable/ ")).toBe("https://charts.example.com/Stable");
    expect(normalRepository("ghcr.io/org")).toBe("ghcr.io/org");
  });
});

describe("registryBase", () => {
  it("speaks plain HTTP to this machine only", () => {
    expect(registryBase("localhost:5000").href).toBe("http://localhost:5000/");
    expect(registryBase("127.0.0.1:5000").protocol).toBe("http:");
    expect(registryBase("127.0.0.1.example.com").protocol).toBe("https:");
  });
});
