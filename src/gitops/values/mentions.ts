interface Node {
  children: Map<string, Node>;
  /** Read as a whole, with all that is below it. */
  whole: boolean;
}

/** The paths below `.Values` that templates name. */
export class Mentions {
  private readonly root: Node = { children: new Map(), whole: false };

  /** Notes every path in a template's text. `.Values` alone, handed on or looped over, reads everything. */
  scan(text: string): void {
    if (text.includes('"Values"')) this.root.whole = true;
    for (let at = text.indexOf(".Values"); at >= 0; at = text.indexOf(".Values", at + 7)) {
      const rest = text.slice(at + 7, at + 1007);
      if (/^\w/.test(rest)) continue;
      const path = /^(?:\.[A-Za-z_]\w*)*/.exec(rest)?.[0] ?? "";
      if (path !== "") this.note(path.slice(1).split("."));
      // As in `index .Values "web-server" "port"` and `hasKey .Values "port"`.
      else
        this.note(
          [...(/^(?:[ \t]+"[^"\n]*")+/.exec(rest)?.[0] ?? "").matchAll(/"([^"]*)"/g)].map(([, key = ""]) => key),
        );
    }
  }

  /** A dotted path that is read otherwise, such as the condition of a dependency. */
  add(path: string): void {
    if (path !== "") this.note(path.split("."));
  }

  /** What is known below a path: undefined where nothing is named there. */
  get below(): Named {
    return named(this.root);
  }

  private note(path: readonly string[]): void {
    let node = this.root;
    for (const key of path) {
      const child = node.children.get(key) ?? { children: new Map(), whole: false };
      node.children.set(key, child);
      node = child;
    }
    node.whole = true;
  }
}

/** One place in the values, as templates name it. */
export interface Named {
  whole: boolean;
  keys: () => Iterable<string>;
  child: (key: string) => Named | undefined;
}

const named = (node: Node): Named => ({
  whole: node.whole,
  keys: () => node.children.keys(),
  child: (key) => {
    const child = node.children.get(key);
    return child && named(child);
  },
});
