#!/usr/bin/python3
"""Stands in for k3s where its release cannot be had. It keeps k3s' contract with the outside, as far as installing, joining,
upgrading and removing nodes goes: its options and files, systemd's notification, a cluster whose nodes have a version and are
Ready while they report, a kubeconfig by its own authority, and the refusals that matter. It runs no Kubernetes."""
import base64, http.server, json, os, secrets, socket, ssl, stat, subprocess, sys, threading, time, urllib.error, urllib.request
import yaml

VERSION = "@VERSION@"
DATA = "/var/lib/rancher/k3s"
TOKEN = DATA + "/server/token"
STATE = DATA + "/server/db/members.json"
EVENTS = DATA + "/server/events"
TLS = DATA + "/server/tls"
LOCAL = "https://127.0.0.1:6443"
KERNEL = {"vm/overcommit_memory": 1, "vm/panic_on_oom": 0, "kernel/panic": 10, "kernel/panic_on_oops": 1,
          "kernel/keys/root_maxkeys": 1000000, "kernel/keys/root_maxbytes": 25000000}


def fatal(message):
    sys.exit('level=fatal msg="%s"' % message)


def ask(base, method, path, body=None, timeout=5):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, method=method)
    with urllib.request.urlopen(request, timeout=timeout, context=unchecked()) as answer:
        return json.load(answer)


def notify_ready():
    path = os.environ.get("NOTIFY_SOCKET")
    if path:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
            notify.sendto(b"READY=1", "\0" + path[1:] if path[0] == "@" else path)


def unchecked():
    """The real ones know each other's authority from the token; these take any."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def certificate(name, subject, *options):
    """Made once: a key and a certificate, by the authority of this server unless it is that."""
    if os.path.exists(TLS + "/%s.crt" % name):
        return
    os.makedirs(TLS, mode=0o700, exist_ok=True)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", TLS + "/%s.key" % name]
    made = ["openssl", "req", "-x509", "-days", "365", "-subj", subject, *key, "-out", TLS + "/%s.crt" % name, *options]
    subprocess.run(made, check=True, capture_output=True)


def tls():
    """What the API server shows, and whose client certificates it takes."""
    by = ["-CA", TLS + "/ca.crt", "-CAkey", TLS + "/ca.key"]
    certificate("ca", "/CN=k3s-server-ca")
    certificate("serving", "/O=k3s/CN=k3s", *by, "-addext", "subjectAltName=DNS:kubernetes,DNS:localhost,IP:127.0.0.1")
    certificate("admin", "/O=system:masters/CN=system:admin", *by)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS + "/serving.crt", TLS + "/serving.key")
    context.load_verify_locations(TLS + "/ca.crt")
    context.verify_mode = ssl.CERT_OPTIONAL
    return context


def kubeconfig():
    data = {name: base64.b64encode(open(TLS + "/" + name, "rb").read()).decode() for name in ["ca.crt", "admin.crt", "admin.key"]}
    user = {"client-certificate-data": data["admin.crt"], "client-key-data": data["admin.key"]}
    return yaml.safe_dump({
        "apiVersion": "v1", "kind": "Config", "current-context": "default", "preferences": {},
        "clusters": [{"name": "default", "cluster": {"server": LOCAL, "certificate-authority-data": data["ca.crt"]}}],
        "users": [{"name": "default", "user": user}],
        "contexts": [{"name": "default", "context": {"cluster": "default", "user": "default"}}]})


class Cluster:
    """What etcd or SQLite would hold, at the server that joined nobody."""

    def __init__(self):
        self.nodes = json.load(open(STATE)) if os.path.exists(STATE) else {}
        self.seen = {}
        self.lock = threading.Lock()

    def save(self, event):
        with open(STATE + ".new", "w") as file:
            json.dump(self.nodes, file)
        os.replace(STATE + ".new", STATE)
        if event:
            with open(EVENTS, "a") as file:
                file.write(event + "\n")

    def report(self, node):
        with self.lock:
            name = node["name"]
            known = self.nodes.get(name)
            if known is None:
                self.nodes[name] = {**node, "drained": False}
                self.save("join " + name)
            elif known["version"] != node["version"]:
                known["version"] = node["version"]
                self.save("version %s %s" % (name, node["version"]))
            if node.get("started"):
                self.save("start " + name)
            self.seen[name] = time.monotonic()

    def items(self):
        with self.lock:
            return [self.item(node) for node in self.nodes.values()]

    def item(self, node):
        fresh = time.monotonic() - self.seen.get(node["name"], -99) < 3
        labels = {"node-role.kubernetes.io/control-plane": "true"} if node["role"] == "server" else {}
        return {"kind": "Node", "metadata": {"name": node["name"], "labels": labels}, "spec": {"unschedulable": node["drained"]},
                "status": {"conditions": [{"type": "Ready", "status": "True" if fresh else "Unknown"}],
                           "nodeInfo": {"kubeletVersion": node["version"]}}}

    def drain(self, name):
        with self.lock:
            self.nodes[name]["drained"] = True
            self.save("drain " + name)

    def delete(self, name):
        with self.lock:
            if self.nodes.pop(name, None):
                self.save("delete " + name)


def handler(cluster, upstream, token):
    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self, code, body):
            text = json.dumps(body).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def handle_any(self):
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            if self.path == "/api/v1/nodes" and not self.connection.getpeercert():
                return self.answer(401, {"kind": "Status", "code": 401})
            if upstream:
                return self.answer(200, ask(upstream, self.command, self.path, body))
            name = self.path.rsplit("/", 1)[-1]
            if self.path == "/report":
                if body.pop("token") != token:
                    return self.answer(401, {})
                cluster.report(body)
            elif self.command == "POST" and self.path.startswith("/drain/"):
                cluster.drain(name)
            elif self.command == "DELETE":
                cluster.delete(name)
            return self.answer(200, {"items": cluster.items()})

        do_GET = do_POST = do_DELETE = handle_any

        def log_message(self, *_):
            pass

    return Handler


def run(role):
    config = yaml.safe_load(open("/etc/rancher/k3s/config.yaml"))
    if config.get("protect-kernel-defaults"):
        for name, wanted in KERNEL.items():
            found = int(open("/proc/sys/" + name).read())
            if found != wanted:
                fatal("Failed to start ContainerManager: invalid kernel flag: %s, expected value: %d, actual value: %d" % (name, wanted, found))
    for argument in config.get("kube-apiserver-arg", []):
        key, _, value = argument.partition("=")
        if key.endswith("-file") and not os.path.exists(value):
            fatal("open %s: no such file or directory" % value)
    upstream = config.get("server")
    token = open(config["token-file"]).read().strip() if "token-file" in config else None
    if role == "server":
        os.makedirs(DATA + "/server/db" + ("/etcd" if upstream or config.get("cluster-init") else ""), exist_ok=True)
        if token is None:
            if not os.path.exists(TOKEN):
                write(TOKEN, "K10%s::server:%s\n" % (secrets.token_hex(8), secrets.token_hex(16)), 0o600)
            token = open(TOKEN).read().strip()
        elif not os.path.exists(TOKEN):
            write(TOKEN, token + "\n", 0o600)
        if not os.path.exists(DATA + "/server/node-token"):
            os.symlink(TOKEN, DATA + "/server/node-token")
        os.makedirs(DATA + "/server/manifests", exist_ok=True)
        context = tls()
        write("/etc/rancher/k3s/k3s.yaml", kubeconfig(), int(config.get("write-kubeconfig-mode", "0600"), 8))
    node = {"name": config["node-name"], "role": role, "version": VERSION, "token": token, "started": True}
    base = upstream
    if role == "server":
        cluster = None if upstream else Cluster()
        try:
            server = http.server.ThreadingHTTPServer(("0.0.0.0", 6443), handler(cluster, upstream, token))
        except OSError as error:
            fatal("listen tcp :6443: bind: %s" % error.strerror.lower())
        # The handshake is the thread's own, so that nobody who dawdles holds up the others.
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = upstream or LOCAL
    ready = False
    while True:
        try:
            ask(base, "POST", "/report", node)
            node.pop("started", None)
            if not ready:
                notify_ready()
                ready = True
        except urllib.error.HTTPError as error:
            if error.code == 401:
                fatal("starting kubernetes: token CA hash does not match the Cluster CA certificate hash")
        except OSError as error:
            print('level=error msg="%s: %s"' % (base, error), flush=True)
        time.sleep(0.5)


def write(path, text, mode):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w") as file:
        file.write(text)
    os.chmod(path, stat.S_IMODE(mode))


def kubectl(arguments):
    words = [word for word in arguments if not word.startswith("-") and word != "json"]
    try:
        items = ask(LOCAL, "GET", "/nodes")["items"]
        if words[:2] == ["get", "nodes"]:
            return print(json.dumps({"items": items}))
        name = words[-1]
        found = [item for item in items if item["metadata"]["name"] == name]
        if not found and "--ignore-not-found" not in arguments:
            sys.exit('Error from server (NotFound): nodes "%s" not found' % name)
        if words[0] == "get":
            print(json.dumps(found[0]))
        elif words[0] == "drain":
            ask(LOCAL, "POST", "/drain/" + name, {})
        elif words[0] == "delete":
            ask(LOCAL, "DELETE", "/nodes/" + name)
    except OSError as error:
        sys.exit("The connection to the server 127.0.0.1:6443 was refused: %s" % error)


first = sys.argv[1] if len(sys.argv) > 1 else ""
if first == "--version":
    print("k3s version %s (stand-in)" % VERSION)
elif first in ("server", "agent"):
    run(first)
elif first == "kubectl":
    kubectl(sys.argv[2:])
else:
    sys.exit("unknown command " + first)
