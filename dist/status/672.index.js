export const id = 672;
export const ids = [672];
export const modules = {

/***/ 45672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  provisionedCluster: () => (/* binding */ provisionedCluster)
});

// EXTERNAL MODULE: ./build/src/cluster/kubeconfig.js
var kubeconfig = __webpack_require__(65061);
// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(81729);
;// CONCATENATED MODULE: ./build/src/download.js

const limit = 300_000;
function downloadBy(fetch, signal) {
    return async (url) => {
        const time = AbortSignal.timeout(limit);
        try {
            const response = await fetch(new URL(url), { signal: AbortSignal.any([signal, time]) });
            if (response.ok)
                return new Uint8Array(await response.arrayBuffer());
            throw new model_error/* SlipwayError */.GQ("SLW-SOURCE", `${url} answered ${response.status}`);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof model_error/* SlipwayError */.GQ)
                throw error;
            const why = time.aborted ? `did not arrive within ${limit / 1000} s` : `could not be read: ${wordsOf(error)}`;
            throw new model_error/* SlipwayError */.GQ("SLW-SOURCE", `${url} ${why}`, { hint: "is it reachable from here?", cause: error });
        }
    };
}
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? wordsOf(error.cause) : error.message;
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/server/paths.js
const paths_paths = {
    hostKey: "/etc/ssh/ssh_host_ed25519_key",
    nextHostKey: "/etc/slipway/next_host_ed25519_key",
    injectedHostKey: "/etc/slipway/injected_host_key.pub",
    firstBoot: "/var/lib/slipway/first-boot.json",
    instanceId: "/var/lib/cloud/data/instance-id",
};

;// CONCATENATED MODULE: ./build/src/server/cloud-init/first-boot.js

const first_boot_firstBootScript = (/* unused pure expression or super */ null && (`#!/bin/sh
set -eu
export DEBIAN_FRONTEND=noninteractive
state=$(dirname ${paths.firstBoot})
instance=$(cat ${paths.instanceId})
step="start"
warnings=""
mkdir -p "$state"

leave() {
  printf '{"instance":"%s","status":"%s","step":"%s","warnings":[%s]}\\n' "$instance" "$1" "$step" "$warnings" > "$state/first-boot.new"
  sync "$state/first-boot.new"
  mv -f "$state/first-boot.new" ${paths.firstBoot}
}
warn() {
  warnings="$warnings\${warnings:+,}\\"$1\\""
}
trap 'code=$?; [ "$code" -eq 0 ] || leave failed' EXIT

# A key prepared on the server that the snapshot was taken of must not become this one's.
rm -f ${paths.nextHostKey} ${paths.nextHostKey}.pub

step="packages"
missing=""
command -v nft > /dev/null || missing="$missing nftables"
command -v curl > /dev/null || missing="$missing curl"
command -v unattended-upgrade > /dev/null || missing="$missing unattended-upgrades"
if [ -n "$missing" ]; then
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=5 update
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=5 install --yes --no-install-recommends $missing
fi

step="metadata guard"
systemctl daemon-reload
systemctl enable --now slipway-metadata-guard.service

step="kernel settings"
sysctl -q -p /etc/sysctl.d/90-slipway.conf

step="unattended upgrades"
systemctl enable --now apt-daily.timer apt-daily-upgrade.timer

step="swap"
memory=$(awk '/^MemTotal:/ {print int($2 / 1024)}' /proc/meminfo)
if [ "$memory" -lt 9216 ] && [ ! -e /swapfile ] && [ -z "$(swapon --show --noheadings)" ]; then
  if (umask 077 && rm -f /swapfile.new && fallocate -l 2G /swapfile.new && mkswap -q /swapfile.new) && swapon /swapfile.new; then
    swapoff /swapfile.new
    mv /swapfile.new /swapfile
    grep -q '^/swapfile ' /etc/fstab || printf '/swapfile none swap sw 0 0\\n' >> /etc/fstab
    swapon /swapfile
  else
    rm -f /swapfile.new
    warn "the file system takes no swap file"
  fi
fi

step="done"
leave "done"
`));

;// CONCATENATED MODULE: ./build/src/server/cloud-init/kernel.js
const sysctls = {
    "vm.overcommit_memory": 1,
    "vm.panic_on_oom": 0,
    "kernel.panic": 10,
    "kernel.panic_on_oops": 1,
    "kernel.keys.root_maxkeys": 1_000_000,
    "kernel.keys.root_maxbytes": 25_000_000,
    "vm.swappiness": 10,
    "fs.inotify.max_user_instances": 1024,
    "fs.inotify.max_user_watches": 524_288,
};
const kernel_sysctlFile = () => Object.entries(sysctls)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join("");
const kernel_metadataGuard = (/* unused pure expression or super */ null && (`table inet slipway_metadata
delete table inet slipway_metadata
table inet slipway_metadata {
  chain forward {
    type filter hook forward priority -200; policy accept;
    ip daddr 169.254.169.254 counter drop
  }
}
`));
const kernel_metadataGuardUnit = (file) => `[Unit]
Description=Keep pods away from the metadata service
Before=k3s.service k3s-agent.service
ConditionPathExists=${file}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/sbin/nft -f ${file}

[Install]
WantedBy=multi-user.target
`;

;// CONCATENATED MODULE: ./build/src/server/cloud-init/sshd.js

const sshd_sshdConfig = (/* unused pure expression or super */ null && (`HostKey ${paths.hostKey}
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
AuthenticationMethods publickey
AllowTcpForwarding local
AllowAgentForwarding no
X11Forwarding no
PermitTunnel no
LoginGraceTime 30
MaxAuthTries 3
ClientAliveInterval 30
ClientAliveCountMax 4
`));

;// CONCATENATED MODULE: ./build/src/server/cloud-init/user-data.js





const userDataLimit = (/* unused pure expression or super */ null && (32 * 1024));
function user_data_userData({ hostKey, authorizedKeys, reboot }) {
    const guard = "/etc/slipway/metadata-guard.nft";
    const script = "/usr/local/lib/slipway/first-boot";
    const config = {
        disable_root: false,
        ssh_pwauth: false,
        ssh_deletekeys: true,
        ssh_keys: { ed25519_private: hostKey.privateKey, ed25519_public: `${hostKey.publicKey}\n` },
        users: [{ name: "root", lock_passwd: true, ssh_authorized_keys: authorizedKeys.map((key) => key.trim()) }],
        write_files: [
            file("/etc/ssh/sshd_config.d/10-slipway.conf", sshdConfig),
            file("/etc/sysctl.d/90-slipway.conf", sysctlFile()),
            file("/etc/apt/apt.conf.d/52slipway-upgrades", upgrades(reboot)),
            file(guard, metadataGuard),
            file("/etc/systemd/system/slipway-metadata-guard.service", metadataGuardUnit(guard)),
            file(paths.injectedHostKey, `${hostKey.publicKey}\n`),
            { ...file(script, firstBootScript), permissions: "0755" },
        ],
        runcmd: [[script]],
    };
    const text = `#cloud-config\n${stringify(config, { lineWidth: 0 })}`;
    const size = Buffer.byteLength(text);
    if (size > userDataLimit)
        throw new RangeError(`user-data has ${size} bytes, Hetzner takes ${userDataLimit}`);
    return text;
}
const file = (path, content) => ({ path, content, permissions: "0644", owner: "root:root" });
function upgrades(reboot) {
    const restart = reboot === "never"
        ? ['Unattended-Upgrade::Automatic-Reboot "false";']
        : ['Unattended-Upgrade::Automatic-Reboot "true";', `Unattended-Upgrade::Automatic-Reboot-Time "${reboot.at}";`];
    return ['APT::Periodic::Update-Package-Lists "1";', 'APT::Periodic::Unattended-Upgrade "1";', ...restart, ""].join("\n");
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/src/server/private-folder.js



const longestPath = 60;
async function private_folder_privateFolder() {
    const parent = (0,external_node_os_.tmpdir)().length > longestPath ? "/tmp" : (0,external_node_os_.tmpdir)();
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, "slw-"));
    return {
        path,
        async write(name, content) {
            const file = (0,external_node_path_.join)(path, name);
            await (0,promises_.writeFile)(file, content, { mode: 0o600 });
            return file;
        },
        [Symbol.asyncDispose]: () => (0,promises_.rm)(path, { recursive: true, force: true }),
    };
}

;// CONCATENATED MODULE: ./build/src/server/trust/keys.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




async function keys_newHostKey(processes) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const folder = __addDisposableResource(env_1, await privateFolder(), true);
        const path = join(folder.path, "key");
        await keygen(processes, ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path]);
        const [privateKey, publicKey] = await Promise.all([readFile(path, "utf8"), readFile(`${path}.pub`, "utf8")]);
        return { privateKey, publicKey: publicKey.trim() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function publicKeyOf(privateKey, processes) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const folder = __addDisposableResource(env_2, await privateFolder(), true);
        const path = await folder.write("key", keyFile(privateKey));
        const printed = await keygen(processes, ["-y", "-P", "", "-f", path]);
        return printed.trim().split(/\s+/).slice(0, 2).join(" ");
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
const keyFile = (privateKey) => `${privateKey.replaceAll("\r\n", "\n").trim()}\n`;
async function keygen(processes, args) {
    const { code, stdout, stderr } = await processes.run({ file: "ssh-keygen", args });
    if (code === 0)
        return stdout;
    if (code === undefined) {
        throw new SlipwayError("SLW-SSH-KEY", `ssh-keygen could not be run: ${stderr.trim()}`, {
            hint: "Install OpenSSH's client (openssh-client on Debian and Ubuntu).",
        });
    }
    const reason = /passphrase/.test(stderr) ? "it has a passphrase" : `OpenSSH says: ${lastLine(stderr)}`;
    throw new SlipwayError("SLW-SSH-KEY", `the private key cannot be used: ${reason}`, {
        hint: "The secret must hold the whole private key file, without a passphrase: ssh-keygen -t ed25519 -N '' -f slipway",
    });
}
const lastLine = (text) => (text.trim().split("\n").at(-1) ?? "").replace(/"?\/\S*\/key"?:? ?/, "");

;// CONCATENATED MODULE: ./build/src/server/trust/known-hosts.js

function known_hosts_knownHosts(endpoints, publicKeys) {
    const hosts = endpoints.map(hostPattern).join(",");
    return publicKeys.map((key) => `${hosts} ${key.trim().split(/\s+/).slice(0, 2).join(" ")}\n`).join("");
}
function hostPattern({ address, port = 22 }) {
    const host = ((0,external_node_net_.isIPv6)(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address).toLowerCase();
    return port === 22 ? host : `[${host}]:${port}`;
}

;// CONCATENATED MODULE: ./build/src/server/ssh/failure.js


const lost = {
    code: "SLW-SSH-LOST",
    pattern: /connection reset|closed by|broken pipe|not responding|mux_client|connection aborted|kex_exchange_identification|read from master|master session/i,
    says: "lost the connection",
    hint: "Run again: what was done stays, the rest is finished.",
};
const causes = [
    {
        code: "SLW-SSH-HOST-KEY",
        pattern: /host key verification failed|remote host identification has changed|no \S+ host key is known|no matching host key type/i,
        says: "shows another host key than the pinned one",
        hint: "Either the server was replaced behind slipway's back or somebody is in between. Nothing was sent. Compare the key at the server's console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub",
    },
    {
        code: "SLW-SSH-AUTH",
        pattern: /permission denied|too many authentication failures/i,
        says: "refused the user's key",
        hint: "Use the private key whose public half the server was made with.",
    },
    lost,
    {
        code: "SLW-SSH-UNREACHABLE",
        pattern: /connection refused/i,
        says: "refuses connections: SSH is not running there",
        hint: "A server that is starting answers after some seconds; else look at its console.",
    },
    {
        code: "SLW-SSH-UNREACHABLE",
        pattern: /timed out|no route to host|network is unreachable|could not resolve|cannot assign/i,
        says: "does not answer",
        hint: "Check that it runs, and that sshFrom in the Environment lets this machine in.",
    },
];
function sshFailure({ address, port = 22 }, stderr, during = "login") {
    const words = stderr.trim();
    const said = words.split("\n").at(-1) || "ssh said nothing";
    const where = `${address} port ${port}`;
    if ((0,external_node_net_.isIPv6)(address) && /network is unreachable|cannot assign requested address/i.test(words)) {
        return new model_error/* SlipwayError */.GQ("SLW-SSH-IPV6", `${where} cannot be reached: this machine has no way to IPv6 addresses`, {
            hint: "Set publicIPv4: true in the Environment, or run on a machine with IPv6; GitHub's hosted runners have none.",
        });
    }
    const cause = causes.find(({ pattern }) => pattern.test(words)) ?? (during === "session" ? lost : undefined);
    if (cause === undefined) {
        return new model_error/* SlipwayError */.GQ("SLW-SSH-UNREACHABLE", `${where} could not be logged in to: ${said}`, {
            hint: "Is OpenSSH's client installed here, and does the server run?",
        });
    }
    return new model_error/* SlipwayError */.GQ(cause.code, `${where} ${cause.says} (${said.replace(/^(?!ssh)/, "ssh: ")})`, {
        hint: cause.hint,
    });
}

;// CONCATENATED MODULE: ./build/src/server/ssh/options.js
const always = {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    GlobalKnownHostsFile: "/dev/null",
    HostKeyAlgorithms: "ssh-ed25519",
    UpdateHostKeys: "no",
    CheckHostIP: "no",
    IdentitiesOnly: "yes",
    IdentityAgent: "none",
    PreferredAuthentications: "publickey",
    ForwardAgent: "no",
    ForwardX11: "no",
    RequestTTY: "no",
    EscapeChar: "none",
    LogLevel: "ERROR",
    ConnectTimeout: "10",
    ServerAliveInterval: "5",
    ServerAliveCountMax: "3",
};
function sshArguments({ address, port = 22 }, user, files, multiplexing) {
    const options = {
        ...always,
        UserKnownHostsFile: files.knownHosts,
        IdentityFile: files.identity,
        ControlPath: files.controlSocket,
        ControlMaster: multiplexing === "master" ? "yes" : "no",
        ControlPersist: "no",
    };
    const pinned = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
    return ["-F", "/dev/null", ...pinned, "-p", String(port), "-l", user, "--", address];
}

;// CONCATENATED MODULE: ./build/src/server/ssh/quote.js
const commandLine = (argv) => argv.map((word) => (/^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(" ");

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/src/server/ssh/tunnel.js



const attempts = 3;
async function openTunnel(processes, shared, endpoint, remotePort) {
    let said = "";
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        const port = await freePort();
        const forwarding = ["-L", `127.0.0.1:${port}:127.0.0.1:${remotePort}`];
        const control = (operation) => processes.run({ file: "ssh", args: ["-O", operation, ...forwarding, ...shared] });
        const { code, stderr } = await control("forward");
        if (code === 0)
            return {
                port,
                async [Symbol.asyncDispose]() {
                    await control("cancel");
                },
            };
        said = stderr;
    }
    throw sshFailure(endpoint, said);
}
async function freePort() {
    const server = (0,external_node_net_.createServer)().listen(0, "127.0.0.1");
    await (0,external_node_events_.once)(server, "listening");
    const address = server.address();
    server.close();
    await (0,external_node_events_.once)(server, "close");
    if (address === null || typeof address === "string")
        throw new Error("the loopback has no ports");
    return address.port;
}

;// CONCATENATED MODULE: ./build/src/server/ssh/connection.js
var connection_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var connection_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});









const tenMinutes = 600_000;
const sshFailed = 255;
async function connect(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { endpoint, user = "root", privateKey, hostKeys, processes, signal } = options;
        signal?.throwIfAborted();
        const cleanup = connection_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const folder = cleanup.use(await private_folder_privateFolder());
        const files = await writeFiles(folder, keyFile(privateKey), known_hosts_knownHosts([endpoint], hostKeys));
        const master = await startMaster(processes, sshArguments(endpoint, user, files, "master"), endpoint, signal);
        cleanup.defer(() => master.stop());
        const shared = sshArguments(endpoint, user, files, "client");
        const taken = cleanup.move();
        const attempt = (argv, given) => runShared(processes, endpoint, [...shared, commandLine(argv)], argv, given);
        return {
            endpoint,
            attempt,
            async run(argv, given) {
                const result = await attempt(argv, given);
                if (result.code === 0)
                    return result.stdout;
                throw commandFailed(endpoint, argv, result);
            },
            forward: (remotePort) => openTunnel(processes, shared, endpoint, remotePort),
            [Symbol.asyncDispose]: () => taken.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = connection_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function writeFiles(folder, key, hosts) {
    const [identity, pinned] = await Promise.all([folder.write("key", key), folder.write("known_hosts", hosts)]);
    return { identity, knownHosts: pinned, controlSocket: (0,external_node_path_.join)(folder.path, "c") };
}
async function startMaster(processes, args, endpoint, signal) {
    const master = processes.start({ file: "ssh", args: [...args, "echo ready && exec cat > /dev/null"] });
    const abort = () => void master.stop();
    signal?.addEventListener("abort", abort, { once: true });
    const word = await master.spoke;
    signal?.removeEventListener("abort", abort);
    signal?.throwIfAborted();
    if (word?.startsWith("ready") === true)
        return master;
    const { stderr } = await ended(master);
    throw sshFailure(endpoint, stderr);
}
async function ended(master) {
    await master.stop();
    return await master.ended;
}
async function runShared(processes, endpoint, args, argv, { stdin, signal, timeout = tenMinutes } = {}) {
    const limit = AbortSignal.timeout(timeout);
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    try {
        const exit = await processes.run({ file: "ssh", args, ...(stdin !== undefined && { stdin }) }, { signal: either });
        if (exit.code === undefined || exit.code === sshFailed)
            throw sshFailure(endpoint, exit.stderr, "session");
        return { code: exit.code, stdout: exit.stdout, stderr: exit.stderr };
    }
    catch (error) {
        if (error !== limit.reason || !limit.aborted)
            throw error;
        throw new model_error/* SlipwayError */.GQ("SLW-SSH-TIMEOUT", `${endpoint.address}: "${shortened(argv)}" did not end within ${timeout / 1000} s`, { hint: "Run again; if it stays, look at the server's load, memory and disk.", cause: error });
    }
}
function commandFailed(endpoint, argv, { code, stdout, stderr }) {
    const said = (stderr.trim() || stdout.trim()).split("\n").slice(-8).join("\n");
    return new model_error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `${endpoint.address}: "${shortened(argv)}" ended with ${code}${said && `:\n${said}`}`);
}
function shortened(argv) {
    const words = argv[0] === "sh" && argv[1] === "-c" ? [argv[2]?.trim().split("\n")[0] ?? ""] : argv;
    const text = words.join(" ");
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

// EXTERNAL MODULE: ./node_modules/rfc4648/lib/rfc4648.js
var rfc4648 = __webpack_require__(98589);
;// CONCATENATED MODULE: ./build/src/server/trust/host-key-label.js


const algorithm = "ssh-ed25519";
const header = Buffer.concat([host_key_label_length(algorithm.length), Buffer.from(algorithm), host_key_label_length(32)]);
const size = 32;
const host_key_label_hostKeyLabels = { current: "slipway.dev/host-key", next: "slipway.dev/host-key-next" };
function host_key_label_labelOfHostKey(publicKey) {
    const [type, encoded] = publicKey.trim().split(/\s+/);
    const blob = Buffer.from(encoded ?? "", "base64");
    const isEd25519 = blob.length === header.length + size && blob.subarray(0, header.length).equals(header);
    if (type !== algorithm || !isEd25519)
        throw notAKey("the public key", publicKey);
    return base32.stringify(blob.subarray(header.length), { pad: false }).toLowerCase();
}
function hostKeyOfLabel(label) {
    const bytes = decoded(label);
    if (bytes?.length !== size)
        throw notAKey(`the label ${host_key_label_hostKeyLabels.current}`, label);
    return `${algorithm} ${Buffer.concat([header, bytes]).toString("base64")}`;
}
function decoded(label) {
    if (!/^[a-z2-7]{52}$/.test(label))
        return undefined;
    try {
        return rfc4648/* base32 */.RG.parse(label.toUpperCase(), { loose: true });
    }
    catch {
        return undefined;
    }
}
function host_key_label_length(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}
const notAKey = (what, value) => new model_error/* SlipwayError */.GQ("SLW-SSH-HOST-KEY", `${what} is not an Ed25519 host key: "${value.slice(0, 80)}"`, {
    hint: "Somebody changed it. Read the key at the server's console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub",
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/server/trust/rotation-state.js


const rotationSteps = (/* unused pure expression or super */ null && (["prepare", "announce", "activate", "confirm", "clean"]));
function rotation_state_remainingSteps({ current, injected, next }) {
    if (next !== undefined)
        return rotationSteps.slice(rotationSteps.indexOf("announce"));
    if (current !== injected)
        return ["confirm"];
    return rotationSteps;
}
const line = schemas/* string */.YjP().regex(/^ssh-ed25519 [A-Za-z0-9+/=]+$/);
const answer = schemas/* object */.Ikc({ current: line, injected: line.optional(), next: line.optional() });
function rotation_state_parseHostKeyState(output) {
    const entries = output
        .trim()
        .split("\n")
        .map((text) => /^(\w+) (\S+ \S+)/.exec(text)?.slice(1, 3) ?? []);
    const parsed = answer.safeParse(Object.fromEntries(entries));
    if (parsed.success)
        return parsed.data;
    throw new SlipwayError("SLW-SERVER-COMMAND", `the server did not say which host keys it has, but: ${output.slice(0, 200)}`, {
        hint: "Look at its console: ls -l /etc/ssh /etc/slipway",
    });
}

;// CONCATENATED MODULE: ./build/src/server/trust/rotation.js
var rotation_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var rotation_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



async function rotation_rotateHostKey(pins, { connect, pin, log }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const first = rotation_addDisposableResource(env_1, await connect(rotation_pinned(pins)), true);
        const state = parseHostKeyState(await first.run(script(report)));
        const steps = remainingSteps(state);
        if (steps.length === 1 && pins.current === state.current && pins.next === undefined)
            return state.current;
        const has = (step) => steps.includes(step);
        const next = has("prepare") ? await prepare(first) : (state.next ?? state.current);
        if (has("announce") && next !== pins.current)
            await pin({ current: pins.current, next });
        if (has("activate")) {
            log.info("replacing the host key that came with user-data");
            await first.run(script(activate));
        }
        const second = rotation_addDisposableResource(env_1, await connect([next]), true);
        await pin({ current: next });
        if (has("clean"))
            await second.run(script(clean));
        log.info("the server shows a host key that was made on it and is known nowhere else");
        return next;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rotation_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const rotation_pinned = ({ current, next }) => next === undefined ? [current] : [current, next];
async function prepare(remote) {
    const state = parseHostKeyState(await remote.run(script(`${prepareNext}\n${report}`)));
    return state.next ?? state.current;
}
const report = (/* unused pure expression or super */ null && (`# which host keys there are
set -eu
echo "current $(ssh-keygen -y -f ${paths.hostKey})"
[ ! -s ${paths.injectedHostKey} ] || echo "injected $(cat ${paths.injectedHostKey})"
[ ! -s ${paths.nextHostKey} ] || echo "next $(ssh-keygen -y -f ${paths.nextHostKey})"`));
const prepareNext = (/* unused pure expression or super */ null && (`# make the next host key
set -eu
umask 077
mkdir -p "$(dirname ${paths.nextHostKey})"
rm -f ${paths.nextHostKey}.new ${paths.nextHostKey}.new.pub
ssh-keygen -q -t ed25519 -N '' -C '' -f ${paths.nextHostKey}.new
sync ${paths.nextHostKey}.new
mv -f ${paths.nextHostKey}.new ${paths.nextHostKey}
rm -f ${paths.nextHostKey}.new.pub`));
const activate = (/* unused pure expression or super */ null && (`# put the next host key in place
set -eu
umask 077
cp ${paths.nextHostKey} ${paths.hostKey}.new
sync ${paths.hostKey}.new
ssh-keygen -y -f ${paths.hostKey}.new > ${paths.hostKey}.pub.new
chmod 644 ${paths.hostKey}.pub.new
mv -f ${paths.hostKey}.new ${paths.hostKey}
mv -f ${paths.hostKey}.pub.new ${paths.hostKey}.pub
sync /etc/ssh
"$(command -v sshd || echo /usr/sbin/sshd)" -t
systemctl restart ssh.service 2> /dev/null || systemctl restart sshd.service`));
const clean = (/* unused pure expression or super */ null && (`# remove what the rotation left
rm -f ${paths.nextHostKey} ${paths.hostKey}.new ${paths.hostKey}.pub.new`));

;// CONCATENATED MODULE: ./build/src/server/cloud-init/readiness.js

const reportSeparator = "--slipway--";
const sentinelSchema = schemas/* object */.Ikc({
    instance: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(["done", "failed"]),
    step: schemas/* string */.YjP(),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
});
const statusSchema = schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    extended_status: schemas/* string */.YjP().optional(),
    detail: schemas/* string */.YjP().optional(),
    errors: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    recoverable_errors: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())).default({}),
});
function readiness(report) {
    const [instance = "", sentinelText = "", statusText = ""] = report
        .split(`${reportSeparator}\n`)
        .map((part) => part.trim());
    const status = parsed(statusSchema, statusText);
    const sentinel = parsed(sentinelSchema, sentinelText);
    const ours = sentinel?.instance === instance ? sentinel : undefined;
    if (ours?.status === "failed")
        return { state: "failed", why: `the step "${ours.step}" of the first boot failed` };
    if (status === undefined)
        return { state: "waiting", what: "cloud-init to say how far it is" };
    if (status.status === "error")
        return { state: "failed", why: `cloud-init reports ${status.errors.join("; ") || status.detail || "an error"}` };
    if (status.status !== "done")
        return { state: "waiting", what: `cloud-init, which is ${status.status}` };
    if (ours === undefined)
        return { state: "failed", why: "cloud-init is done, but never ran slipway's first boot" };
    const recoverable = Object.values(status.recoverable_errors).flat();
    return { state: "ready", warnings: [...ours.warnings, ...recoverable] };
}
function parsed(schema, text) {
    try {
        return schema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/server/ssh/remote.js
const remote_script = (text, ...args) => ["sh", "-c", text, "slipway", ...args];

;// CONCATENATED MODULE: ./build/src/server/wait.js




const waitLimits = { total: 300_000, grace: 15_000, pause: 1_000, report: 10_000 };
const wait_final = new Set(["SLW-SSH-KEY", "SLW-SSH-IPV6"]);
const settling = new Set(["SLW-SSH-HOST-KEY", "SLW-SSH-AUTH"]);
async function wait_waitForServer(ports, limits = {}) {
    const { clock, log, signal } = ports;
    const { total, grace, pause, report } = { ...waitLimits, ...limits };
    const start = clock.now();
    let what = "SSH to answer";
    let last;
    let told = { at: -Infinity, what: "" };
    let refusedSince;
    let connection;
    const seconds = () => `${((clock.now() - start) / 1000).toFixed(1)} s`;
    try {
        while (clock.now() - start < total) {
            if (what !== told.what || clock.now() - told.at >= report) {
                log.info(`${seconds()}: waiting for ${what}${last ? ` (last: ${last.message})` : ""}`);
                told = { at: clock.now(), what };
            }
            try {
                connection ??= await ports.connect(signal);
                last = undefined;
                const state = readiness(await connection.run(remote_script(bootReport), { timeout: 20_000, ...(signal && { signal }) }));
                if (state.state === "failed")
                    throw await bootFailed(connection, state.why);
                if (state.state === "ready") {
                    for (const warning of state.warnings)
                        log.warning(`first boot: ${warning}`);
                    log.info(`${seconds()}: the server is ready`);
                    const ready = connection;
                    connection = undefined;
                    return ready;
                }
                what = state.what;
            }
            catch (error) {
                signal?.throwIfAborted();
                if (!(error instanceof model_error/* SlipwayError */.GQ) || !error.code.startsWith("SLW-SSH-") || wait_final.has(error.code))
                    throw error;
                refusedSince = settling.has(error.code) ? (refusedSince ?? clock.now()) : undefined;
                if (refusedSince !== undefined && clock.now() - refusedSince >= grace)
                    throw error;
                last = error;
                what = connection ? "the connection to come back" : "SSH to answer";
                await connection?.[Symbol.asyncDispose]();
                connection = undefined;
            }
            await clock.sleep(pause, signal);
        }
        throw outOfTime(what, last, total);
    }
    finally {
        await connection?.[Symbol.asyncDispose]();
    }
}
const bootReport = `# how far the first boot is
status=$(cloud-init status --format json 2> /dev/null)
cat ${paths_paths.instanceId} 2> /dev/null
echo ${reportSeparator}
cat ${paths_paths.firstBoot} 2> /dev/null
echo ${reportSeparator}
printf '%s\\n' "$status"
exit 0`;
async function bootFailed(remote, why) {
    const { stdout } = await remote.attempt(["tail", "-n", "15", "/var/log/cloud-init-output.log"], { timeout: 10_000 });
    const excerpt = stdout.trim() && `. The end of /var/log/cloud-init-output.log:\n${stdout.trim()}`;
    return new model_error/* SlipwayError */.GQ("SLW-SERVER-BOOT", `the server started, but ${why}${excerpt}`, {
        hint: "On the server: cloud-init status --long; journalctl -b -u cloud-final",
    });
}
function outOfTime(what, last, total) {
    const error = last ? `; last: ${last.message}` : "";
    return new model_error/* SlipwayError */.GQ("SLW-SERVER-WAIT", `not ready after ${total / 1000} s: still waiting for ${what}${error}`, {
        hint: last?.hint ??
            "On the server's console: cloud-init status --long; systemctl --failed; tail /var/log/cloud-init-output.log",
        ...(last && { cause: last }),
    });
}

;// CONCATENATED MODULE: ./build/src/first-contact.js









async function prepareServer(sshPublicKey, processes) {
    const hostKey = await newHostKey(processes);
    return {
        userData: userData({ hostKey, authorizedKeys: [sshPublicKey], reboot: "never" }),
        labels: { [hostKeyLabels.current]: labelOfHostKey(hostKey.publicKey) },
    };
}
async function meetServer({ server, setLabels, signal, onWait }, { sshPrivateKey, processes, clock, log }) {
    const pins = pinsOf(server);
    const login = loginBy(server, { sshPrivateKey, processes, signal });
    const telling = { ...log, info: onWait };
    const connection = await waitForServer({ connect: () => login(pinned(pins)), clock, log: telling, signal });
    await connection[Symbol.asyncDispose]();
    await rotateHostKey(pins, {
        connect: login,
        pin: ({ current, next }) => setLabels({
            [hostKeyLabels.current]: labelOfHostKey(current),
            [hostKeyLabels.next]: next === undefined ? undefined : labelOfHostKey(next),
        }),
        log: telling,
    });
}
const loginBy = (server, { sshPrivateKey: privateKey, processes, signal }) => (hostKeys) => connect({ endpoint: { address: addressOf(server) }, privateKey, hostKeys, processes, signal });
async function reachServer(server, ports) {
    const { clock, signal } = ports;
    const hostKeys = rotation_pinned(pinsOf(server));
    const login = loginBy(server, ports);
    const say = (message) => ports.log.info(`${server.name}: ${message}`);
    const log = { ...ports.log, info: say };
    return wait_waitForServer({ connect: () => login(hostKeys), clock, log, signal }, { total: patience });
}
const patience = 120_000;
function pinsOf({ name, labels }) {
    const current = labels[host_key_label_hostKeyLabels.current];
    if (current === undefined) {
        throw new model_error/* SlipwayError */.GQ("SLW-SSH-HOST-KEY", `${name} has no label ${host_key_label_hostKeyLabels.current}, so its host key is not known`, {
            hint: "It was not made by slipway, or the label was taken away. A new server is a rerun after teardown.",
        });
    }
    const next = labels[host_key_label_hostKeyLabels.next];
    return { current: hostKeyOfLabel(current), ...(next !== undefined && { next: hostKeyOfLabel(next) }) };
}
function addressOf({ name, ipv4, ipv6 }) {
    const address = ipv4?.ip ?? (ipv6 && firstAddress(ipv6.ip));
    if (address !== undefined)
        return address;
    throw new model_error/* SlipwayError */.GQ("SLW-SSH-UNREACHABLE", `${name} has no public address`, {
        hint: "Set publicIPv4: true in the Environment.",
    });
}
function firstAddress(network) {
    const [prefix = ""] = network.split("/");
    return (0,external_node_net_.isIPv6)(prefix) && prefix.endsWith("::") ? `${prefix}1` : prefix;
}
const publicAddresses = ({ ipv4, ipv6 }) => [ipv4?.ip, ipv6 && firstAddress(ipv6.ip)].filter((one) => one !== undefined);
function knownHostsOf(server) {
    if (server.labels[hostKeyLabels.current] === undefined)
        return "";
    return knownHosts(publicAddresses(server).map((address) => ({ address })), pinned(pinsOf(server)));
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/wire.js

const id = schemas/* int */.Whr();
const absent = (schema) => schema.nullish().transform((value) => value ?? undefined);
const labels = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({});
const located = schemas/* object */.Ikc({ name: schemas/* string */.YjP() });
const deleteProtection = schemas/* object */.Ikc({ delete: schemas/* boolean */.zMY() });
const named = { id, name: schemas/* string */.YjP(), labels };
const address = absent(schemas/* object */.Ikc({ id: absent(id), ip: schemas/* string */.YjP() }));
const serverSchema = schemas/* object */.Ikc({
    ...named,
    status: schemas/* string */.YjP(),
    location: located,
    server_type: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), architecture: schemas/* string */.YjP() }),
    primary_disk_size: absent(schemas/* number */.aig()),
    image: absent(schemas/* object */.Ikc({ name: absent(schemas/* string */.YjP()) })),
    public_net: schemas/* object */.Ikc({ ipv4: address, ipv6: address, firewalls: schemas/* array */.YOg(schemas/* object */.Ikc({ id })).default([]) }),
    private_net: schemas/* array */.YOg(schemas/* object */.Ikc({ network: id, ip: schemas/* string */.YjP() })).default([]),
    volumes: schemas/* array */.YOg(id).default([]),
    placement_group: absent(schemas/* object */.Ikc({ id })),
    protection: deleteProtection,
})
    .transform((server) => ({
    id: server.id,
    name: server.name,
    labels: server.labels,
    status: server.status,
    location: server.location.name,
    type: server.server_type.name,
    architecture: server.server_type.architecture,
    diskGB: server.primary_disk_size,
    image: server.image?.name,
    ipv4: server.public_net.ipv4,
    ipv6: server.public_net.ipv6,
    firewalls: server.public_net.firewalls.map(({ id }) => id),
    networks: server.private_net,
    volumes: server.volumes,
    placementGroup: server.placement_group?.id,
    protected: server.protection.delete,
}));
const primaryIpSchema = schemas/* object */.Ikc({
    ...named,
    type: schemas/* enum */.k5n(["ipv4", "ipv6"]),
    ip: schemas/* string */.YjP(),
    assignee_id: absent(id),
    auto_delete: schemas/* boolean */.zMY(),
    location: located,
    protection: deleteProtection,
})
    .transform((ip) => ({
    id: ip.id,
    name: ip.name,
    labels: ip.labels,
    type: ip.type,
    address: ip.ip,
    server: ip.assignee_id,
    diesWithServer: ip.auto_delete,
    location: ip.location.name,
    protected: ip.protection.delete,
}));
const volumeSchema = schemas/* object */.Ikc({
    ...named,
    size: schemas/* number */.aig(),
    format: absent(schemas/* string */.YjP()),
    status: schemas/* string */.YjP(),
    server: absent(id),
    location: located,
    protection: deleteProtection,
})
    .transform(({ size, location, protection, ...volume }) => ({
    ...volume,
    sizeGB: size,
    location: location.name,
    protected: protection.delete,
}));
const networkSchema = schemas/* object */.Ikc({
    ...named,
    ip_range: schemas/* string */.YjP(),
    subnets: schemas/* array */.YOg(schemas/* object */.Ikc({ ip_range: schemas/* string */.YjP(), network_zone: schemas/* string */.YjP() })).default([]),
    servers: schemas/* array */.YOg(id).default([]),
    protection: deleteProtection,
})
    .transform(({ ip_range: cidr, subnets, protection, ...network }) => ({
    ...network,
    cidr,
    subnets: subnets.map(({ ip_range: cidr, network_zone: zone }) => ({ cidr, zone })),
    protected: protection.delete,
}));
const ruleSchema = schemas/* object */.Ikc({
    direction: schemas/* enum */.k5n(["in", "out"]),
    protocol: schemas/* string */.YjP(),
    port: absent(schemas/* string */.YjP()),
    source_ips: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    destination_ips: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    description: absent(schemas/* string */.YjP()),
})
    .transform(({ direction, protocol, port, source_ips: from, destination_ips: to, description }) => ({
    direction,
    protocol,
    port,
    from,
    to,
    description,
}));
const firewallSchema = schemas/* object */.Ikc({ ...named, rules: schemas/* array */.YOg(ruleSchema) });
const placementGroupSchema = schemas/* object */.Ikc({ ...named, servers: schemas/* array */.YOg(id).default([]) });
const sshKeySchema = schemas/* object */.Ikc({ ...named, fingerprint: schemas/* string */.YjP(), public_key: schemas/* string */.YjP() })
    .transform(({ public_key: publicKey, ...key }) => ({ ...key, publicKey }));
const loadBalancerSchema = schemas/* object */.Ikc({
    ...named,
    location: located,
    load_balancer_type: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }),
    private_net: schemas/* array */.YOg(schemas/* object */.Ikc({ network: id })).default([]),
    targets: schemas/* array */.YOg(schemas/* object */.Ikc({ server: absent(schemas/* object */.Ikc({ id })) })).default([]),
    protection: deleteProtection,
})
    .transform((balancer) => ({
    id: balancer.id,
    name: balancer.name,
    labels: balancer.labels,
    location: balancer.location.name,
    type: balancer.load_balancer_type.name,
    networks: balancer.private_net.map(({ network }) => network),
    servers: balancer.targets.flatMap(({ server }) => server?.id ?? []),
    protected: balancer.protection.delete,
}));
const imageSchema = schemas/* object */.Ikc({
    id,
    labels,
    name: absent(schemas/* string */.YjP()),
    description: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    image_size: absent(schemas/* number */.aig()),
    protection: deleteProtection,
})
    .transform((image) => ({
    id: image.id,
    name: image.name ?? `${image.description} (${image.id})`,
    labels: image.labels,
    type: image.type,
    sizeGB: image.image_size ?? 0,
    protected: image.protection.delete,
}));
const actionSchema = schemas/* object */.Ikc({
    id,
    command: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(["running", "success", "error"]),
    progress: schemas/* number */.aig().default(0),
    resources: schemas/* array */.YOg(schemas/* object */.Ikc({ id, type: schemas/* string */.YjP() })).default([]),
    error: absent(schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP() })),
});

;// CONCATENATED MODULE: ./build/src/hetzner/client/resource-types.js


const type = (path, one, schema) => ({
    path,
    one,
    schema,
    many: schemas/* array */.YOg(schema),
});
const servers = type("servers", "server", serverSchema);
const primaryIps = type("primary_ips", "primary_ip", primaryIpSchema);
const volumes = type("volumes", "volume", volumeSchema);
const networks = type("networks", "network", networkSchema);
const firewalls = type("firewalls", "firewall", firewallSchema);
const placementGroups = type("placement_groups", "placement_group", placementGroupSchema);
const sshKeys = type("ssh_keys", "ssh_key", sshKeySchema);
const loadBalancers = type("load_balancers", "load_balancer", loadBalancerSchema);
const resource_types_images = type("images", "image", imageSchema);

// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var hetzner_labels = __webpack_require__(77485);
;// CONCATENATED MODULE: ./build/src/hetzner/own-servers.js


async function ownServers(client, owner, signal) {
    const found = await client.list(servers, { label_selector: (0,hetzner_labels/* environmentSelector */.b6)(owner) }, signal);
    return found.filter(({ labels }) => (0,hetzner_labels/* isOwn */.NP)(labels, owner));
}

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/hetzner/client/access.js

const access_defaultEndpoint = "https://api.hetzner.cloud/v1";
function checkedToken(token) {
    if (/^[\w-]+$/.test(token))
        return token;
    throw new model_error/* SlipwayError */.GQ("SLW-HETZNER-TOKEN", token === ""
        ? "there is no token for Hetzner Cloud"
        : "the token for Hetzner Cloud has characters that no token has", {
        hint: "Set HCLOUD_TOKEN to a token of the project, from its Security page in the Hetzner Console.",
    });
}
function endpointOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === "https:" || url?.protocol === "http:")
        return url;
    throw new model_error/* SlipwayError */.GQ("SLW-USAGE", `HCLOUD_ENDPOINT is not an http(s) address: ${text}`, {
        hint: `Leave it unset for ${access_defaultEndpoint}.`,
    });
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/request.js
function chain(innermost, layers) {
    return layers.reduceRight((handler, layer) => layer(handler), innermost);
}
const correlationOf = (headers) => headers.get("x-correlation-id") ?? undefined;
const describeRequest = ({ method, path }) => `${method} ${path}`;

;// CONCATENATED MODULE: ./build/src/hetzner/client/failure.js


const again = { code: "SLW-HETZNER-API", outcome: "refused", hint: "Run again in a minute." };
const unclear = { ...again, outcome: "unknown" };
const token = (hint) => ({ code: "SLW-HETZNER-TOKEN", outcome: "refused", hint });
const stock = {
    code: "SLW-HETZNER-STOCK",
    outcome: "refused",
    hint: "Add another type or location to spec.server, or try again later.",
};
const kinds = {
    unauthorized: token("Give a token of the right project in HCLOUD_TOKEN."),
    token_readonly: token("This needs a token with read and write access; the one in HCLOUD_TOKEN may only read."),
    forbidden: token("The token in HCLOUD_TOKEN may not do this."),
    conflict: again,
    locked: again,
    rate_limit_exceeded: {
        code: "SLW-HETZNER-RATE",
        outcome: "refused",
        hint: "Another client uses up the project's requests.",
    },
    bad_gateway: unclear,
    timeout: unclear,
    service_error: unclear,
    server_error: unclear,
    network: { ...unclear, hint: "Check the connection and HCLOUD_ENDPOINT." },
    truncated: unclear,
    resource_unavailable: stock,
    placement_error: stock,
    resource_limit_exceeded: {
        code: "SLW-HETZNER-LIMIT",
        outcome: "refused",
        hint: "Ask for a higher limit in the Hetzner Console, or remove what is not needed: slipway sweep lists it.",
    },
};
const refused = { code: "SLW-HETZNER-REFUSED", outcome: "refused" };
class HetznerError extends model_error/* SlipwayError */.GQ {
    apiCode;
    status;
    correlationId;
    outcome;
    constructor({ request, apiCode, message, status, correlationId, cause }) {
        const kind = kinds[apiCode] ?? (status !== undefined && status >= 500 ? unclear : refused);
        const id = correlationId === undefined ? "" : `, request id ${correlationId}`;
        super(kind.code, `${describeRequest(request)} at Hetzner failed: ${message} (${apiCode}${id})`, {
            ...(kind.hint !== undefined && { hint: kind.hint }),
            cause,
        });
        this.apiCode = apiCode;
        this.status = status;
        this.correlationId = correlationId;
        this.outcome = kind.outcome;
    }
}
const isOutOfStock = (error) => error instanceof HetznerError && outOfStockCodes.has(error.apiCode);
const outOfStockCodes = new Set(["resource_unavailable", "placement_error"]);
const isNotFound = (error) => error instanceof HetznerError && error.apiCode === "not_found";

;// CONCATENATED MODULE: ./build/src/hetzner/client/answer.js



const errorBody = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP() }) });
function raisingErrors(mask) {
    return (next) => async (request) => {
        const reply = await next(request);
        const json = jsonOf(reply);
        const facts = { request, status: reply.status, correlationId: correlationOf(reply.headers) };
        if (reply.status >= 200 && reply.status < 300) {
            if (reply.status === 204 || json !== undefined)
                return { ...reply, json };
            throw new HetznerError({ ...facts, apiCode: "truncated", message: "the answer ends too early" });
        }
        const said = errorBody.safeParse(json);
        if (said.success) {
            throw new HetznerError({ ...facts, apiCode: said.data.error.code, message: mask(said.data.error.message) });
        }
        throw new HetznerError({ ...facts, apiCode: codeOf(reply.status), message: `HTTP status ${reply.status}` });
    };
}
function codeOf(status) {
    if (status === 429)
        return "rate_limit_exceeded";
    if (status === 401)
        return "unauthorized";
    if (status === 504)
        return "timeout";
    return status >= 500 ? "bad_gateway" : `http_${status}`;
}
function jsonOf({ text }) {
    try {
        return text === "" ? undefined : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function parseAnswer(schema, request, { json, headers, status }) {
    const parsed = schema.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new HetznerError({
        request,
        status,
        correlationId: correlationOf(headers),
        apiCode: "unexpected_answer",
        message: `the answer is not what slipway knows: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
        cause: parsed.error,
    });
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/backoff.js
function backoff_exponentialBackoff({ base, cap, random }) {
    return (attempt) => {
        const full = Math.min(cap, base * 2 ** (attempt - 1));
        return Math.round(full / 2 + (full / 2) * random());
    };
}
function constantBackoff(milliseconds) {
    return () => milliseconds;
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/pricing.js

const price = schemas/* object */.Ikc({ net: schemas/* string */.YjP() });
const rate = schemas/* object */.Ikc({ location: schemas/* string */.YjP(), price_hourly: price, price_monthly: price });
const included = schemas/* object */.Ikc({
    ...rate.shape,
    included_traffic: schemas/* number */.aig().optional(),
    price_per_tb_traffic: price.optional(),
});
const perGB = schemas/* object */.Ikc({ price_per_gb_month: price });
const deprecation = schemas/* object */.Ikc({ announced: schemas/* string */.YjP(), unavailable_after: schemas/* string */.YjP() }).nullish();
const pricingSchema = schemas/* object */.Ikc({
    currency: schemas/* string */.YjP(),
    image: perGB,
    volume: perGB,
    server_backup: schemas/* object */.Ikc({ percentage: schemas/* string */.YjP() }),
    primary_ips: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* enum */.k5n(["ipv4", "ipv6"]), prices: schemas/* array */.YOg(rate) })),
    load_balancer_types: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), prices: schemas/* array */.YOg(rate) })),
    server_types: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), prices: schemas/* array */.YOg(included) })),
});
const serverTypeSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    cores: schemas/* number */.aig(),
    memory: schemas/* number */.aig(),
    disk: schemas/* number */.aig(),
    architecture: schemas/* enum */.k5n(["x86", "arm"]),
    cpu_type: schemas/* enum */.k5n(["shared", "dedicated"]),
    locations: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), available: schemas/* boolean */.zMY().optional(), deprecation })).default([]),
});
const locationSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    city: schemas/* string */.YjP(),
    country: schemas/* string */.YjP(),
    network_zone: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./build/src/hetzner/client/rate-limit.js
const reserve = 5;
const refill = 1000;
function respectingRateLimit(clock) {
    let known;
    return (next) => async (request) => {
        if (known !== undefined && known.remaining + (clock.now() - known.at) / refill < reserve) {
            await clock.sleep(refill, request.signal);
        }
        const reply = await next(request);
        const remaining = Number(reply.headers.get("ratelimit-remaining") ?? Number.NaN);
        if (Number.isFinite(remaining))
            known = { remaining, at: clock.now() };
        return reply;
    };
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/retry.js


const retry_attempts = {
    conflict: 6,
    locked: 9,
    rate_limit_exceeded: 60,
    bad_gateway: 6,
    timeout: 6,
    service_error: 6,
    network: 6,
    truncated: 6,
};
function retrying({ clock, backoff, rateLimitBackoff, onRetry }) {
    return (next) => async (request) => {
        for (let attempt = 1;; attempt++) {
            try {
                return await next(request);
            }
            catch (error) {
                if (!(error instanceof HetznerError) || !mayRetry(error, request, attempt))
                    throw error;
                const wait = error.apiCode === "rate_limit_exceeded" ? rateLimitBackoff(attempt) : backoff(attempt);
                onRetry(`${describeRequest(request)}: ${error.apiCode}, trying again in ${(wait / 1000).toFixed(1)} s`);
                await clock.sleep(wait, request.signal);
            }
        }
    };
}
function mayRetry(error, { repeat }, attempt) {
    if (error.outcome === "unknown" && repeat === "once")
        return false;
    return attempt < (retry_attempts[error.apiCode] ?? 1);
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/send.js


function sending({ endpoint, token, userAgent, fetch, timeout }) {
    return async (request) => {
        const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout)]);
        try {
            const response = await fetch(urlOf(endpoint, request), {
                method: request.method,
                headers: {
                    authorization: `Bearer ${token}`,
                    "user-agent": userAgent,
                    accept: "application/json",
                    ...(request.body !== undefined && { "content-type": "application/json" }),
                },
                ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
                redirect: "error",
                signal,
            });
            return { status: response.status, headers: response.headers, text: await response.text() };
        }
        catch (cause) {
            request.signal.throwIfAborted();
            const message = signal.aborted ? `no answer within ${timeout / 1000} s` : reasonOf(cause);
            throw new HetznerError({ request, apiCode: "network", message, cause });
        }
    };
}
function debugging(clock, debug) {
    return (next) => async (request) => {
        const started = clock.now();
        const tell = (outcome) => debug(`hetzner ${describeRequest(request)} ${outcome} ${clock.now() - started} ms`);
        try {
            const reply = await next(request);
            tell([reply.status, correlationOf(reply.headers)].filter((part) => part !== undefined).join(" "));
            return reply;
        }
        catch (error) {
            tell(error instanceof HetznerError ? error.apiCode : "stopped");
            throw error;
        }
    };
}
function urlOf(endpoint, { path, query = {} }) {
    const url = new URL(endpoint.href.replace(/\/$/, "") + path);
    for (const [name, value] of Object.entries(query)) {
        for (const one of Array.isArray(value) ? value : [value])
            url.searchParams.append(name, String(one));
    }
    return url;
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/client.js











const perPage = 50;
function hetznerClient(options, ports) {
    const { token, endpoint = access_defaultEndpoint, userAgent = "slipway", requestTimeout = 30_000 } = options;
    const { clock, random } = ports;
    const mask = (text) => text.replaceAll(token, "***");
    const handle = chain(sending({
        endpoint: endpointOf(endpoint),
        token: checkedToken(token),
        userAgent,
        fetch: ports.fetch,
        timeout: requestTimeout,
    }), [
        retrying({
            clock,
            backoff: backoff_exponentialBackoff({ base: 1000, cap: 60_000, random }),
            rateLimitBackoff: backoff_exponentialBackoff({ base: 2000, cap: 2000, random }),
            onRetry: (message) => ports.onRetry(mask(message)),
        }),
        raisingErrors(mask),
        respectingRateLimit(clock),
        debugging(clock, (message) => ports.debug(mask(message))),
    ]);
    const read = (key, schema, request, reply) => parseAnswer(schema, request, { ...reply, json: parseAnswer(answerSchema, request, reply)[key] });
    const changed = async ({ one, schema }, request) => {
        const reply = await handle(request);
        return { resource: read(one, schema, request, reply), actions: actionsOf(request, reply) };
    };
    async function pages(path, many, query, signal) {
        const found = [];
        for (let page = 1; page;) {
            const request = get(`/${path}`, { ...query, page, per_page: perPage }, signal);
            const reply = await handle(request);
            found.push(...read(path, many, request, reply));
            const next = parseAnswer(paging, request, reply).meta?.pagination?.next_page;
            page = next !== undefined && next !== null && next > page ? next : undefined;
        }
        return found;
    }
    return {
        async list({ path, many }, query, signal) {
            const all = await pages(path, many, query, signal);
            return [...new Map(all.map((one) => [one.id, one])).values()];
        },
        async get({ path, one, schema }, id, signal) {
            const request = get(`/${path}/${id}`, {}, signal);
            return read(one, schema, request, await handle(request));
        },
        create: (type, body, signal) => changed(type, { method: "POST", path: `/${type.path}`, body, repeat: "once", signal }),
        update: (type, id, body, signal) => changed(type, { method: "PUT", path: `/${type.path}/${id}`, body, repeat: "harmless", signal }),
        async delete({ path }, id, signal) {
            const request = { method: "DELETE", path: `/${path}/${id}`, repeat: "harmless", signal };
            try {
                return actionsOf(request, await handle(request));
            }
            catch (error) {
                if (isNotFound(error))
                    return [];
                throw error;
            }
        },
        async act({ path }, id, command, body, signal) {
            const request = {
                method: "POST",
                path: `/${path}/${id}/actions/${command}`,
                body,
                repeat: "harmless",
                signal,
            };
            return actionsOf(request, await handle(request));
        },
        actions: (ids, signal) => pages("actions", actionsSchema, { id: ids }, signal),
        serverTypes: (signal) => pages("server_types", serverTypesSchema, {}, signal),
        locations: (signal) => pages("locations", locationsSchema, {}, signal),
        async pricing(signal) {
            const request = get("/pricing", {}, signal);
            return read("pricing", pricingSchema, request, await handle(request));
        },
    };
}
const get = (path, query, signal) => ({
    method: "GET",
    path,
    query,
    repeat: "harmless",
    signal,
});
const answerSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const actionsSchema = schemas/* array */.YOg(actionSchema);
const serverTypesSchema = schemas/* array */.YOg(serverTypeSchema);
const locationsSchema = schemas/* array */.YOg(locationSchema);
const paging = schemas/* object */.Ikc({
    meta: schemas/* object */.Ikc({ pagination: schemas/* object */.Ikc({ next_page: schemas/* number */.aig().nullish() }).nullish() }).nullish(),
});
const actionsAnswer = schemas/* object */.Ikc({
    action: actionSchema.nullish(),
    actions: schemas/* array */.YOg(actionSchema).nullish(),
    next_actions: schemas/* array */.YOg(actionSchema).nullish(),
})
    .nullish();
function actionsOf(request, reply) {
    const { action, actions, next_actions: next } = parseAnswer(actionsAnswer, request, reply) ?? {};
    return [...(action ? [action] : []), ...(actions ?? []), ...(next ?? [])];
}

;// CONCATENATED MODULE: ./build/src/hetzner-access.js





function openHetzner({ token, endpoint }, { fetch, clock, random, log }) {
    return hetznerClient({ token, endpoint, userAgent: `slipway/${package_namespaceObject.rE}` }, { fetch, clock, random, debug: log.debug, onRetry: log.info });
}
const marketOf = (client, { endpoint = defaultEndpoint }, { clock, signal }, unsuitable = {}) => askMarket(client, { now: clock.now(), source: endpoint, unsuitable }, signal);
const waiting = (random) => ({
    poll: exponentialBackoff({ base: 700, cap: 3000, random }),
    backoff: exponentialBackoff({ base: 1000, cap: 15_000, random }),
});

;// CONCATENATED MODULE: ./build/src/hetzner-server.js

function hetznerServer({ metadata: { name }, spec: { server } }) {
    if (server.provider === "hetzner")
        return server;
    throw new model_error/* SlipwayError */.GQ("SLW-USAGE", `Environment ${name} has no server to make: its provider is "${server.provider}"`, {
        hint: `Its cluster exists already; slipway bootstrap ${name} --kubeconfig FILE is the next step.`,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/server/k3s/lock.js



const architectures = (/* unused pure expression or super */ null && (["amd64", "arm64"]));
const pinnedFile = schemas/* strictObject */.rej({
    url: schemas/* url */.OZ5().describe("Where the file is."),
    sha256: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{64}$/)
        .describe("Its SHA-256; another file is refused."),
});
const pinnedRelease = schemas/* strictObject */.rej({
    installer: pinnedFile.describe("The install script, as of the release's tag."),
    binaries: schemas/* strictObject */.rej({ amd64: pinnedFile, arm64: pinnedFile })
        .partial()
        .describe("The program, by architecture."),
});
const k3sLockSchema = schemas/* strictObject */.rej({ releases: schemas/* record */.g1P(schemas/* string */.YjP(), pinnedRelease) });
function pinnedFiles(lock, version, architecture) {
    const { installer, binaries } = pinnedReleaseOf(lock, version);
    const binary = binaries[architecture];
    if (binary)
        return { installer, binary };
    throw notPinned(`k3s ${version} on ${architecture}`, lock);
}
function pinnedReleaseOf(lock, version) {
    const release = lock.releases[version];
    if (release)
        return release;
    throw notPinned(`k3s ${version}`, lock);
}
const notPinned = (what, { releases }) => new model_error/* SlipwayError */.GQ("SLW-K3S-HASH", `no hashes are pinned for ${what}; there are: ${Object.keys(releases).join(", ") || "none"}`, {
    hint: "`slipway lock --k3s` pins what the Environments declare; look at the change, commit it, and run this again",
});
const official = {
    releases: "https://github.com/k3s-io/k3s/releases/download",
    sources: "https://raw.githubusercontent.com/k3s-io/k3s",
};
const binaryNames = { amd64: "k3s", arm64: "k3s-arm64" };
async function pinRelease(version, download, { releases, sources } = official) {
    const tag = encodeURIComponent(version);
    const installerUrl = `${sources}/${tag}/install.sh`;
    const installer = { url: installerUrl, sha256: sha256(await download(installerUrl)) };
    const binaries = await Promise.all(architectures.map(async (architecture) => {
        const sums = new TextDecoder().decode(await download(`${releases}/${tag}/sha256sum-${architecture}.txt`));
        const name = binaryNames[architecture];
        return [architecture, { url: `${releases}/${tag}/${name}`, sha256: hashOf(sums, name, version) }];
    }));
    return pinnedRelease.parse({ installer, binaries: Object.fromEntries(binaries) });
}
function hashOf(sums, name, version) {
    const found = sums
        .split("\n")
        .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trim()))
        .find((match) => match?.[2] === name);
    if (found?.[1])
        return found[1];
    throw new SlipwayError("SLW-K3S-HASH", `the release ${version} has no hash of ${name}`);
}
const sha256 = (content) => (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");

;// CONCATENATED MODULE: ./build/src/server/k3s/lock-file.js




const k3sLockFile = "manifests/k3s.lock.yaml";
const head = { apiVersion: "slipway.dev/v1alpha1", kind: "K3sLock" };
const schema = schemas/* strictObject */.rej({
    apiVersion: schemas/* literal */.euz(head.apiVersion),
    kind: schemas/* literal */.euz(head.kind),
    ...k3sLockSchema.shape,
});
function parseK3sLock(text) {
    const parsed = schema.safeParse(yamlOf(text));
    if (parsed.success)
        return { releases: parsed.data.releases };
    throw notValid(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
}
function yamlOf(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        throw notValid(error instanceof Error ? error.message : String(error));
    }
}
const notValid = (what) => new model_error/* SlipwayError */.GQ("SLW-CONFIG", `${k3sLockFile}: ${what}`, {
    hint: "`slipway lock --k3s` writes it anew once it is gone",
});
const lock_file_header = '# Written by "slipway lock --k3s": the files that k3s is installed from, pinned to their content.\n\n';
function formatK3sLock({ releases }) {
    const sorted = Object.fromEntries(Object.entries(releases).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    return lock_file_header + stringify({ ...head, releases: sorted }, { lineWidth: 0 });
}

;// CONCATENATED MODULE: ./build/src/k3s-lock.js




async function readK3sLock(root) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, k3sLockFile), "utf8").catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
    return text === undefined ? { lock: { releases: {} } } : { lock: parseK3sLock(text), text };
}
function k3sVersions(environments) {
    const made = environments.filter(({ spec }) => spec.server.provider !== "none");
    return [...new Set(made.map(({ spec }) => spec.kubernetes.version))].toSorted();
}
async function planK3sLock({ current, versions, pinned }, pin) {
    const releases = {};
    const changes = [];
    for (const version of versions) {
        const before = current.releases[version];
        const name = `k3s ${version}`;
        const after = before && pinned === "keep" ? before : await pin(version).catch(k3s_lock_reasonOf);
        const release = typeof after === "string" ? before : after;
        if (release)
            releases[version] = release;
        changes.push(typeof after === "string" ? { kind: "failed", name, reason: after } : changeOf(name, before, after));
    }
    for (const version of Object.keys(current.releases)) {
        if (!versions.includes(version))
            changes.push({ kind: "removed", name: `k3s ${version}` });
    }
    return { lock: { releases }, changes };
}
function changeOf(name, before, after) {
    const to = hashesOf(after);
    if (before === undefined)
        return { kind: "added", name, to };
    if (JSON.stringify(before) === JSON.stringify(after))
        return { kind: "kept", name };
    return { kind: "updated", name, from: hashesOf(before), to };
}
function hashesOf({ installer, binaries }) {
    const files = Object.entries({ ...binaries, installer });
    return files.flatMap(([file, pin]) => (pin ? `${file} ${pin.sha256.slice(0, 12)}` : [])).join(", ");
}
function k3s_lock_reasonOf(error) {
    if (error instanceof SlipwayError)
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./build/src/hetzner/plan/cidr.js

function canonicalCidr(cidr) {
    const [address = "", prefix = ""] = cidr.split("/");
    const length = Number(prefix);
    return (0,external_node_net_.isIPv6)(address)
        ? `${ipv6(masked(groupsOf(address), 16, length))}/${length}`
        : `${masked(address.split(".").map(Number), 8, length).join(".")}/${length}`;
}
function masked(parts, bits, length) {
    return parts.map((part, index) => {
        const kept = Math.min(Math.max(length - index * bits, 0), bits);
        return part & (((1 << bits) - 1) ^ ((1 << (bits - kept)) - 1));
    });
}
function groupsOf(address) {
    const short = ipv6Text(address).slice(1, -1);
    const [head = "", tail] = short.split("::");
    const parse = (text) => text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
    const [first, last] = [parse(head), parse(tail ?? "")];
    return [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
}
const ipv6 = (groups) => ipv6Text(groups.map((group) => group.toString(16)).join(":")).slice(1, -1);
const ipv6Text = (address) => new URL(`http://[${address}]/`).hostname;

;// CONCATENATED MODULE: ./build/src/hetzner/plan/declared.js



function declare(environment, server, options) {
    const owner = { environment: environment.metadata.name, repository: options.repository };
    const part = (part) => ({
        part,
        name: `${owner.environment}-${part}`,
        labels: { ...(0,hetzner_labels/* ownerLabels */.H0)(owner), [hetzner_labels/* partLabel */.G5]: part },
    });
    const nodes = nodesOf(environment, server, part);
    const [first] = nodes;
    const protection = server.protection ? "on" : "off";
    return {
        owner,
        sshKey: { ...part("ssh-key"), ...keyOf(options.sshPublicKey) },
        firewall: { ...part("firewall"), rules: rulesOf(server) },
        ...((server.network !== undefined || nodes.length > 1) && {
            network: { ...part("network"), cidr: canonicalCidr(server.network?.cidr ?? "10.0.0.0/16") },
        }),
        ...(server.placementGroup && { placementGroup: part("placement-group") }),
        addresses: nodes.flatMap((node) => addressTypes(server).map((type) => ({
            ...part(`${node.part}-${type}`),
            type,
            node: node.name,
            protection: node.protection,
        }))),
        volumes: server.volumes.map(({ name, sizeGB, format }) => ({
            ...part(`volume-${name}`),
            sizeGB,
            format,
            node: first?.name ?? "",
            protection,
        })),
        nodes,
    };
}
function partsOf(environment, server) {
    const { sshKey, firewall, network, placementGroup, addresses, volumes, nodes } = declare(environment, server, {
        sshPublicKey: "",
    });
    return [sshKey, firewall, network, placementGroup, ...addresses, ...volumes, ...nodes].flatMap((one) => one?.part ?? []);
}
function nodesOf({ spec: { agents } }, server, part) {
    const count = (length) => Array.from({ length }, (_, index) => index + 1);
    const { image, types, locations } = server;
    return [
        ...count(server.count).map((number) => ({
            ...part(`server-${number}`),
            role: "server",
            types,
            locations,
            image,
            protection: server.protection ? "on" : "off",
            spread: server.placementGroup,
        })),
        ...count(agents?.count ?? 0).map((number) => ({
            ...part(`agent-${number}`),
            role: "agent",
            types: agents?.types ?? types,
            locations: agents?.locations ?? locations,
            image,
            protection: "off",
            spread: false,
        })),
    ];
}
const addressTypes = ({ publicIPv4, publicIPv6 }) => [
    ...(publicIPv4 ? ["ipv4"] : []),
    ...(publicIPv6 ? ["ipv6"] : []),
];
const anywhere = ["0.0.0.0/0", "::/0"];
function rulesOf({ sshFrom, webFrom }) {
    const open = (protocol, port, from, description) => ({
        direction: "in",
        protocol,
        port,
        from: from.map(canonicalCidr),
        to: [],
        description,
    });
    return [
        open("tcp", "22", sshFrom, "SSH"),
        open("tcp", "80", webFrom, "HTTP"),
        open("tcp", "443", webFrom, "HTTPS"),
        open("icmp", undefined, anywhere, "ping and path MTU discovery"),
    ];
}
function keyOf(line) {
    const [type = "", key = ""] = line.trim().split(/\s+/);
    const digest = (0,external_node_crypto_.createHash)("md5").update(Buffer.from(key, "base64")).digest("hex");
    return { publicKey: `${type} ${key}`, fingerprint: (digest.match(/../g) ?? []).join(":") };
}

;// CONCATENATED MODULE: ./build/src/provisioned-machines.js





function machinesOf(environment, own) {
    const { name } = environment.metadata;
    if (own.length === 0)
        throw notProvisioned(name, `Environment ${name} has no servers at Hetzner`);
    const machines = own.map((server) => ({ server, part: partOf(server, name) }));
    const parts = partsOf(environment, hetznerServer(environment)).filter((part) => /^(server|agent)-\d+$/.test(part));
    const declared = parts.map((part) => {
        const found = machines.find((one) => one.part === part)?.server;
        if (found === undefined)
            throw notProvisioned(name, `${name}-${part} is declared, and not there`);
        if (found.labels[hetzner_labels/* readyLabel */.uB] === undefined) {
            throw notProvisioned(name, `${found.name} was never logged in to: its first contact is not over`);
        }
        if (found.status === "off")
            throw notProvisioned(name, `${found.name} is switched off`);
        return machineOf(found, `${name}-${part}`);
    });
    const leaving = machines
        .filter(({ part, server }) => !parts.includes(part) && server.labels[hetzner_labels/* readyLabel */.uB] !== undefined)
        .map(({ part, server }) => machineOf(server, `${name}-${part}`));
    return { declared, leaving };
}
const partOf = ({ labels, name }, environment) => labels[hetzner_labels/* partLabel */.G5] ?? name.replace(`${environment}-`, "");
function machineOf(server, name) {
    const [privateNetwork] = server.networks;
    return {
        server,
        node: {
            name,
            role: (0,hetzner_labels/* roleOf */.kp)(server),
            publicAddresses: publicAddresses(server),
            ...(privateNetwork && { privateAddress: privateNetwork.ip }),
        },
    };
}
const notProvisioned = (environment, what) => new model_error/* SlipwayError */.GQ("SLW-NOT-PROVISIONED", what, {
    hint: `slipway provision ${environment} --mode apply makes what is missing; then run this again`,
});

;// CONCATENATED MODULE: ./build/src/server/ssh/upload.js



const wrongHash = 65;
const receive = `# write a file whole or not at all
set -eu
umask 077
mkdir -p "$(dirname "$1")"
new="$1.$$.new"
trap 'rm -f "$new"' EXIT
cat > "$new"
[ "$(sha256sum < "$new" | cut -d ' ' -f 1)" = "$2" ] || exit ${wrongHash}
chmod "$3" "$new"
sync "$new"
mv -f "$new" "$1"`;
async function upload(remote, { path, content, mode }, options = {}) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
    const { code, stderr } = await remote.attempt(remote_script(receive, path, hash, mode), { ...options, stdin: content });
    if (code === 0)
        return;
    const why = code === wrongHash ? "it arrived damaged" : stderr.trim();
    throw new model_error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `${path} could not be written on the server: ${why}`, {
        hint: "Run again; if it stays, look at the server's free space.",
    });
}

;// CONCATENATED MODULE: ./build/src/server/k3s/paths.js
const k3sPaths = {
    binary: "/usr/local/bin/k3s",
    config: "/etc/rancher/k3s/config.yaml",
    audit: "/etc/rancher/k3s/audit.yaml",
    admission: "/etc/rancher/k3s/admission.yaml",
    kubeconfig: "/etc/rancher/k3s/k3s.yaml",
    joinToken: "/etc/rancher/k3s/join-token",
    nodeToken: "/var/lib/rancher/k3s/server/node-token",
    auditLog: "/var/lib/rancher/k3s/server/logs/audit.log",
    etcd: "/var/lib/rancher/k3s/server/db/etcd",
    installer: "/usr/local/lib/slipway/k3s-install.sh",
    unfinished: "/var/lib/slipway/k3s-unfinished",
};
const serviceOf = (role) => (role === "server" ? "k3s" : "k3s-agent");

;// CONCATENATED MODULE: ./build/src/server/k3s/place.js




const exits = { unreachable: 70, wrongHash: 65 };
const fetchThere = `# fetch a pinned file
set -eu
umask 022
[ ! -f "$3" ] || [ "$(sha256sum < "$3" | cut -d ' ' -f 1)" != "$2" ] || exit 0
mkdir -p "$(dirname "$3")"
trap 'rm -f "$3.new"' EXIT
curl --fail --silent --show-error --location --retry 3 --connect-timeout 10 --output "$3.new" "$1" || exit ${exits.unreachable}
[ "$(sha256sum < "$3.new" | cut -d ' ' -f 1)" = "$2" ] || exit ${exits.wrongHash}
chmod 755 "$3.new"
sync "$3.new"
mv -f "$3.new" "$3"`;
async function placeProgram(remote, { url, sha256: pinned }, path, { download, log, ...options }) {
    const { code, stderr } = await remote.attempt(remote_script(fetchThere, url, pinned, path), options);
    if (code === 0)
        return;
    if (code === exits.wrongHash)
        throw place_wrongHash(url);
    if (code !== exits.unreachable)
        throw new model_error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `${path} could not be written: ${stderr.trim()}`);
    log.info(`the server cannot fetch ${url} itself (${stderr.trim().split("\n").at(-1) ?? ""}), so it is sent from here`);
    const content = await download(url);
    if (sha256(content) !== pinned)
        throw place_wrongHash(url);
    await upload(remote, { path, content, mode: "0755" }, options);
}
const place_wrongHash = (url) => new model_error/* SlipwayError */.GQ("SLW-K3S-HASH", `${url} does not have the pinned hash; nothing was installed`, {
    hint: "Either the file was changed since it was pinned, or somebody is in between. Compare with the release's own page before pinning again.",
});

;// CONCATENATED MODULE: ./build/src/server/k3s/health.js


async function unhealthy(remote, node, service, what) {
    const { stdout, stderr } = await remote.attempt(remote_script(examine, service), { timeout: 30_000 });
    const report = stdout.trim() || stderr.trim();
    return new model_error/* SlipwayError */.GQ("SLW-K3S-HEALTH", `${node} is not ready: ${what}\n${report}`, { hint: advice(report) });
}
const health_causes = [
    [
        /no space left on device|^disk .* (9[5-9]|100)% /im,
        "The disk is full: free some space or take a larger server type, then run again.",
    ],
    [/address already in use/i, "Another program has a port that k3s needs; it is in the list of ports above."],
    [/out of memory|oom-kill|Killed process/i, "Memory ran out: take a larger server type."],
    [
        /certificate (has expired|is not yet valid)/i,
        "Look at the server's clock: timedatectl. k3s renews its certificates when it starts.",
    ],
    [
        /kernel parameter|protect-kernel-defaults|invalid kernel flag/i,
        "A kernel setting is not what the kubelet insists on: sysctl -p /etc/sysctl.d/90-slipway.conf",
    ],
    [
        /token CA hash does not match|invalid token|not authorized/i,
        "The token of the cluster is another: was a server restored or made anew?",
    ],
    [
        /flag provided but not defined|unknown flag|error parsing/i,
        "This version of k3s does not know a setting of /etc/rancher/k3s/config.yaml.",
    ],
];
const advice = (report) => health_causes.find(([pattern]) => pattern.test(report))?.[1] ??
    "On the server: journalctl -u k3s -u k3s-agent -e; k3s check-config";
const examine = `# why k3s is not ready
service=$1
echo "service $service: $(systemctl is-active "$service"), $(systemctl show -P NRestarts "$service" 2> /dev/null) restarts, result $(systemctl show -P Result "$service" 2> /dev/null)"
awk '/^(MemTotal|MemAvailable|SwapFree):/ {printf "%s %d MiB  ", $1, $2 / 1024} END {print ""}' /proc/meminfo
df -hP / /var/lib/rancher 2> /dev/null | awk 'NR > 1 && !seen[$1]++ {print "disk " $6 ": " $5 " of " $2 " used"}'
ss -Hltnp 2> /dev/null | awk '{n = split($4, a, ":"); if (a[n] ~ /^(6443|6444|10250|2379|2380)$/) print "port " a[n] ": " $6}' | sort -u
journalctl --no-pager -o cat -u "$service" -n 200 2> /dev/null | grep -iE 'fatal|error|fail|level=(warn|err)|denied|expired|in use|no space' | tail -n 15
journalctl --no-pager -o cat -k -n 50 2> /dev/null | grep -iE 'oom|killed process' | tail -n 3
exit 0`;

;// CONCATENATED MODULE: ./build/src/server/k3s/ready.js




const limits = { ready: 300_000, pause: 1_000, report: 10_000 };
const hopeless = 5;
async function waitForNode(ports, { name, service, version }) {
    const { remote, server, clock, log, signal, readyWithin = limits.ready } = ports;
    const options = { timeout: 30_000, ...(signal && { signal }) };
    const start = clock.now();
    const elapsed = () => `${((clock.now() - start) / 1000).toFixed(1)} s`;
    let told = { at: -Infinity, what: "" };
    let what = "";
    for (;;) {
        const state = await stateOf(remote, service, options);
        const unit = unitVerdict(state);
        what = unit ?? (await memberVerdict(server, name, version, options)) ?? "";
        if (what === "")
            break;
        if (state.restarts >= hopeless)
            throw await unhealthy(remote, name, service, `its service failed ${state.restarts} times`);
        if (clock.now() - start >= readyWithin)
            throw await unhealthy(remote, name, service, `after ${readyWithin / 1000} s still waiting for ${what}`);
        if (what !== told.what || clock.now() - told.at >= limits.report) {
            log.info(`${elapsed()}: ${name}: waiting for ${what}`);
            told = { at: clock.now(), what };
        }
        await clock.sleep(limits.pause, signal);
    }
    log.info(`${elapsed()}: ${name} is ready with ${version}`);
}
async function stateOf(remote, service, options) {
    const show = `systemctl show -P ActiveState "$1"; systemctl show -P NRestarts "$1"`;
    const [active = "", restarts = ""] = (await remote.run(remote_script(show, service), options)).split("\n");
    return { active, restarts: Number(restarts) };
}
const unitVerdict = ({ active }) => active === "active" ? undefined : `its service, which is ${active}`;
const nodeSchema = schemas/* object */.Ikc({
    status: schemas/* object */.Ikc({
        conditions: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), status: schemas/* string */.YjP(), message: schemas/* string */.YjP().optional() })).default([]),
        nodeInfo: schemas/* object */.Ikc({ kubeletVersion: schemas/* string */.YjP() }),
    }),
});
async function memberVerdict(server, name, version, options) {
    const asked = await server.attempt([k3sPaths.binary, "kubectl", "get", "node", name, "-o", "json", "--request-timeout=10s"], options);
    if (asked.code !== 0)
        return asked.stderr.includes("NotFound") ? "it to join" : "the API server to answer";
    const { conditions, nodeInfo } = nodeSchema.parse(JSON.parse(asked.stdout)).status;
    const ready = conditions.find(({ type }) => type === "Ready");
    if (ready?.status !== "True")
        return `it to be Ready${ready?.message ? ` (${ready.message})` : ""}`;
    return nodeInfo.kubeletVersion === version
        ? undefined
        : `version ${version}, while it runs ${nodeInfo.kubeletVersion}`;
}

;// CONCATENATED MODULE: ./build/src/server/k3s/apply.js





async function applyCluster({ first, steps }, ports) {
    for (const [index, step] of steps.entries()) {
        ports.signal?.throwIfAborted();
        ports.log.info(`${index + 1} of ${steps.length}: ${step.title} (${step.why})`);
        if (step.kind === "remove")
            await removeNode(step, reached(ports, first), ports);
        else
            await settleNode(step, first, ports);
    }
}
function reached({ remoteOf }, name) {
    const remote = remoteOf(name);
    if (!remote)
        throw new Error(`there is no connection to ${name}`);
    return remote;
}
async function settleNode(step, first, ports) {
    const { node, files, programs, joins, version } = step;
    const remote = reached(ports, node.name);
    const options = ports.signal ? { signal: ports.signal } : {};
    await remote.run(remote_script(`mkdir -p "$(dirname "$1")" && touch "$1" && sync "$1"`, k3sPaths.unfinished), options);
    for (const file of files)
        await upload(remote, file, options);
    if (joins !== undefined)
        await passToken(reached(ports, joins), remote, options);
    if (programs) {
        await placeProgram(remote, programs.installer, k3sPaths.installer, { ...ports, ...options });
        await placeProgram(remote, programs.binary, k3sPaths.binary, { ...ports, ...options });
        await remote.run(installer(node.role, version), options);
    }
    const service = serviceOf(node.role);
    await remote.run(remote_script(restart, service), options);
    await waitForNode({ ...ports, remote, server: reached(ports, first) }, { name: node.name, service, version });
    await remote.run(["rm", "-f", k3sPaths.unfinished], options);
}
async function passToken(from, to, options) {
    const token = await from.run(["cat", k3sPaths.nodeToken], options);
    await upload(to, { path: k3sPaths.joinToken, content: token, mode: "0600" }, options);
}
const installer = (role, version) => [
    "env",
    "INSTALL_K3S_SKIP_DOWNLOAD=true",
    "INSTALL_K3S_SKIP_START=true",
    `INSTALL_K3S_VERSION=${version}`,
    `INSTALL_K3S_EXEC=${role}`,
    "sh",
    k3sPaths.installer,
];
const restart = `# restart k3s
set -eu
install -d -m 700 /var/lib/rancher/k3s/server/logs
systemctl daemon-reload
systemctl reset-failed "$1" 2> /dev/null || :
systemctl enable --quiet "$1"
systemctl restart --no-block "$1"`;
async function removeNode({ name, drain }, server, { remoteOf, signal }) {
    const options = signal ? { signal } : {};
    const kubectl = (...args) => [k3sPaths.binary, "kubectl", ...args];
    if (drain === "first") {
        const how = ["--ignore-daemonsets", "--delete-emptydir-data", "--timeout=300s"];
        await server.run(kubectl("drain", name, ...how), { ...options, timeout: 330_000 });
    }
    await server.run(kubectl("delete", "node", name, "--ignore-not-found"), options);
    await remoteOf(name)?.run(remote_script(uninstall), options);
}
const uninstall = `# take k3s off a machine that left the cluster
for one in k3s-agent-uninstall.sh k3s-uninstall.sh; do
  if [ -x /usr/local/bin/$one ]; then exec /usr/local/bin/$one > /dev/null 2>&1; fi
done
exit 0`;

;// CONCATENATED MODULE: ./build/src/server/k3s/cluster-of.js
function clusterOf({ spec }, machines) {
    const rank = ({ role, name }) => `${role === "server" ? 0 : 1} ${name}`;
    const nodes = machines.toSorted((one, other) => rank(one).localeCompare(rank(other), "en", { numeric: true }));
    return { version: spec.kubernetes.version, nodes };
}

;// CONCATENATED MODULE: ./build/src/server/k3s/observed.js




async function observeNode(remote) {
    const output = await remote.run(remote_script(observe), { timeout: 60_000 });
    const fields = new Map();
    for (const line of output.split("\n")) {
        const space = line.indexOf(" ");
        if (space > 0)
            fields.set(line.slice(0, space), [...(fields.get(line.slice(0, space)) ?? []), line.slice(space + 1)]);
    }
    const one = (name) => fields.get(name)?.[0]?.trim() ?? "";
    const version = /v\d+\.\d+\.\d+\+k3s\d+/.exec(one("version"))?.[0];
    return {
        architecture: architectureOf(one("machine")),
        memory: Number(one("memory")) * 1024,
        cores: Number(one("cores")),
        version,
        hashes: Object.fromEntries((fields.get("hash") ?? []).map((line) => [line.slice(66), line.slice(0, 64)])),
        datastore: one("datastore") === "etcd" ? "etcd" : one("datastore") === "sqlite" ? "sqlite" : "none",
        service: one("service") || "inactive",
        joinsAnother: fields.has("joins"),
        isUnfinished: fields.has("unfinished"),
        members: membersOf(one("nodes")),
    };
}
function architectureOf(machine) {
    if (machine === "x86_64")
        return "amd64";
    if (machine === "aarch64")
        return "arm64";
    throw new model_error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `k3s is not installed on machines of type "${machine}"`, {
        hint: "Use a server type with x86 or Arm processors.",
    });
}
const nodeList = schemas/* object */.Ikc({
    items: schemas/* array */.YOg(schemas/* object */.Ikc({
        metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}) }),
        status: schemas/* object */.Ikc({
            conditions: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), status: schemas/* string */.YjP() })).default([]),
            nodeInfo: schemas/* object */.Ikc({ kubeletVersion: schemas/* string */.YjP() }),
        }),
    })),
});
function membersOf(json) {
    if (json === "")
        return [];
    return nodeList.parse(JSON.parse(json)).items.map(({ metadata, status }) => ({
        name: metadata.name,
        isReady: status.conditions.some(({ type, status: value }) => type === "Ready" && value === "True"),
        version: status.nodeInfo.kubeletVersion,
        isServer: "node-role.kubernetes.io/control-plane" in metadata.labels,
    }));
}
const files = [k3sPaths.binary, k3sPaths.config, k3sPaths.audit, k3sPaths.admission];
const observe = `# what there is of k3s
echo "machine $(uname -m)"
echo "memory $(awk '/^MemTotal:/ {print $2}' /proc/meminfo)"
echo "cores $(nproc)"
if [ -x ${k3sPaths.binary} ]; then echo "version $(${k3sPaths.binary} --version 2> /dev/null | head -n 1)"; fi
for file in ${files.join(" ")}; do [ ! -f "$file" ] || echo "hash $(sha256sum "$file")"; done
if [ -d ${k3sPaths.etcd} ]; then echo "datastore etcd"; elif [ -d /var/lib/rancher/k3s/server/db ]; then echo "datastore sqlite"; fi
unit=k3s; [ ! -e /etc/systemd/system/k3s-agent.service ] || unit=k3s-agent
state=$(systemctl is-active $unit 2> /dev/null)
echo "service \${state:-inactive}"
if grep -q '^server:' ${k3sPaths.config} 2> /dev/null; then echo "joins yes"; fi
[ ! -e ${k3sPaths.unfinished} ] || echo "unfinished yes"
if [ "$state" = active ] && [ $unit = k3s ]; then
  nodes=$(timeout 10 ${k3sPaths.binary} kubectl get nodes -o json 2> /dev/null | tr -d '\\n')
  [ -z "$nodes" ] || printf 'nodes %s\\n' "$nodes"
fi
exit 0`;

;// CONCATENATED MODULE: ./build/src/server/k3s/reservations.js
const mebibyte = 1024 ** 2;
const measured = { server: 800, etcd: 300, agent: 300, system: 250 };
const largestShare = { kubernetes: 0.35, system: 0.12 };
function reservations({ memory, cores }, role, datastore) {
    const total = memory / mebibyte;
    const wanted = role === "agent" ? measured.agent : measured.server + (datastore === "etcd" ? measured.etcd : 0);
    const kubernetes = Math.floor(Math.min(wanted, total * largestShare.kubernetes));
    const system = Math.floor(Math.min(measured.system, total * largestShare.system));
    const cpu = Math.max(50, Math.floor(cores * 50));
    return { kubeReserved: `cpu=${cpu}m,memory=${kubernetes}Mi`, systemReserved: `cpu=${cpu}m,memory=${system}Mi` };
}

;// CONCATENATED MODULE: ./build/src/server/k3s/config.js



function nodeFiles(config) {
    const text = `${config_header}${(0,dist/* stringify */.As)(config.node.role === "server" ? serverConfig(config) : agentConfig(config))}`;
    const own = { path: k3sPaths.config, content: text, mode: "0600" };
    if (config.node.role === "agent")
        return [own];
    return [
        own,
        { path: k3sPaths.audit, content: config_header + (0,dist/* stringify */.As)(auditPolicy), mode: "0600" },
        { path: k3sPaths.admission, content: config_header + (0,dist/* stringify */.As)(admission), mode: "0600" },
    ];
}
const config_header = "# Written by slipway from the Environment; a change here is undone.\n";
function agentConfig({ node, size, datastore, joins }) {
    const { kubeReserved, systemReserved } = reservations(size, node.role, datastore);
    const [external] = node.publicAddresses;
    return {
        "node-name": node.name,
        ...(node.privateAddress !== undefined && { "node-ip": node.privateAddress }),
        ...(node.privateAddress !== undefined && external !== undefined && { "node-external-ip": external }),
        ...(joins !== undefined && { server: joins, "token-file": k3sPaths.joinToken }),
        "protect-kernel-defaults": true,
        "kubelet-arg": [
            `kube-reserved=${kubeReserved}`,
            `system-reserved=${systemReserved}`,
            "eviction-hard=memory.available<100Mi,nodefs.available<5%,imagefs.available<5%,nodefs.inodesFree<5%",
            "streaming-connection-idle-timeout=5m",
            "image-gc-high-threshold=75",
            "image-gc-low-threshold=60",
        ],
    };
}
function serverConfig(config) {
    const { node, datastore, joins } = config;
    return {
        ...agentConfig(config),
        ...(datastore === "etcd" && joins === undefined && { "cluster-init": true }),
        ...(node.privateAddress !== undefined && { "advertise-address": node.privateAddress }),
        "tls-san": [...node.publicAddresses, ...(node.privateAddress === undefined ? [] : [node.privateAddress])],
        "write-kubeconfig-mode": "0600",
        "secrets-encryption": true,
        "kube-apiserver-arg": [
            "enable-admission-plugins=NodeRestriction,EventRateLimit",
            `admission-control-config-file=${k3sPaths.admission}`,
            `audit-policy-file=${k3sPaths.audit}`,
            `audit-log-path=${k3sPaths.auditLog}`,
            "audit-log-maxage=30",
            "audit-log-maxbackup=5",
            "audit-log-maxsize=50",
        ],
        "kube-controller-manager-arg": ["terminated-pod-gc-threshold=100"],
    };
}
const auditPolicy = {
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    omitStages: ["RequestReceived"],
    rules: [
        { level: "None", nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version", "/openapi/*"] },
        {
            level: "None",
            resources: [
                { group: "coordination.k8s.io", resources: ["leases"] },
                { group: "", resources: ["events"] },
            ],
        },
        { level: "Metadata", resources: [{ group: "", resources: ["secrets", "serviceaccounts/token"] }] },
        { level: "None", verbs: ["get", "list", "watch"] },
        { level: "Metadata" },
    ],
};
const admission = {
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "AdmissionConfiguration",
    plugins: [
        {
            name: "EventRateLimit",
            configuration: {
                apiVersion: "eventratelimit.admission.k8s.io/v1alpha1",
                kind: "Configuration",
                limits: [
                    { type: "Server", qps: 500, burst: 5000 },
                    { type: "Namespace", qps: 50, burst: 500, cacheSize: 200 },
                ],
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/server/k3s/declared.js

function checkDeclared({ nodes }) {
    const servers = nodes.filter(({ role }) => role === "server");
    if (servers.length !== 1 && servers.length !== 3) {
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `a cluster has 1 or 3 servers, not ${servers.length}`, {
            hint: "Set spec.server.count to 1 or 3; further nodes are agents.",
        });
    }
    const lonely = nodes.length > 1 ? nodes.find(({ privateAddress }) => privateAddress === undefined) : undefined;
    if (lonely) {
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `${lonely.name} has no private address, and the other nodes reach it there`, {
            hint: "More than one node needs spec.server.network.",
        });
    }
    const names = nodes.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice)
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `two nodes are called ${twice}`);
}

;// CONCATENATED MODULE: ./build/src/server/k3s/version.js

function parseVersion(text) {
    const match = /^v(\d+)\.(\d+)\.(\d+)\+k3s(\d+)$/.exec(text);
    if (!match) {
        throw new model_error/* SlipwayError */.GQ("SLW-K3S-VERSION", `"${text}" is not a version of k3s`, {
            hint: "A version looks like v1.36.2+k3s1: https://github.com/k3s-io/k3s/releases",
        });
    }
    const [major = 0, minor = 0, patch = 0, build = 0] = match.slice(1).map(Number);
    return [major, minor, patch, build];
}
function compareVersions(one, other) {
    const [left, right] = [parseVersion(one), parseVersion(other)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
function checkUpgrade(node, running, declared) {
    const order = compareVersions(running, declared);
    if (order === 0)
        return "same";
    if (order > 0) {
        throw new model_error/* SlipwayError */.GQ("SLW-K3S-VERSION", `${node} runs ${running}, and ${declared} is older`, {
            hint: `Declare ${running} or newer. To go back, restore a backup on a new server.`,
        });
    }
    const [[major, minor], [toMajor, toMinor]] = [parseVersion(running), parseVersion(declared)];
    if (toMajor === major && toMinor - minor <= 1)
        return "upgrade";
    const next = `v${major}.${minor + 1}`;
    throw new model_error/* SlipwayError */.GQ("SLW-K3S-VERSION", `${node} runs ${running}, and ${declared} skips ${next}`, {
        hint: `One minor at a time: declare the newest ${next} first, apply, then the next.`,
    });
}

;// CONCATENATED MODULE: ./build/src/server/k3s/plan.js






function planCluster(declared, observed, lock) {
    checkDeclared(declared);
    const servers = declared.nodes.filter(({ role }) => role === "server");
    const members = Object.values(observed).find((one) => one.members.length > 0)?.members ?? [];
    const datastore = servers.length > 1 || servers.some(({ name }) => plan_stateOf(observed, name).datastore === "etcd") ? "etcd" : "sqlite";
    const first = firstServer(servers, observed);
    const render = (node) => nodeFiles({ node, size: plan_stateOf(observed, node.name), datastore, ...(node !== first && { joins: apiOf(first) }) });
    const settled = declared.nodes.flatMap((node) => {
        const state = plan_stateOf(observed, node.name);
        const member = members.find(({ name }) => name === node.name);
        const files = render(node).filter(({ path, content }) => state.hashes[path] !== sha256(content));
        const programs = pinnedFiles(lock, declared.version, state.architecture);
        const change = plan_changeOf(node, declared.version, state, member, files, programs.binary);
        if (change === undefined)
            return [];
        const { kind, why } = change;
        return [
            {
                id: `${node.name}/${kind}`,
                title: titles[kind](node, declared.version),
                why,
                kind,
                node,
                version: declared.version,
                files,
                ...((kind === "install" || kind === "upgrade") && { programs }),
                ...(node !== first && { joins: first.name }),
            },
        ];
    });
    return {
        first: first.name,
        steps: [...inOrder(settled, first, observed), ...removals(declared, members, servers, observed)],
    };
}
const apiOf = ({ privateAddress, publicAddresses }) => `https://${privateAddress ?? publicAddresses[0] ?? ""}:6443`;
function plan_stateOf(observed, name) {
    const state = observed[name];
    if (!state)
        throw new Error(`${name} was not observed`);
    return state;
}
function firstServer(servers, observed) {
    const holders = servers.filter(({ name }) => plan_stateOf(observed, name).datastore !== "none");
    const first = holders.find(({ name }) => !plan_stateOf(observed, name).joinsAnother) ?? holders[0] ?? servers[0];
    if (!first)
        throw new Error("checkDeclared lets no cluster without servers through");
    return first;
}
function plan_changeOf(node, version, state, member, files, binary) {
    if (state.version === undefined)
        return { kind: "install", why: "k3s is not installed" };
    const running = member?.version ?? state.version;
    if (checkUpgrade(node.name, running, version) === "upgrade")
        return { kind: "upgrade", why: `it runs ${running}` };
    if (state.hashes[k3sPaths.binary] !== binary.sha256)
        return { kind: "upgrade", why: "its program does not have the pinned hash" };
    if (state.isUnfinished)
        return { kind: "install", why: "an earlier run was interrupted" };
    if (files.length > 0)
        return { kind: "configure", why: `${files.map(({ path }) => path).join(", ")} changed` };
    if (state.service !== "active")
        return { kind: "restart", why: `its service is ${state.service}` };
    return undefined;
}
const titles = {
    install: ({ name, role }, version) => `install k3s ${version} on ${name}, ${role === "server" ? "a server" : "an agent"}`,
    upgrade: ({ name }, version) => `bring ${name} to k3s ${version}; its pods go on running`,
    configure: ({ name }) => `write the configuration of ${name} and restart k3s; its pods go on running`,
    restart: ({ name }) => `start k3s on ${name}`,
};
function inOrder(steps, first, observed) {
    const rank = ({ node }) => {
        const { version, service } = plan_stateOf(observed, node.name);
        const isDown = version !== undefined && service !== "active";
        if (node.role === "agent")
            return 4;
        if (isDown)
            return 0;
        if (version === undefined)
            return node === first ? 1 : 3;
        return node === first ? 1 : 2;
    };
    return steps.toSorted((one, other) => rank(one) - rank(other));
}
function removals(declared, members, servers, observed) {
    const gone = members.filter(({ name }) => declared.nodes.every((node) => node.name !== name));
    if (gone.some(({ isServer }) => isServer) &&
        servers.every(({ name }) => plan_stateOf(observed, name).datastore === "none")) {
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", "none of the declared servers has the cluster's state, and those that have it would be removed", {
            hint: "Replace servers one at a time: declare the new beside the old, apply, then leave the old out.",
        });
    }
    return gone.map(({ name, isReady, isServer }) => ({
        id: `${name}/remove`,
        title: `${isReady ? "drain and remove" : "remove"} ${name}, ${isServer ? "a server" : "an agent"}`,
        why: "it is not declared",
        destroys: "what its pods keep on its own disk",
        kind: "remove",
        name,
        drain: isReady ? "first" : "not possible",
    }));
}

;// CONCATENATED MODULE: ./build/src/provisioned-cluster.js
var provisioned_cluster_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var provisioned_cluster_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});















const apiPort = 6443;
async function provisionedCluster(environment, options, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        hetznerServer(environment);
        const { lock } = await readK3sLock(options.root);
        if (options.k3s === "settle")
            pinnedReleaseOf(lock, environment.spec.kubernetes.version);
        const owner = { environment: environment.metadata.name, repository: options.repository };
        const own = await ownServers(openHetzner(options.access, ports), owner, ports.signal);
        const machines = machinesOf(environment, own);
        const cleanup = provisioned_cluster_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const connections = new Map();
        const reached = options.k3s === "settle" ? [...machines.declared, ...machines.leaving] : machines.declared.slice(0, 1);
        for (const { server, node } of reached) {
            connections.set(node.name, cleanup.use(await reachServer(server, { ...ports, ...options })));
        }
        const nodes = machines.declared.map(({ node }) => node);
        const first = options.k3s === "settle"
            ? await settle(clusterOf(environment, nodes), connections, lock, ports)
            : (nodes[0]?.name ?? "");
        const connection = connections.get(first);
        if (connection === undefined)
            throw new Error(`there is no connection to "${first}"`);
        const ownKubeconfig = await kubeconfigOn(connection, first, environment);
        const tunnel = cleanup.use(await connection.forward(apiPort));
        ports.log.info(`the API of ${first} is reached through SSH`);
        const taken = cleanup.move();
        return {
            ownKubeconfig,
            kubeconfig: (0,kubeconfig/* redirected */.cP)(ownKubeconfig, `https://127.0.0.1:${tunnel.port}`),
            [Symbol.asyncDispose]: () => taken.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = provisioned_cluster_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function settle(cluster, connections, lock, ports) {
    const observed = await Promise.all([...connections].map(async ([name, connection]) => [name, await observeNode(connection)]));
    const plan = planCluster(cluster, Object.fromEntries(observed), lock);
    if (plan.steps.length === 0)
        ports.log.info(`k3s ${cluster.version} is as declared; nothing to do`);
    const download = downloadBy(ports.fetch, ports.signal);
    await applyCluster(plan, { ...ports, download, remoteOf: (name) => connections.get(name) });
    return plan.first;
}
async function kubeconfigOn(connection, name, environment) {
    const { code, stdout, stderr } = await connection.attempt(["cat", k3sPaths.kubeconfig], { timeout: 30_000 });
    if (code === 0)
        return stdout;
    throw new model_error/* SlipwayError */.GQ("SLW-KUBECONFIG", `${name} has no kubeconfig: ${stderr.trim()}`, {
        hint: `slipway bootstrap ${environment.metadata.name} installs k3s`,
    });
}


/***/ }),

/***/ 98589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ base32),
/* harmony export */   r0: () => (/* binding */ base64url)
/* harmony export */ });
/* unused harmony exports base16, base32hex, base64, codec */
/* eslint-disable @typescript-eslint/strict-boolean-expressions */

// ---------------------------------------------------------------------------
// Specific encodings
// ---------------------------------------------------------------------------
var base16Encoding = {
  chars: '0123456789ABCDEF',
  bits: 4
};
var base32Encoding = {
  chars: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  bits: 5
};
var base32HexEncoding = {
  chars: '0123456789ABCDEFGHIJKLMNOPQRSTUV',
  bits: 5
};
var base64Encoding = {
  chars: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  bits: 6
};
var base64UrlEncoding = {
  chars: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  bits: 6
};
var base16 = {
  parse: function parse(string, opts) {
    return _parse(string.toUpperCase(), base16Encoding, opts);
  },
  stringify: function stringify(data, opts) {
    return _stringify(data, base16Encoding, opts);
  }
};
var base32 = {
  parse: function parse(string, opts) {
    if (opts === void 0) {
      opts = {};
    }
    return _parse(opts.loose ? string.toUpperCase().replace(/0/g, 'O').replace(/1/g, 'L').replace(/8/g, 'B') : string, base32Encoding, opts);
  },
  stringify: function stringify(data, opts) {
    return _stringify(data, base32Encoding, opts);
  }
};
var base32hex = {
  parse: function parse(string, opts) {
    return _parse(string, base32HexEncoding, opts);
  },
  stringify: function stringify(data, opts) {
    return _stringify(data, base32HexEncoding, opts);
  }
};
var base64 = {
  parse: function parse(string, opts) {
    return _parse(string, base64Encoding, opts);
  },
  stringify: function stringify(data, opts) {
    return _stringify(data, base64Encoding, opts);
  }
};
var base64url = {
  parse: function parse(string, opts) {
    return _parse(string, base64UrlEncoding, opts);
  },
  stringify: function stringify(data, opts) {
    return _stringify(data, base64UrlEncoding, opts);
  }
};

// ---------------------------------------------------------------------------
// Codec implementation
// ---------------------------------------------------------------------------

var codec = {
  parse: _parse,
  stringify: _stringify
};
function _parse(string, encoding, opts) {
  var _opts$out;
  if (opts === void 0) {
    opts = {};
  }
  // Build the character lookup table:
  if (!encoding.codes) {
    encoding.codes = {};
    for (var i = 0; i < encoding.chars.length; ++i) {
      encoding.codes[encoding.chars[i]] = i;
    }
  }

  // The string must have a whole number of bytes:
  if (!opts.loose && string.length * encoding.bits & 7) {
    throw new SyntaxError('Invalid padding');
  }

  // Count the padding bytes:
  var end = string.length;
  while (string[end - 1] === '=') {
    --end;

    // If we get a whole number of bytes, there is too much padding:
    if (!opts.loose && !((string.length - end) * encoding.bits & 7)) {
      throw new SyntaxError('Invalid padding');
    }
  }

  // Allocate the output:
  var out = new ((_opts$out = opts.out) != null ? _opts$out : Uint8Array)(end * encoding.bits / 8 | 0);

  // Parse the data:
  var bits = 0; // Number of bits currently in the buffer
  var buffer = 0; // Bits waiting to be written out, MSB first
  var written = 0; // Next byte to write
  for (var _i = 0; _i < end; ++_i) {
    // Read one character from the string:
    var value = encoding.codes[string[_i]];
    if (value === undefined) {
      throw new SyntaxError('Invalid character ' + string[_i]);
    }

    // Append the bits to the buffer:
    buffer = buffer << encoding.bits | value;
    bits += encoding.bits;

    // Write out some bits if the buffer has a byte's worth:
    if (bits >= 8) {
      bits -= 8;
      out[written++] = 0xff & buffer >> bits;
    }
  }

  // Verify that we have received just enough bits:
  if (bits >= encoding.bits || 0xff & buffer << 8 - bits) {
    throw new SyntaxError('Unexpected end of data');
  }
  return out;
}
function _stringify(data, encoding, opts) {
  if (opts === void 0) {
    opts = {};
  }
  var _opts = opts,
    _opts$pad = _opts.pad,
    pad = _opts$pad === void 0 ? true : _opts$pad;
  var mask = (1 << encoding.bits) - 1;
  var out = '';
  var bits = 0; // Number of bits currently in the buffer
  var buffer = 0; // Bits waiting to be written out, MSB first
  for (var i = 0; i < data.length; ++i) {
    // Slurp data into the buffer:
    buffer = buffer << 8 | 0xff & data[i];
    bits += 8;

    // Write out as much as we can:
    while (bits > encoding.bits) {
      bits -= encoding.bits;
      out += encoding.chars[mask & buffer >> bits];
    }
  }

  // Partial character:
  if (bits) {
    out += encoding.chars[mask & buffer << encoding.bits - bits];
  }

  // Add padding characters until we hit a byte boundary:
  if (pad) {
    while (out.length * encoding.bits & 7) {
      out += '=';
    }
  }
  return out;
}




/***/ })

};
