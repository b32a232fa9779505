import { describe, expect, test } from "vitest";

import type { Comment, Comments } from "./comments.ts";
import { commentMarker, refreshComment, stickyComment } from "./sticky.ts";

const me = "github-actions[bot]";
const marked = (body: string, name = "manifests") => `${commentMarker(name)}\n${body}`;

/** A conversation in memory; ids grow with time. */
function conversation(...bodies: { body: string; author?: string }[]) {
  let id = 0;
  const held: Comment[] = [];
  const writes: string[] = [];
  const add = ({ body, author = me }: { body: string; author?: string }): Comment => {
    id += 1;
    const comment = { id, body, author, url: `https://github.test/#${id}` };
    held.push(comment);
    return comment;
  };
  for (const given of bodies) add(given);
  const comments: Comments = {
    list: async () => held.map((comment) => ({ ...comment })),
    create: async (body) => {
      writes.push("create");
      return { ...add({ body }) };
    },
    update: async (wanted, body) => {
      writes.push(`update ${wanted}`);
      const comment = held.find((one) => one.id === wanted);
      if (comment === undefined) throw answered(404);
      comment.body = body;
      return { ...comment };
    },
    remove: async (wanted) => {
      writes.push(`remove ${wanted}`);
      const index = held.findIndex((one) => one.id === wanted);
      if (index < 0) throw answered(404);
      held.splice(index, 1);
    },
  };
  return { comments, held, writes, add };
}

function answered(status: number, message = `status ${status}`): Error {
  return Object.assign(new Error(message), { status, response: { headers: {} } });
}

function put(comments: Comments, body = "report") {
  return stickyComment({ comments, viewer: async () => me, name: "manifests", body });
}

function refresh(comments: Comments, body: string) {
  return refreshComment({ comments, viewer: async () => me, name: "manifests", body });
}

describe("which comment", () => {
  test("the first run creates one, the second leaves it alone", async () => {
    const { comments, writes } = conversation();
    expect(await put(comments)).toMatchObject({ commented: true, action: "created" });
    expect(await put(comments)).toMatchObject({ commented: true, action: "unchanged" });
    expect(writes).toEqual(["create"]);
  });

  test("a new report updates the comment in place", async () => {
    const { comments, held } = conversation({ body: marked("old") });
    expect(await put(comments, "new")).toMatchObject({ action: "updated", url: "https://github.test/#1" });
    expect(held).toMatchObject([{ id: 1, body: marked("new") }]);
  });

  test("carriage returns and trailing space, which the web editor adds, are no difference", async () => {
    const { comments, writes } = conversation({ body: `${marked("a\nb").replaceAll("\n", "\r\n")}\n ` });
    expect(await put(comments, "a\nb")).toMatchObject({ action: "unchanged" });
    expect(writes).toEqual([]);
  });

  test("a marker in somebody else's comment is an imitation", async () => {
    const { comments, held } = conversation({ body: marked("planted"), author: "mallory" });
    expect(await put(comments)).toMatchObject({ action: "created" });
    expect(held).toMatchObject([{ body: marked("planted") }, { id: 2 }]);
  });

  test("a marker further down in our own comment is quoted text", async () => {
    const { comments } = conversation({ body: marked(`x\n${commentMarker("manifests")}\n`, "other") });
    expect(await put(comments)).toMatchObject({ action: "created" });
  });

  test("a comment of another name is left alone", async () => {
    const { comments, held } = conversation({ body: marked("other", "staging") });
    await put(comments);
    expect(held).toHaveLength(2);
  });

  test("with nothing to say a comment is kept up to date but not started", async () => {
    const empty = conversation();
    expect(await refresh(empty.comments, "quiet")).toBeUndefined();
    expect(empty.writes).toEqual([]);
    const present = conversation({ body: marked("2 changes") });
    expect(await refresh(present.comments, "quiet")).toMatchObject({ action: "updated" });
  });

  test("the bot suffix that one of GitHub's two APIs adds does not hide our own comment", async () => {
    const { comments } = conversation({ body: marked("old"), author: "slipway-app[bot]" });
    const viewer = async () => "slipway-app";
    expect(await stickyComment({ comments, viewer, name: "manifests", body: "new" })).toMatchObject({
      action: "updated",
    });
  });
});

describe("two at once", () => {
  test("of two that were created at the same moment the older one stays, with the latest report", async () => {
    const { comments, held, add } = conversation();
    const create = comments.create;
    comments.create = async (body) => {
      add({ body: marked("the other run's") });
      return create(body);
    };
    expect(await put(comments, "ours")).toMatchObject({ commented: true, url: "https://github.test/#1" });
    expect(held).toMatchObject([{ id: 1, body: marked("ours") }]);
  });

  test("the other run may have removed the duplicate first", async () => {
    const { comments, held } = conversation({ body: marked("a") }, { body: marked("a") });
    comments.remove = async () => {
      held.splice(1, 1);
      throw answered(404);
    };
    expect(await put(comments, "a")).toMatchObject({ action: "unchanged" });
  });

  test("a list that lags behind the write does not lose the new comment", async () => {
    const { comments } = conversation();
    comments.list = async () => [];
    expect(await put(comments)).toMatchObject({ action: "created", url: "https://github.test/#1" });
  });
});

describe("when GitHub does not", () => {
  test("a lost answer to a create is looked up, not repeated", async () => {
    const { comments, writes, held } = conversation();
    const create = comments.create;
    comments.create = async (body) => {
      await create(body);
      throw Object.assign(new Error("socket hang up"), { status: 500 });
    };
    expect(await put(comments)).toMatchObject({ commented: true });
    expect(writes).toEqual(["create"]);
    expect(held).toHaveLength(1);
  });

  test("a create that never arrived is tried once more", async () => {
    const { comments } = conversation();
    const create = comments.create;
    let calls = 0;
    comments.create = (body) => {
      calls += 1;
      return calls === 1 ? Promise.reject(answered(502)) : create(body);
    };
    expect(await put(comments)).toMatchObject({ action: "created" });
  });

  test.each([
    [403, "Resource not accessible by integration", "read-only"],
    [403, "You have exceeded a secondary rate limit", "rate-limited"],
    [403, "Unable to create comment because issue is locked", "refused"],
    [401, "Bad credentials", "read-only"],
    [404, "Not Found", "not-found"],
    [422, "Validation Failed", "refused"],
    [429, "Too Many Requests", "rate-limited"],
  ])("%i %s comes back as data", async (status, message, kind) => {
    const { comments } = conversation();
    comments.create = () => Promise.reject(answered(status, message));
    expect(await put(comments)).toMatchObject({ commented: false, kind });
  });

  test("a mistake of ours is thrown, not reported as GitHub's", async () => {
    const { comments } = conversation();
    comments.list = () => Promise.reject(new TypeError("x is not a function"));
    await expect(put(comments)).rejects.toThrow(TypeError);
  });
});
