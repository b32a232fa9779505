export const id = 81;
export const ids = [81];
export const modules = {

/***/ 94748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ privateKey)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81729);




async function privateKey(file, { env }) {
    const given = env["SSH_PRIVATE_KEY"];
    if (file === undefined && given !== undefined && given !== "")
        return given;
    const path = file ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".ssh", "id_ed25519");
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
    }
    catch (cause) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-SSH-KEY", `the private key ${path} cannot be read`, {
            hint: "Name one by --ssh-key, or put one in SSH_PRIVATE_KEY; ssh-keygen -t ed25519 makes one.",
            cause,
        });
    }
}


/***/ }),

/***/ 77688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _h: () => (/* binding */ knownHostsOf),
  PF: () => (/* binding */ meetServer),
  TO: () => (/* binding */ prepareServer),
  yw: () => (/* binding */ publicAddresses),
  VN: () => (/* binding */ reachServer)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(81729);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/server/paths.js
const paths = {
    hostKey: "/etc/ssh/ssh_host_ed25519_key",
    nextHostKey: "/etc/slipway/next_host_ed25519_key",
    injectedHostKey: "/etc/slipway/injected_host_key.pub",
    firstBoot: "/var/lib/slipway/first-boot.json",
    instanceId: "/var/lib/cloud/data/instance-id",
};

;// CONCATENATED MODULE: ./build/src/server/cloud-init/first-boot.js

const firstBootScript = `#!/bin/sh
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
`;

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
const sysctlFile = () => Object.entries(sysctls)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join("");
const metadataGuard = `table inet slipway_metadata
delete table inet slipway_metadata
table inet slipway_metadata {
  chain forward {
    type filter hook forward priority -200; policy accept;
    ip daddr 169.254.169.254 counter drop
  }
}
`;
const metadataGuardUnit = (file) => `[Unit]
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

const sshdConfig = `HostKey ${paths.hostKey}
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
`;

;// CONCATENATED MODULE: ./build/src/server/cloud-init/user-data.js





const userDataLimit = 32 * 1024;
function userData({ hostKey, authorizedKeys, reboot }) {
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
    const text = `#cloud-config\n${(0,dist/* stringify */.As)(config, { lineWidth: 0 })}`;
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
// EXTERNAL MODULE: ./build/src/server/private-folder.js
var private_folder = __webpack_require__(30563);
// EXTERNAL MODULE: ./build/src/server/trust/keys.js
var keys = __webpack_require__(91658);
;// CONCATENATED MODULE: ./build/src/server/trust/known-hosts.js

function knownHosts(endpoints, publicKeys) {
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









const tenMinutes = 600_000;
const sshFailed = 255;
async function connect(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { endpoint, user = "root", privateKey, hostKeys, processes, signal } = options;
        signal?.throwIfAborted();
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const folder = cleanup.use(await (0,private_folder/* privateFolder */.q)());
        const files = await writeFiles(folder, (0,keys/* keyFile */._$)(privateKey), knownHosts([endpoint], hostKeys));
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
        const result_1 = __disposeResources(env_1);
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
const hostKeyLabels = { current: "slipway.dev/host-key", next: "slipway.dev/host-key-next" };
function labelOfHostKey(publicKey) {
    const [type, encoded] = publicKey.trim().split(/\s+/);
    const blob = Buffer.from(encoded ?? "", "base64");
    const isEd25519 = blob.length === header.length + size && blob.subarray(0, header.length).equals(header);
    if (type !== algorithm || !isEd25519)
        throw notAKey("the public key", publicKey);
    return rfc4648/* base32 */.RG.stringify(blob.subarray(header.length), { pad: false }).toLowerCase();
}
function hostKeyOfLabel(label) {
    const bytes = decoded(label);
    if (bytes?.length !== size)
        throw notAKey(`the label ${hostKeyLabels.current}`, label);
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

// EXTERNAL MODULE: ./build/src/server/ssh/remote.js
var ssh_remote = __webpack_require__(6380);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
;// CONCATENATED MODULE: ./build/src/server/trust/rotation-state.js


const rotationSteps = ["prepare", "announce", "activate", "confirm", "clean"];
function remainingSteps({ current, injected, next }) {
    if (next !== undefined)
        return rotationSteps.slice(rotationSteps.indexOf("announce"));
    if (current !== injected)
        return ["confirm"];
    return rotationSteps;
}
const line = schemas/* string */.YjP().regex(/^ssh-ed25519 [A-Za-z0-9+/=]+$/);
const answer = schemas/* object */.Ikc({ current: line, injected: line.optional(), next: line.optional() });
function parseHostKeyState(output) {
    const entries = output
        .trim()
        .split("\n")
        .map((text) => /^(\w+) (\S+ \S+)/.exec(text)?.slice(1, 3) ?? []);
    const parsed = answer.safeParse(Object.fromEntries(entries));
    if (parsed.success)
        return parsed.data;
    throw new model_error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `the server did not say which host keys it has, but: ${output.slice(0, 200)}`, {
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



async function rotateHostKey(pins, { connect, pin, log }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const first = rotation_addDisposableResource(env_1, await connect(pinned(pins)), true);
        const state = parseHostKeyState(await first.run((0,ssh_remote/* script */.K)(report)));
        const steps = remainingSteps(state);
        if (steps.length === 1 && pins.current === state.current && pins.next === undefined)
            return state.current;
        const has = (step) => steps.includes(step);
        const next = has("prepare") ? await prepare(first) : (state.next ?? state.current);
        if (has("announce") && next !== pins.current)
            await pin({ current: pins.current, next });
        if (has("activate")) {
            log.info("replacing the host key that came with user-data");
            await first.run((0,ssh_remote/* script */.K)(activate));
        }
        const second = rotation_addDisposableResource(env_1, await connect([next]), true);
        await pin({ current: next });
        if (has("clean"))
            await second.run((0,ssh_remote/* script */.K)(clean));
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
const pinned = ({ current, next }) => next === undefined ? [current] : [current, next];
async function prepare(remote) {
    const state = parseHostKeyState(await remote.run((0,ssh_remote/* script */.K)(`${prepareNext}\n${report}`)));
    return state.next ?? state.current;
}
const report = `# which host keys there are
set -eu
echo "current $(ssh-keygen -y -f ${paths.hostKey})"
[ ! -s ${paths.injectedHostKey} ] || echo "injected $(cat ${paths.injectedHostKey})"
[ ! -s ${paths.nextHostKey} ] || echo "next $(ssh-keygen -y -f ${paths.nextHostKey})"`;
const prepareNext = `# make the next host key
set -eu
umask 077
mkdir -p "$(dirname ${paths.nextHostKey})"
rm -f ${paths.nextHostKey}.new ${paths.nextHostKey}.new.pub
ssh-keygen -q -t ed25519 -N '' -C '' -f ${paths.nextHostKey}.new
sync ${paths.nextHostKey}.new
mv -f ${paths.nextHostKey}.new ${paths.nextHostKey}
rm -f ${paths.nextHostKey}.new.pub`;
const activate = `# put the next host key in place
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
systemctl restart ssh.service 2> /dev/null || systemctl restart sshd.service`;
const clean = `# remove what the rotation left
rm -f ${paths.nextHostKey} ${paths.hostKey}.new ${paths.hostKey}.pub.new`;

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

;// CONCATENATED MODULE: ./build/src/server/wait.js




const waitLimits = { total: 300_000, grace: 15_000, pause: 1_000, report: 10_000 };
const wait_final = new Set(["SLW-SSH-KEY", "SLW-SSH-IPV6"]);
const settling = new Set(["SLW-SSH-HOST-KEY", "SLW-SSH-AUTH"]);
async function waitForServer(ports, limits = {}) {
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
                const state = readiness(await connection.run((0,ssh_remote/* script */.K)(bootReport), { timeout: 20_000, ...(signal && { signal }) }));
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
cat ${paths.instanceId} 2> /dev/null
echo ${reportSeparator}
cat ${paths.firstBoot} 2> /dev/null
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
    const hostKey = await (0,keys/* newHostKey */.GP)(processes);
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
    const hostKeys = pinned(pinsOf(server));
    const login = loginBy(server, ports);
    const say = (message) => ports.log.info(`${server.name}: ${message}`);
    const log = { ...ports.log, info: say };
    return waitForServer({ connect: () => login(hostKeys), clock, log, signal }, { total: patience });
}
const patience = 120_000;
function pinsOf({ name, labels }) {
    const current = labels[hostKeyLabels.current];
    if (current === undefined) {
        throw new model_error/* SlipwayError */.GQ("SLW-SSH-HOST-KEY", `${name} has no label ${hostKeyLabels.current}, so its host key is not known`, {
            hint: "It was not made by slipway, or the label was taken away. A new server is a rerun after teardown.",
        });
    }
    const next = labels[hostKeyLabels.next];
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


/***/ }),

/***/ 49243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ hetznerServer)
/* harmony export */ });
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);

function hetznerServer({ metadata: { name }, spec: { server } }) {
    if (server.provider === "hetzner")
        return server;
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-USAGE", `Environment ${name} has no server to make: its provider is "${server.provider}"`, {
        hint: `Its cluster exists already; slipway bootstrap ${name} --kubeconfig FILE is the next step.`,
    });
}


/***/ }),

/***/ 25721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ownServers)
/* harmony export */ });
/* harmony import */ var _client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25948);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77485);


async function ownServers(client, owner, signal) {
    const found = await client.list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0, { label_selector: (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentSelector */ .b6)(owner) }, signal);
    return found.filter(({ labels }) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwn */ .NP)(labels, owner));
}


/***/ }),

/***/ 95826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ canonicalCidr)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

function canonicalCidr(cidr) {
    const [address = "", prefix = ""] = cidr.split("/");
    const length = Number(prefix);
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address)
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


/***/ }),

/***/ 89814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ partsOf),
/* harmony export */   x: () => (/* binding */ declare)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77485);
/* harmony import */ var _cidr_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95826);



function declare(environment, server, options) {
    const owner = { environment: environment.metadata.name, repository: options.repository };
    const part = (part) => ({
        part,
        name: `${owner.environment}-${part}`,
        labels: { ...(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerLabels */ .H0)(owner), [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .partLabel */ .G5]: part },
    });
    const nodes = nodesOf(environment, server, part);
    const [first] = nodes;
    const protection = server.protection ? "on" : "off";
    return {
        owner,
        sshKey: { ...part("ssh-key"), ...keyOf(options.sshPublicKey) },
        firewall: { ...part("firewall"), rules: rulesOf(server) },
        ...((server.network !== undefined || nodes.length > 1) && {
            network: { ...part("network"), cidr: (0,_cidr_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalCidr */ .Z)(server.network?.cidr ?? "10.0.0.0/16") },
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
        from: from.map(_cidr_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalCidr */ .Z),
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
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("md5").update(Buffer.from(key, "base64")).digest("hex");
    return { publicKey: `${type} ${key}`, fingerprint: (digest.match(/../g) ?? []).join(":") };
}


/***/ }),

/***/ 30563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ privateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



const longestPath = 60;
async function privateFolder() {
    const parent = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)().length > longestPath ? "/tmp" : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
    const path = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, "slw-"));
    return {
        path,
        async write(name, content) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, name);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, content, { mode: 0o600 });
            return file;
        },
        [Symbol.asyncDispose]: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true }),
    };
}


/***/ }),

/***/ 68248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ systemProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46466);




const patience = 2_000;
const systemProcesses = {
    async run({ file, args, stdin }, { signal } = {}) {
        signal?.throwIfAborted();
        const child = launch(file, args);
        const ended = exitOf(child);
        const abort = () => {
            child.once("exit", () => [child.stdout, child.stderr].forEach((pipe) => pipe.destroy()));
            terminate(child);
        };
        signal?.addEventListener("abort", abort, { once: true });
        try {
            await feed(child, stdin);
            const exit = await ended;
            signal?.throwIfAborted();
            return exit;
        }
        finally {
            signal?.removeEventListener("abort", abort);
        }
    },
    start({ file, args }) {
        const child = launch(file, args);
        child.stdin.on("error", () => { });
        const ended = exitOf(child);
        const first = new Promise((resolve) => child.stdout.once("data", (chunk) => resolve(String(chunk))));
        return {
            spoke: Promise.race([first, ended.then(() => undefined)]),
            ended,
            async stop() {
                child.stdin.end();
                const timer = setTimeout(() => terminate(child), patience);
                await ended;
                clearTimeout(timer);
            },
        };
    },
};
const launch = (file, args) => (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { stdio: "pipe", env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LC_ALL: "C" } });
function terminate(child) {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), patience).unref();
}
async function exitOf(child) {
    const stdout = [];
    const stderr = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    let failure;
    child.on("error", (error) => (failure = error.message));
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close").catch(() => { });
    return {
        code: failure === undefined ? (child.exitCode ?? undefined) : undefined,
        stdout: Buffer.concat(stdout).toString(),
        stderr: failure ?? Buffer.concat(stderr).toString(),
    };
}
async function feed(child, stdin) {
    const input = typeof stdin === "string" || stdin instanceof Uint8Array ? [stdin] : (stdin ?? []);
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(input), child.stdin).catch((error) => {
        if (!["EPIPE", "ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET"].includes(error.code ?? ""))
            throw error;
    });
}


/***/ }),

/***/ 6380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ script)
/* harmony export */ });
const script = (text, ...args) => ["sh", "-c", text, "slipway", ...args];


/***/ }),

/***/ 91658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ newHostKey),
/* harmony export */   _$: () => (/* binding */ keyFile),
/* harmony export */   kc: () => (/* binding */ publicKeyOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81729);
/* harmony import */ var _private_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30563);
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




async function newHostKey(processes) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const folder = __addDisposableResource(env_1, await (0,_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .privateFolder */ .q)(), true);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, "key");
        await keygen(processes, ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path]);
        const [privateKey, publicKey] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8"), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`${path}.pub`, "utf8")]);
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
        const folder = __addDisposableResource(env_2, await (0,_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .privateFolder */ .q)(), true);
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
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_2__/* .SlipwayError */ .GQ("SLW-SSH-KEY", `ssh-keygen could not be run: ${stderr.trim()}`, {
            hint: "Install OpenSSH's client (openssh-client on Debian and Ubuntu).",
        });
    }
    const reason = /passphrase/.test(stderr) ? "it has a passphrase" : `OpenSSH says: ${lastLine(stderr)}`;
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_2__/* .SlipwayError */ .GQ("SLW-SSH-KEY", `the private key cannot be used: ${reason}`, {
        hint: "The secret must hold the whole private key file, without a passphrase: ssh-keygen -t ed25519 -N '' -f slipway",
    });
}
const lastLine = (text) => (text.trim().split("\n").at(-1) ?? "").replace(/"?\/\S*\/key"?:? ?/, "");


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
