import { describe, expect, it } from "vitest";
import { readHierarchies } from "./hierarchies.ts";

describe("cgroup hierarchies", () => {
  it("of version 1 are one for each mount, with the empty version 2 beside them", () => {
    const mountinfo = [
      "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755",
      "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct",
      "40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,xattr,release_agent=/lib/x,name=systemd",
      "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw,nsdelegate",
      "42 23 0:39 / /proc rw,relatime - proc proc rw",
    ];
    expect(readHierarchies(mountinfo.join("\n"))).toEqual([
      { version: 1, name: "cpu,cpuacct", mountPoint: "/sys/fs/cgroup/cpu,cpuacct", options: "cpu,cpuacct" },
      { version: 1, name: "systemd", mountPoint: "/sys/fs/cgroup/systemd", options: "name=systemd" },
      { version: 2, name: "unified", mountPoint: "/sys/fs/cgroup/unified", options: "" },
    ]);
  });

  it("of version 2 are a single one", () => {
    const line = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot";
    expect(readHierarchies(`${line}\n`)).toEqual([{ version: 2, name: "", mountPoint: "/sys/fs/cgroup", options: "" }]);
  });
});
