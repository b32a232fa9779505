import type { Comment, Comments } from "./comments.ts";
import type { Failure } from "./failure.ts";
import { failureOf } from "./failure.ts";

export type CommentOutcome =
  | { commented: true; action: "created" | "updated" | "unchanged"; url: string }
  | ({ commented: false } & Failure);

/** GitHub refuses bodies over 65,536 characters; the rest is room for the marker and for surrogate pairs. */
export const commentLimit = 64_000;

/** The hidden first line that makes a comment ours. `name` tells several checks on one pull request apart. */
export function commentMarker(name: string): string {
  return `<!-- slipway:validate:${name} -->`;
}

export interface StickyComment {
  comments: Comments;
  /** Login of the token's account: a marker in somebody else's comment is an imitation and is left alone. */
  viewer: () => Promise<string>;
  name: string;
  /** Markdown without the marker. */
  body: string;
}

/**
 * Makes the pull request carry exactly one comment with this body. Writes only what differs, and failures of GitHub
 * come back as data. Two runs that create at the same moment end with the older comment.
 */
export async function stickyComment(sticky: StickyComment): Promise<CommentOutcome> {
  return await put(sticky, async (body, own) =>
    settle(sticky.comments, await createOnce(sticky.comments, own, body), body, "created"),
  );
}

/** Likewise, but starts no comment where there is none. */
export async function refreshComment(sticky: StickyComment): Promise<CommentOutcome | undefined> {
  return await put(sticky, async () => undefined);
}

type FindOwn = () => Promise<Comment[]>;
type WhenAbsent<T> = (body: string, own: FindOwn) => Promise<T>;

async function put<T>(sticky: StickyComment, whenAbsent: WhenAbsent<T>): Promise<CommentOutcome | T> {
  const body = `${commentMarker(sticky.name)}\n${sticky.body}`;
  try {
    const viewer = await sticky.viewer();
    const own = async () => (await sticky.comments.list()).filter((comment) => isOwn(comment, sticky.name, viewer));
    const [oldest, ...younger] = await own();
    if (oldest === undefined) return await whenAbsent(body, own);
    return await settle(sticky.comments, [oldest, ...younger], body, "unchanged");
  } catch (error) {
    return { commented: false, ...failureOf(error) };
  }
}

type Found = [oldest: Comment, ...younger: Comment[]];

/** Creates, then looks again: an answer that got lost, or a run beside this one, may have left more than one. */
async function createOnce(comments: Comments, own: FindOwn, body: string): Promise<Found> {
  try {
    return await createAndLook(comments, own, body);
  } catch (error) {
    if (failureOf(error).kind !== "unreachable") throw error;
    const [oldest, ...younger] = await own();
    return oldest === undefined ? await createAndLook(comments, own, body) : [oldest, ...younger];
  }
}

async function createAndLook(comments: Comments, own: FindOwn, body: string): Promise<Found> {
  const created = await comments.create(body);
  const others = (await own()).filter(({ id }) => id !== created.id);
  const [oldest = created, ...younger] = [...others, created].sort((a, b) => a.id - b.id);
  return [oldest, ...younger];
}

async function settle(
  comments: Comments,
  [oldest, ...younger]: Found,
  body: string,
  untouched: "created" | "unchanged",
): Promise<CommentOutcome> {
  for (const duplicate of younger) await removeIfThere(comments, duplicate.id);
  if (sameText(oldest.body, body)) return { commented: true, action: untouched, url: oldest.url };
  const updated = await comments.update(oldest.id, body);
  return { commented: true, action: "updated", url: updated.url };
}

async function removeIfThere(comments: Comments, id: number): Promise<void> {
  try {
    await comments.remove(id);
  } catch (error) {
    // The other run of a race has tidied up first.
    if (failureOf(error).kind !== "not-found") throw error;
  }
}

/** The marker counts only as the first line: further down it is text that a manifest brought along. */
function isOwn(comment: Comment, name: string, viewer: string): boolean {
  const marked = normalise(comment.body).startsWith(`${commentMarker(name)}\n`);
  return marked && (comment.author === viewer || comment.author === `${viewer}[bot]`);
}

function sameText(left: string, right: string): boolean {
  return normalise(left) === normalise(right);
}

function normalise(text: string): string {
  return text.replaceAll("\r\n", "\n").trimEnd();
}
