/** Argo CD's `normalize`: a DNS subdomain out of any name. */
export function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-a-z0-9.]/gsu, "-")
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, "");
}

const slugLimit = 50;

/**
 * The branch slug of the pullRequest generator: lower case letters, digits and dashes, cut at a dash where 50
 * characters would split a word. Letters with accents lose them; other scripts are dropped, where Argo CD spells them out.
 */
export function branchSlug(branch: string): string {
  const plain = branch
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("_", "-")
    .replaceAll("&", " and ")
    .replaceAll("@", " at ");
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug.length <= slugLimit) return slug;
  const cut = slug.slice(0, slugLimit);
  if (slug.charAt(slugLimit) === "-") return cut;
  const dash = cut.lastIndexOf("-");
  return dash > 0 ? cut.slice(0, dash) : cut;
}

/** Go's path.Base and path.Dir on repository paths. */
export function baseName(path: string): string {
  const clean = path.replace(/\/+$/, "");
  if (clean === "") return path === "" ? "." : "/";
  return clean.slice(clean.lastIndexOf("/") + 1);
}

export function directoryName(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash) || "/";
}
