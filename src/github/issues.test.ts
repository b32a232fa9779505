import { describe, expect, it } from "vitest";
import { type Issue, issueMarker, type Issues, stickyIssue } from "./issues.ts";

function tracker(...open: Issue[]): Issues & { said: string[] } {
  const said: string[] = [];
  return {
    said,
    listOpen: async () => open,
    create: async (title, body) => {
      said.push(`create ${title}`);
      return { number: 9, title, body, url: "u9", author: "robot" };
    },
    update: async (number, title) => void said.push(`update ${number} ${title}`),
    close: async (number) => void said.push(`close ${number}`),
  };
}

const viewer = async (): Promise<string> => "robot";
const name = "drift:dev";
const own = (number: number, title: string, text: string): Issue => ({
  ...{ number, title, url: `u${number}`, author: "robot[bot]" },
  body: `${issueMarker(name)}\n${text}`,
});
const wanted = { title: "dev differs", body: "As of 07:00.\nweb" };

describe("the one issue of an Environment", () => {
  it("is opened when there is something to say, and only then", async () => {
    const issues = tracker();
    expect(await stickyIssue({ issues, viewer, name })).toEqual({ action: "none" });
    expect(await stickyIssue({ issues, viewer, name, wanted })).toEqual({ action: "opened", url: "u9" });
    expect(issues.said).toEqual(["create dev differs"]);
  });

  it("is written only when something but the time differs", async () => {
    const issues = tracker(own(1, "dev differs", "As of 06:00.\nweb"));
    expect(await stickyIssue({ issues, viewer, name, wanted })).toEqual({ action: "unchanged", url: "u1" });
    const other = { ...wanted, body: "As of 07:00.\nweb and database" };
    expect(await stickyIssue({ issues, viewer, name, wanted: other })).toEqual({ action: "updated", url: "u1" });
    expect(issues.said).toEqual(["update 1 dev differs"]);
  });

  it("is closed when all is well, and so is a second one", async () => {
    const issues = tracker(own(1, "dev differs", "x"), own(2, "dev differs", "x"));
    expect(await stickyIssue({ issues, viewer, name })).toEqual({ action: "closed", url: "u1" });
    expect(issues.said).toEqual(["close 2", "close 1"]);
  });

  it("is not somebody else's, whatever marker that has", async () => {
    const issues = tracker({ ...own(1, "dev differs", "x"), author: "stranger" });
    expect(await stickyIssue({ issues, viewer, name })).toEqual({ action: "none" });
  });
});
