import { isAlias, isNode, type Node, parseDocument, visit } from "yaml";

/** Whether a value of a YAML text holds an anchor that is used elsewhere in it: then it need not be read itself. */
export function lentValues(text: string): (path: readonly string[]) => boolean {
  if (!text.includes("&")) return () => false;
  const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: "silent" });
  return (path) => {
    const node = document.getIn(path, true);
    if (!isNode(node)) return false;
    const anchors = new Set<string>();
    const inside = new Set<Node>();
    visit(node, {
      Node: (_key, one) => {
        inside.add(one);
        if (!isAlias(one) && one.anchor !== undefined) anchors.add(one.anchor);
      },
    });
    let lent = false;
    visit(document, {
      Alias: (_key, alias) => {
        if (!inside.has(alias) && anchors.has(alias.source)) lent = true;
      },
    });
    return lent;
  };
}
