import { basename } from "node:path";

/** A mounted cgroup hierarchy: one of version 1 for each controller, or the only one of version 2. */
export interface Hierarchy {
  version: 1 | 2;
  /** Folder below /sys/fs/cgroup; empty where version 2 is mounted there itself. */
  name: string;
  mountPoint: string;
  /** What `mount -o` needs to mount it again, such as `cpu,cpuacct` or `name=systemd`; empty for version 2. */
  options: string;
}

const root = "/sys/fs/cgroup";
const notControllers = /^(rw|ro|xattr|clone_children|cpuset_v2_mode|noprefix|release_agent=.*|nsdelegate|memory_.*)$/;

/** The hierarchies in /proc/self/mountinfo, whose fields proc_pid_mountinfo(5) describes. */
export function readHierarchies(mountinfo: string): Hierarchy[] {
  return mountinfo.split("\n").flatMap((line): Hierarchy[] => {
    const [mount = "", superblock = ""] = line.split(" - ");
    const mountPoint = mount.split(" ")[4] ?? "";
    const [type, , options = ""] = superblock.split(" ");
    if (mountPoint !== root && !mountPoint.startsWith(`${root}/`)) return [];
    const name = mountPoint === root ? "" : basename(mountPoint);
    if (type === "cgroup2") return [{ version: 2, name, mountPoint, options: "" }];
    if (type !== "cgroup") return [];
    const controllers = options.split(",").filter((option) => !notControllers.test(option));
    return [{ version: 1, name, mountPoint, options: controllers.join(",") }];
  });
}
