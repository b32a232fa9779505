#!/bin/sh
# Stands in for k3s' installer: the variables and files of https://docs.k3s.io/reference/env-variables that slipway relies on.
set -eu
bin=${INSTALL_K3S_BIN_DIR:-/usr/local/bin}
role=$(echo "${INSTALL_K3S_EXEC:-server}" | cut -d ' ' -f 1)
[ "${INSTALL_K3S_SKIP_DOWNLOAD:-}" = true ] || { echo "[ERROR]  this one downloads nothing" >&2; exit 1; }
[ -x "$bin/k3s" ] || { echo "[ERROR]  Executable k3s binary not found at $bin/k3s" >&2; exit 1; }
name=k3s
[ "$role" = server ] || name=k3s-agent
unit=/etc/systemd/system/$name.service
for link in kubectl crictl ctr; do ln -sf k3s "$bin/$link"; done
(umask 077 && env | grep '^K3S_' > "$unit.env" || :)
cat > "$unit" << UNIT
[Unit]
Description=Lightweight Kubernetes
After=network-online.target
Wants=network-online.target

[Install]
WantedBy=multi-user.target

[Service]
Type=notify
EnvironmentFile=-$unit.env
KillMode=process
TimeoutStartSec=0
Restart=always
RestartSec=1s
ExecStart=$bin/k3s ${INSTALL_K3S_EXEC:-server}
UNIT
cat > "$bin/$name-uninstall.sh" << UNINSTALL
#!/bin/sh
systemctl disable --now $name
rm -rf $unit $unit.env /etc/rancher/k3s /var/lib/rancher/k3s $bin/k3s $bin/kubectl $bin/crictl $bin/ctr
systemctl daemon-reload
rm -f $bin/$name-uninstall.sh
UNINSTALL
chmod 755 "$bin/$name-uninstall.sh"
systemctl daemon-reload
systemctl enable --quiet "$name"
[ "${INSTALL_K3S_SKIP_START:-}" = true ] || systemctl restart "$name"
