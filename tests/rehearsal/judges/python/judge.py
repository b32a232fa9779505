"""Walks the lifecycle of every resource with the official package and counts what it finds as it should be."""

from __future__ import annotations

import base64
import json
import os
import struct
import sys
import time
import urllib.request
from collections.abc import Callable
from typing import Any

from hcloud import APIException, Client
from hcloud.actions import ActionFailedException
from hcloud.firewalls import FirewallResource, FirewallResourceLabelSelector, FirewallRule
from hcloud.images import Image
from hcloud.load_balancer_types import LoadBalancerType
from hcloud.load_balancers import (
    LoadBalancerAlgorithm,
    LoadBalancerHealthCheck,
    LoadBalancerService,
    LoadBalancerTarget,
    LoadBalancerTargetIP,
    LoadBalancerTargetLabelSelector,
)
from hcloud.locations import Location
from hcloud.networks import NetworkRoute, NetworkSubnet
from hcloud.server_types import ServerType
from hcloud.servers import ServerCreatePublicNetwork

endpoint = os.environ["HCLOUD_ENDPOINT"]
held = 0
failed: list[str] = []


def client(token: str) -> Client:
    return Client(token=token, api_endpoint=endpoint, poll_interval=0.02, poll_max_retries=500)


api = client(os.environ["HCLOUD_TOKEN"])


def expect(what: str, holds: bool) -> None:
    global held
    if holds:
        held += 1
    else:
        failed.append(what)
        print("does not hold:", what)


def equal(what: str, got: Any, wanted: Any) -> None:
    expect(f"{what}: got {got!r}, not {wanted!r}", got == wanted)


def refused(what: str, call: Callable[[], Any], code: str) -> APIException | None:
    try:
        call()
    except APIException as error:
        equal(what, error.code, code)
        return error
    expect(f"{what}: wanted {code}, and it was done", False)
    return None


def done(what: str, *actions: Any) -> None:
    for action in actions:
        if action is not None:
            action.wait_until_finished()
            action.reload()
            equal(f"{what}: {action.command}", (action.status, action.progress), ("success", 100))


def fault(**what: Any) -> None:
    url = endpoint.removesuffix("/v1") + "/_emulator/faults"
    request = urllib.request.Request(url, json.dumps(what).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        equal("fault is scheduled", answer.status, 201)


def public_key() -> str:
    parts = [b"ssh-ed25519", os.urandom(32)]
    wire = b"".join(struct.pack(">I", len(part)) + part for part in parts)
    return f"ssh-ed25519 {base64.b64encode(wire).decode()} judge"


def make_server(name: str, **more: Any) -> Any:
    more.setdefault("location", Location(name="nbg1"))
    made = api.servers.create(
        name=name, server_type=ServerType(name="cx23"), image=Image(name="ubuntu-24.04"), **more
    )
    done(f"create {name}", made.action, *made.next_actions)
    server = api.servers.get_by_id(made.server.id)
    equal(f"{name} runs", server.status, "running")
    return server


def remove(server: Any) -> None:
    server.delete().wait_until_finished()
    refused(f"{server.name} is gone", lambda: api.servers.get_by_id(server.id), "not_found")


def catalogue() -> None:
    types = api.server_types.get_all()
    expect("there are server types", len(types) > 20)
    cx23 = api.server_types.get_by_name("cx23")
    equal("cx23", (cx23.cores, cx23.memory, cx23.disk, cx23.architecture), (2, 4, 40, "x86"))
    equal("locations", sorted(one.name for one in api.locations.get_all()), ["ash", "fsn1", "hel1", "hil", "nbg1", "sin"])
    arm = api.images.get_by_name_and_architecture("debian-12", "arm")
    equal("Arm image", arm.architecture, "arm")
    expect("ISOs", len(api.isos.get_all()) > 0)
    equal("load balancer types", len(api.load_balancer_types.get_all()), 3)
    refused("datacenters are gone", lambda: api.datacenters.get_all(), "deprecated_api_endpoint")


def ssh_keys() -> None:
    line = public_key()
    key = api.ssh_keys.create(name="judge", public_key=line, labels={"a": "b"})
    equal("by fingerprint", api.ssh_keys.get_by_fingerprint(key.fingerprint).id, key.id)
    refused("same name", lambda: api.ssh_keys.create(name="judge", public_key=public_key()), "uniqueness_error")
    refused("same key", lambda: api.ssh_keys.create(name="other", public_key=line), "uniqueness_error")
    changed = key.update(name="renamed", labels={})
    equal("update", (changed.name, changed.labels), ("renamed", {}))
    expect("delete", key.delete())
    equal("deleted", api.ssh_keys.get_by_name("renamed"), None)


def placement_groups() -> None:
    group = api.placement_groups.create(name="spread", type="spread").placement_group
    equal("update", group.update(name="spread-2").name, "spread-2")
    for number in range(10):
        make_server(f"spread-{number}", placement_group=group)
    refused("eleven are too many", lambda: make_server("spread-10", placement_group=group), "placement_error")
    equal("ten of them", len(api.placement_groups.get_by_id(group.id).servers), 10)
    for server in api.servers.get_all():
        remove(server)
    expect("delete", group.delete())


def primary_ips() -> None:
    made = api.primary_ips.create(type="ipv4", name="address", location=Location(name="fsn1"))
    address = made.primary_ip
    equal("unassigned", (address.assignee_id, address.assignee_type), (None, "unassigned"))
    server = make_server(
        "addressed",
        location=Location(name="fsn1"),
        public_net=ServerCreatePublicNetwork(ipv4=address, enable_ipv4=True, enable_ipv6=False),
    )
    equal("the server has it", (server.public_net.ipv4.ip, server.public_net.ipv6), (address.ip, None))
    refused("assigned", address.delete, "must_be_unassigned")
    refused("running", address.unassign, "server_not_stopped")
    done("power off", server.power_off())
    done("unassign", address.unassign())
    done("assign", address.assign(assignee_id=server.id, assignee_type="server"))
    done("reverse DNS", address.change_dns_ptr(ip=address.ip, dns_ptr="a.example.org"))
    done("protect", address.change_protection(delete=True))
    remove(server)
    address.reload()
    equal("it outlives the server", (address.assignee_id, address.dns_ptr[0]["dns_ptr"]), (None, "a.example.org"))
    refused("protected", address.delete, "protected")
    done("unprotect", address.change_protection(delete=False))
    equal("update", address.update(auto_delete=True).auto_delete, True)
    expect("delete", address.delete())


def networks() -> None:
    network = api.networks.create(name="inside", ip_range="10.0.0.0/16")
    subnet = NetworkSubnet(type="cloud", ip_range="10.0.1.0/24", network_zone="eu-central")
    done("add subnet", network.add_subnet(subnet))
    refused("overlapping", lambda: network.add_subnet(subnet), "invalid_input")
    route = NetworkRoute(destination="10.100.1.0/24", gateway="10.0.1.2")
    done("add route", network.add_route(route))
    done("grow", network.change_ip_range("10.0.0.0/12"))
    server = make_server("networked", networks=[network])
    equal("attached by create", len(server.private_net), 1)
    refused("twice", lambda: server.attach_to_network(network), "server_already_attached")
    done("alias", server.change_alias_ips(network, ["10.0.1.77"]))
    equal("members", len(network.get_member_all()), 1)
    done("detach", server.detach_from_network(network))
    done("attach", server.attach_to_network(network, ip="10.0.1.9"))
    server.reload()
    equal("own address", server.private_net[0].ip, "10.0.1.9")
    network.reload()
    equal("as made", (len(network.subnets), len(network.routes), len(network.servers)), (1, 1, 1))
    fault(fault="slow-action", milliseconds=300, path="/networks/*/actions/delete_route")
    slow = network.delete_route(route)
    started = time.monotonic()
    done("alias again", server.change_alias_ips(network, []))
    expect("one change at a time: the package tried again on conflict", time.monotonic() - started > 0.1)
    done("delete route", slow)
    remove(server)
    done("delete subnet", network.delete_subnet(subnet))
    done("protect", network.change_protection(delete=True))
    refused("protected", network.delete, "protected")
    done("unprotect", network.change_protection(delete=False))
    equal("update", network.update(labels={"a": "b"}).labels, {"a": "b"})
    expect("delete", network.delete())


def firewalls() -> None:
    rule = FirewallRule(direction="in", protocol="tcp", port="22", source_ips=["0.0.0.0/0", "::/0"])
    made = api.firewalls.create(name="wall", rules=[rule])
    done("create", *made.actions)
    wall = made.firewall
    server = make_server("walled", firewalls=[wall], labels={"wall": "yes"})
    equal("applied by create", [one.firewall.id for one in server.public_net.firewalls], [wall.id])
    one = FirewallResource(type="server", server=server)
    refused("twice", lambda: wall.apply_to_resources([one]), "firewall_already_applied")
    refused("in use", wall.delete, "resource_in_use")
    done("remove", *wall.remove_from_resources([one]))
    selector = FirewallResource(type="label_selector", label_selector=FirewallResourceLabelSelector(selector="wall=yes"))
    done("apply to a selector", *wall.apply_to_resources([selector]))
    for _ in range(100):
        wall.reload()
        if wall.applied_to[0].applied_to_resources:
            break
        time.sleep(0.02)
    equal("the selector finds it", len(wall.applied_to[0].applied_to_resources), 1)
    refused("managed", lambda: wall.remove_from_resources([one]), "firewall_managed_by_label_selector")
    refused("no port", lambda: wall.set_rules([FirewallRule(direction="in", protocol="tcp", source_ips=["::/0"])]), "invalid_input")
    refused("host bits", lambda: wall.set_rules([FirewallRule(direction="in", protocol="icmp", source_ips=["10.0.0.1/8"])]), "invalid_input")
    done("set rules", *wall.set_rules([]))
    done("remove the selector", *wall.remove_from_resources([selector]))
    equal("update", wall.update(name="wall-2").name, "wall-2")
    expect("delete", wall.delete())
    remove(server)


def volumes() -> None:
    server = make_server("with-volume", location=Location(name="hel1"))
    made = api.volumes.create(size=10, name="data", server=server, format="ext4")
    done("create", made.action, *made.next_actions)
    volume = api.volumes.get_by_id(made.volume.id)
    equal("attached by create", (volume.server.id, volume.location.name, volume.format), (server.id, "hel1", "ext4"))
    done("resize", volume.resize(20))
    refused("shrink", lambda: volume.resize(15), "invalid_input")
    done("detach", volume.detach())
    done("attach", volume.attach(server))
    done("protect", volume.change_protection(delete=True))
    remove(server)
    volume.reload()
    equal("outlives its server", (volume.server, volume.size, volume.protection["delete"]), (None, 20, True))
    refused("protected", volume.delete, "protected")
    done("unprotect", volume.change_protection(delete=False))
    equal("update", volume.update(name="data-2").name, "data-2")
    expect("delete", volume.delete())


def floating_ips() -> None:
    made = api.floating_ips.create(type="ipv6", name="floating", home_location=Location(name="nbg1"))
    address = made.floating_ip
    server = make_server("floated")
    done("assign", address.assign(server))
    address.reload()
    equal("assigned", address.server.id, server.id)
    refused("assigned stays", address.delete, "must_be_unassigned")
    done("unassign", address.unassign())
    done("protection", address.change_protection(delete=False))
    equal("update", address.update(description="other").description, "other")
    expect("delete", address.delete())
    remove(server)


def certificates() -> None:
    made = api.certificates.create_managed(name="managed", domain_names=["example.org"])
    done("create", made.action)
    certificate = api.certificates.get_by_name("managed")
    equal("issued", certificate.status.issuance, "completed")
    done("retry", certificate.retry_issuance())
    refused("not PEM", lambda: api.certificates.create(name="no", certificate="no", private_key="no"), "invalid_input")
    equal("update", certificate.update(name="renamed").name, "renamed")
    expect("delete", certificate.delete())


def servers() -> None:
    key = api.ssh_keys.create(name="key", public_key=public_key())
    made = api.servers.create(
        name="web",
        server_type=ServerType(name="cx23"),
        image=Image(name="debian-12"),
        location=Location(name="fsn1"),
        ssh_keys=[key],
        user_data="#cloud-config\n",
        labels={"role": "web"},
        start_after_create=False,
    )
    equal("status at first", made.server.status, "initializing")
    equal("no root password with a key", made.root_password, None)
    done("create", made.action, *made.next_actions)
    server = api.servers.get_by_name("web")
    equal("as made", (server.status, server.image.name, server.location.name), ("off", "debian-12", "fsn1"))
    done("change type", server.change_type(ServerType(name="cx33"), upgrade_disk=True))
    server.reload()
    equal("type and disk", (server.server_type.name, server.primary_disk_size), ("cx33", 80))
    refused("smaller disk", lambda: server.change_type(ServerType(name="cx23"), upgrade_disk=False), "invalid_server_type")
    done("power on", server.power_on())
    done("reboot", server.reboot())
    done("reset", server.reset())
    done("shutdown", server.shutdown())
    for _ in range(100):
        server.reload()
        if server.status == "off":
            break
        time.sleep(0.02)
    equal("off", server.status, "off")
    rebuilt = server.rebuild(Image(name="ubuntu-24.04"))
    done("rebuild", rebuilt.action)
    password = server.reset_password()
    done("reset password", password.action)
    expect("a password", len(password.root_password) > 8)
    done("console", server.request_console().action)
    done("rescue", server.enable_rescue().action)
    done("no rescue", server.disable_rescue())
    iso = api.isos.get_by_name("debian-12.5.0-amd64-netinst.iso")
    done("attach ISO", server.attach_iso(iso))
    done("detach ISO", server.detach_iso())
    done("reverse DNS", server.change_dns_ptr(server.public_net.ipv4.ip, "web.example.org"))
    done("protect", server.change_protection(delete=True, rebuild=True))
    refused("protected", server.delete, "protected")
    refused("protected against rebuild", lambda: server.rebuild(Image(name="debian-12")), "protected")
    done("unprotect", server.change_protection(delete=False, rebuild=False))
    equal("update", server.update(name="web-2", labels={"role": "api"}).labels, {"role": "api"})
    equal("actions of the server", server.get_actions()[0].command, "create_server")
    remove(server)
    expect("delete key", key.delete())


def images() -> None:
    server = make_server("imaged")
    done("power off", server.power_off())
    made = server.create_image(type="snapshot", description="before", labels={"keep": "yes"})
    done("snapshot", made.action)
    snapshot = api.images.get_by_id(made.image.id)
    expect("available", snapshot.status == "available" and snapshot.image_size > 0)
    refused("no backups", lambda: server.create_image(type="backup"), "invalid_input")
    done("enable backup", server.enable_backup())
    done("backup", server.create_image(type="backup").action)
    equal("bound", len(api.images.get_all(bound_to=[str(server.id)])), 1)
    done("disable backup", server.disable_backup())
    remove(server)
    equal("only the snapshot is left", [one.id for one in api.images.get_all(type=["snapshot", "backup"])], [snapshot.id])
    again = api.servers.create(name="again", server_type=ServerType(name="cx23"), image=snapshot, location=Location(name="nbg1"))
    done("create from the snapshot", again.action, *again.next_actions)
    remove(again.server)
    equal("update", snapshot.update(description="after").description, "after")
    done("protect", snapshot.change_protection(delete=True))
    refused("protected", snapshot.delete, "protected")
    done("unprotect", snapshot.change_protection(delete=False))
    expect("delete", snapshot.delete())


def load_balancers() -> None:
    subnet = NetworkSubnet(type="cloud", ip_range="10.0.0.0/24", network_zone="eu-central")
    network = api.networks.create(name="balanced", ip_range="10.0.0.0/16", subnets=[subnet])
    server = make_server("target")
    check = LoadBalancerHealthCheck(protocol="tcp", port=80, interval=15, timeout=10, retries=3)
    service = LoadBalancerService(protocol="tcp", listen_port=80, destination_port=80, proxyprotocol=False, health_check=check)
    target = LoadBalancerTarget(type="server", server=server, use_private_ip=False)
    made = api.load_balancers.create(
        name="balancer",
        load_balancer_type=LoadBalancerType(name="lb11"),
        location=Location(name="nbg1"),
        services=[service],
        targets=[target],
    )
    done("create", made.action)
    balancer = api.load_balancers.get_by_name("balancer")
    equal("as made", (len(balancer.services), len(balancer.targets)), (1, 1))
    refused("port in use", lambda: balancer.add_service(service), "source_port_already_used")
    service.destination_port = 8080
    done("update service", balancer.update_service(service))
    done("delete service", balancer.delete_service(service))
    done("add service", balancer.add_service(service))
    refused("target is there", lambda: balancer.add_target(target), "target_already_defined")
    done("remove target", balancer.remove_target(target))
    done("attach to network", balancer.attach_to_network(network))
    selector = LoadBalancerTarget(type="label_selector", label_selector=LoadBalancerTargetLabelSelector(selector="a=b"), use_private_ip=True)
    done("add selector", balancer.add_target(selector))
    done("disable public interface", balancer.disable_public_interface())
    done("enable public interface", balancer.enable_public_interface())
    done("remove selector", balancer.remove_target(selector))
    address = LoadBalancerTarget(type="ip", ip=LoadBalancerTargetIP(ip="198.51.100.200"))
    done("add address", balancer.add_target(address))
    done("remove address", balancer.remove_target(address))
    done("detach", balancer.detach_from_network(network))
    done("algorithm", balancer.change_algorithm(LoadBalancerAlgorithm(type="least_connections")))
    done("type", balancer.change_type(LoadBalancerType(name="lb21")))
    done("protect", balancer.change_protection(delete=True))
    refused("protected", balancer.delete, "protected")
    done("unprotect", balancer.change_protection(delete=False))
    done("delete", balancer.delete().action)
    equal("deleted", api.load_balancers.get_by_name("balancer"), None)
    remove(server)
    expect("delete network", network.delete())


def lists() -> None:
    for number in range(60):
        labels = {"number": str(number % 3), "shop.example.org/tier": "web"}
        if number % 2 == 0:
            labels["even"] = ""
        api.ssh_keys.create(name=f"many-{number:02}", public_key=public_key(), labels=labels)
    keys = api.ssh_keys.get_all()
    equal("all of them over two pages", len(keys), 60)
    page, meta = api.ssh_keys.get_list(page=2, per_page=25)
    paging = meta.pagination
    equal("paging", (len(page), paging.previous_page, paging.next_page, paging.last_page, paging.total_entries), (25, 1, 3, 3, 60))
    past, meta = api.ssh_keys.get_list(page=9, per_page=50)
    equal("past the end", (past, meta.pagination.next_page), ([], None))
    selectors = {
        "number=1": 20, "number==1": 20, "number!=1": 40, "even": 30, "!even": 30, "number in (0,2)": 40, "number notin (0, 2)": 20,
        "number=0,even": 10, "shop.example.org/tier=web,!even,number in (1)": 10, "nothing": 0,
    }
    for selector, wanted in selectors.items():
        equal(selector, len(api.ssh_keys.get_all(label_selector=selector)), wanted)
    refused("not a selector", lambda: api.ssh_keys.get_all(label_selector="a b"), "invalid_input")
    for key in keys:
        expect("delete one of many", key.delete())


def errors() -> None:
    def create(**more: Any) -> Any:
        options = {"name": "wrong", "server_type": ServerType(name="cx23"), "image": Image(name="ubuntu-24.04"), "location": Location(name="nbg1")}
        return api.servers.create(**{**options, **more})

    error = refused("name", lambda: create(name="not a host name"), "invalid_input")
    equal("the field is named", error and [one["name"] for one in error.details["fields"]], ["name"])
    refused("deprecated type", lambda: create(server_type=ServerType(name="cx22")), "invalid_server_type")
    refused("unknown image", lambda: create(image=Image(name="none")), "invalid_input")
    fault(fault="stock-out", serverType="cx23")
    refused("sold out", create, "resource_unavailable")
    refused("not there", lambda: api.servers.get_by_id(4711), "not_found")
    fault(fault="error", code="service_error", path="/servers", method="GET")
    refused("service error", api.servers.get_all, "service_error")
    fault(fault="error", code="conflict", path="/servers", method="GET")
    equal("the package tries again", api.servers.get_all(), [])
    server = make_server("failing")
    fault(fault="fail-action", code="server_error", path="/servers/*/actions/reboot")
    try:
        server.reboot().wait_until_finished()
        expect("the action fails", False)
    except ActionFailedException as failure:
        equal("the action fails", failure.action.error["code"], "server_error")
    fault(fault="ignore-shutdown", path="/servers/*/actions/shutdown")
    done("shutdown", server.shutdown())
    time.sleep(0.1)
    server.reload()
    equal("a shutdown that nobody listens to", server.status, "running")
    remove(server)
    refused("wrong token", client("wrong").servers.get_all, "unauthorized")
    reader = client(os.environ["HCLOUD_READ_TOKEN"])
    equal("reading", reader.servers.get_all(), [])
    refused("writing", lambda: reader.ssh_keys.create(name="no", public_key=public_key()), "token_readonly")


def empty_at_the_end() -> None:
    left = [*api.servers.get_all(), *api.primary_ips.get_all(), *api.volumes.get_all(), *api.networks.get_all()]
    equal("nothing is left", left, [])


for walk in (
    catalogue, ssh_keys, placement_groups, primary_ips, networks, firewalls, volumes, floating_ips, certificates, servers,
    images, load_balancers, lists, errors, empty_at_the_end,
):
    walk()
print(f"hcloud-python: {held} of {held + len(failed)} expectations hold")
sys.exit(1 if failed else 0)
