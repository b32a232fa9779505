package main

import (
	"net"

	"github.com/hetznercloud/hcloud-go/v2/hcloud"
)

func network(cidr string) *net.IPNet {
	_, parsed, err := net.ParseCIDR(cidr)
	if err != nil {
		panic(err)
	}
	return parsed
}

func (j *judge) catalogue() {
	types, err := j.ServerType.All(j)
	j.fine("server types", err)
	j.expect("there are server types", len(types) > 20)
	cx23, _, err := j.ServerType.GetByName(j, "cx23")
	j.fine("cx23", err)
	j.equal("cx23 has 2 cores", cx23.Cores, 2)
	j.expect("cx23 is available somewhere", len(cx23.Locations) > 0 && cx23.Locations[0].Available)
	j.expect("cx23 has prices", len(cx23.Pricings) > 0 && cx23.Pricings[0].Monthly.Net != "")
	cx22, _, err := j.ServerType.GetByName(j, "cx22")
	j.fine("cx22", err)
	j.expect("cx22 is deprecated", cx22.Locations[0].IsDeprecated() && !cx22.Locations[0].Available)
	locations, err := j.Location.All(j)
	j.fine("locations", err)
	j.equal("six locations", len(locations), 6)
	nbg1, _, err := j.Location.GetByName(j, "nbg1")
	j.fine("nbg1", err)
	j.equal("network zone", nbg1.NetworkZone, hcloud.NetworkZoneEUCentral)
	pricing, _, err := j.Pricing.Get(j)
	j.fine("pricing", err)
	j.equal("currency", pricing.Currency, "EUR")
	j.expect("every type has a price", len(pricing.ServerTypes) == len(types))
	j.equal("backups", pricing.ServerBackup.Percentage, "20.00")
	image, _, err := j.Image.GetByNameAndArchitecture(j, "ubuntu-24.04", hcloud.ArchitectureARM)
	j.fine("Arm image", err)
	j.equal("architecture", image.Architecture, hcloud.ArchitectureARM)
	isos, err := j.ISO.All(j)
	j.fine("ISOs", err)
	iso, _, err := j.ISO.GetByID(j, isos[0].ID)
	j.fine("ISO", err)
	j.equal("ISO", iso.Name, isos[0].Name)
	balancers, err := j.LoadBalancerType.All(j)
	j.fine("load balancer types", err)
	j.equal("load balancer types", len(balancers), 3)
	//lint:ignore SA1019 that it is gone is what is asked
	_, _, err = j.Datacenter.List(j, hcloud.DatacenterListOpts{})
	j.refused("datacenters are gone", err, hcloud.ErrorDeprecatedAPIEndpoint)
}

func (j *judge) sshKeys() {
	line := publicKey()
	key, _, err := j.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: "judge", PublicKey: line, Labels: map[string]string{"a": "b"}})
	j.fine("create SSH key", err)
	found, _, err := j.SSHKey.GetByFingerprint(j, key.Fingerprint)
	j.fine("by fingerprint", err)
	j.equal("by fingerprint", found.ID, key.ID)
	_, _, err = j.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: "judge", PublicKey: publicKey()})
	j.refused("same name", err, hcloud.ErrorCodeUniquenessError)
	_, _, err = j.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: "other", PublicKey: line})
	j.refused("same key", err, hcloud.ErrorCodeUniquenessError)
	_, _, err = j.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: "other", PublicKey: "ssh-ed25519 AAAA"})
	j.refused("no key", err, hcloud.ErrorCodeInvalidInput)
	renamed, _, err := j.SSHKey.Update(j, key, hcloud.SSHKeyUpdateOpts{Name: "renamed", Labels: map[string]string{"c": "d"}})
	j.fine("update", err)
	j.expect("update", renamed.Name == "renamed" && renamed.Labels["c"] == "d" && renamed.Labels["a"] == "")
	gone, _, err := j.SSHKey.GetByName(j, "judge")
	j.expect("nothing is found by the old name", err == nil && gone == nil)
	_, err = j.SSHKey.Delete(j, key)
	j.fine("delete", err)
	gone, _, err = j.SSHKey.GetByID(j, key.ID)
	j.expect("deleted", err == nil && gone == nil)
}

func (j *judge) placementGroups() {
	made, _, err := j.PlacementGroup.Create(j, hcloud.PlacementGroupCreateOpts{Name: "spread", Type: hcloud.PlacementGroupTypeSpread})
	j.fine("create placement group", err)
	group, _, err := j.PlacementGroup.Update(j, made.PlacementGroup, hcloud.PlacementGroupUpdateOpts{Name: "spread-2"})
	j.fine("update placement group", err)
	j.equal("name", group.Name, "spread-2")
	found, _, err := j.PlacementGroup.Get(j, "spread-2")
	j.expect("by name", err == nil && found.ID == group.ID)
	_, err = j.PlacementGroup.Delete(j, group)
	j.fine("delete placement group", err)
}

func (j *judge) primaryIPs() {
	made, _, err := j.PrimaryIP.Create(j, hcloud.PrimaryIPCreateOpts{Name: "address", Type: hcloud.PrimaryIPTypeIPv4, Location: "fsn1"})
	j.fine("create primary IP", err)
	address := made.PrimaryIP
	j.expect("an address", address.IP.To4() != nil && address.Location.Name == "fsn1" && !address.AutoDelete)
	j.equal("unassigned", address.AssigneeType, "unassigned")
	six, _, err := j.PrimaryIP.Create(j, hcloud.PrimaryIPCreateOpts{Name: "six", Type: hcloud.PrimaryIPTypeIPv6, Location: "fsn1"})
	j.fine("create IPv6", err)
	j.expect("a network of 64 bits", six.PrimaryIP.Network != nil && six.PrimaryIP.Network.String() != "")
	found, _, err := j.PrimaryIP.GetByIP(j, address.IP.String())
	j.expect("by address", err == nil && found.ID == address.ID)
	keep := true
	changed, _, err := j.PrimaryIP.Update(j, address, hcloud.PrimaryIPUpdateOpts{AutoDelete: &keep, Name: "renamed"})
	j.expect("update", err == nil && changed.AutoDelete && changed.Name == "renamed")
	action, _, err := j.PrimaryIP.ChangeDNSPtr(j, hcloud.PrimaryIPChangeDNSPtrOpts{ID: address.ID, IP: address.IP.String(), DNSPtr: "a.example.org"})
	j.done("reverse DNS", err, action)
	action, _, err = j.PrimaryIP.ChangeProtection(j, hcloud.PrimaryIPChangeProtectionOpts{ID: address.ID, Delete: true})
	j.done("protect", err, action)
	_, err = j.PrimaryIP.Delete(j, address)
	j.refused("protected", err, hcloud.ErrorCodeProtected)
	changed, _, err = j.PrimaryIP.GetByID(j, address.ID)
	j.expect("changed", err == nil && changed.Protection.Delete && changed.DNSPtr[address.IP.String()] == "a.example.org")
	action, _, err = j.PrimaryIP.ChangeProtection(j, hcloud.PrimaryIPChangeProtectionOpts{ID: address.ID, Delete: false})
	j.done("unprotect", err, action)

	server := j.server("addressed", hcloud.ServerCreateOpts{
		Location:  &hcloud.Location{Name: "fsn1"},
		PublicNet: &hcloud.ServerCreatePublicNet{EnableIPv4: true, EnableIPv6: true, IPv4: address, IPv6: six.PrimaryIP},
	})
	j.expect("the server has the addresses", server.PublicNet.IPv4.ID == address.ID && server.PublicNet.IPv6.ID == six.PrimaryIP.ID)
	_, err = j.PrimaryIP.Delete(j, address)
	j.refused("assigned", err, "must_be_unassigned")
	_, _, err = j.PrimaryIP.Unassign(j, address.ID)
	j.refused("running", err, hcloud.ErrorCodeServerNotStopped)
	action, _, err = j.Server.Poweroff(j, server)
	j.done("power off", err, action)
	action, _, err = j.PrimaryIP.Unassign(j, address.ID)
	j.done("unassign", err, action)
	action, _, err = j.PrimaryIP.Assign(j, hcloud.PrimaryIPAssignOpts{ID: address.ID, AssigneeID: server.ID, AssigneeType: "server"})
	j.done("assign", err, action)
	j.remove(server)
	gone, _, err := j.PrimaryIP.GetByID(j, address.ID)
	j.expect("auto_delete went with the server", err == nil && gone == nil)
	left, _, err := j.PrimaryIP.GetByID(j, six.PrimaryIP.ID)
	j.expect("the other one is left, unassigned", err == nil && left != nil && left.AssigneeID == 0)
	_, err = j.PrimaryIP.Delete(j, left)
	j.fine("delete", err)
}

func (j *judge) networks() {
	made, _, err := j.Network.Create(j, hcloud.NetworkCreateOpts{Name: "inside", IPRange: network("10.0.0.0/16")})
	j.fine("create network", err)
	change := func(what string, action *hcloud.Action, _ *hcloud.Response, err error) { j.done(what, err, action) }
	subnet := hcloud.NetworkSubnet{Type: hcloud.NetworkSubnetTypeCloud, IPRange: network("10.0.1.0/24"), NetworkZone: hcloud.NetworkZoneEUCentral}
	act, response, err := j.Network.AddSubnet(j, made, hcloud.NetworkAddSubnetOpts{Subnet: subnet})
	change("add subnet", act, response, err)
	_, _, err = j.Network.AddSubnet(j, made, hcloud.NetworkAddSubnetOpts{Subnet: subnet})
	j.refused("overlapping subnet", err, hcloud.ErrorCodeInvalidInput)
	route := hcloud.NetworkRoute{Destination: network("10.100.1.0/24"), Gateway: net.ParseIP("10.0.1.2")}
	act, response, err = j.Network.AddRoute(j, made, hcloud.NetworkAddRouteOpts{Route: route})
	change("add route", act, response, err)
	act, response, err = j.Network.ChangeIPRange(j, made, hcloud.NetworkChangeIPRangeOpts{IPRange: network("10.0.0.0/12")})
	change("grow", act, response, err)
	found, _, err := j.Network.GetByName(j, "inside")
	j.expect("as made", err == nil && len(found.Subnets) == 1 && len(found.Routes) == 1 && found.IPRange.String() == "10.0.0.0/12")

	server := j.server("networked", hcloud.ServerCreateOpts{Networks: []*hcloud.Network{found}})
	j.expect("attached by create", len(server.PrivateNet) == 1 && server.PrivateNet[0].IP.String() == "10.0.1.1")
	_, _, err = j.Server.AttachToNetwork(j, server, hcloud.ServerAttachToNetworkOpts{Network: found})
	j.refused("attached twice", err, hcloud.ErrorCodeServerAlreadyAttached)
	act, response, err = j.Server.ChangeAliasIPs(j, server, hcloud.ServerChangeAliasIPsOpts{Network: found, AliasIPs: []net.IP{net.ParseIP("10.0.1.77")}})
	change("alias", act, response, err)
	members, err := j.Network.AllMembers(j, found)
	j.expect("members", err == nil && len(members) == 1)
	act, response, err = j.Server.DetachFromNetwork(j, server, hcloud.ServerDetachFromNetworkOpts{Network: found})
	change("detach", act, response, err)
	act, response, err = j.Server.AttachToNetwork(j, server, hcloud.ServerAttachToNetworkOpts{Network: found, IP: net.ParseIP("10.0.1.9")})
	change("attach", act, response, err)
	server, _, err = j.Server.GetByID(j, server.ID)
	j.expect("own address", err == nil && len(server.PrivateNet) == 1 && server.PrivateNet[0].IP.String() == "10.0.1.9")
	j.remove(server)

	act, response, err = j.Network.DeleteRoute(j, found, hcloud.NetworkDeleteRouteOpts{Route: route})
	change("delete route", act, response, err)
	act, response, err = j.Network.DeleteSubnet(j, found, hcloud.NetworkDeleteSubnetOpts{Subnet: subnet})
	change("delete subnet", act, response, err)
	yes, no := true, false
	act, response, err = j.Network.ChangeProtection(j, found, hcloud.NetworkChangeProtectionOpts{Delete: &yes})
	change("protect", act, response, err)
	_, err = j.Network.Delete(j, found)
	j.refused("protected network", err, hcloud.ErrorCodeProtected)
	act, response, err = j.Network.ChangeProtection(j, found, hcloud.NetworkChangeProtectionOpts{Delete: &no})
	change("unprotect", act, response, err)
	_, _, err = j.Network.Update(j, found, hcloud.NetworkUpdateOpts{Labels: map[string]string{"a": "b"}})
	j.fine("update network", err)
	_, err = j.Network.Delete(j, found)
	j.fine("delete network", err)
}

func (j *judge) volumes() {
	server := j.server("with-volume", hcloud.ServerCreateOpts{Location: &hcloud.Location{Name: "hel1"}})
	format := "ext4"
	made, _, err := j.Volume.Create(j, hcloud.VolumeCreateOpts{Name: "data", Size: 10, Server: server, Format: &format})
	j.done("create volume", err, append(made.NextActions, made.Action)...)
	volume, _, err := j.Volume.GetByID(j, made.Volume.ID)
	j.expect("attached by create", err == nil && volume.Server != nil && volume.Server.ID == server.ID && volume.Location.Name == "hel1")
	_, err = j.Volume.Delete(j, volume)
	j.expect("an attached volume stays", err != nil)
	action, _, err := j.Volume.Resize(j, volume, 20)
	j.done("resize", err, action)
	_, _, err = j.Volume.Resize(j, volume, 15)
	j.refused("shrink", err, hcloud.ErrorCodeInvalidInput)
	action, _, err = j.Volume.Detach(j, volume)
	j.done("detach", err, action)
	action, _, err = j.Volume.Attach(j, volume, server)
	j.done("attach", err, action)
	yes, no := true, false
	action, _, err = j.Volume.ChangeProtection(j, volume, hcloud.VolumeChangeProtectionOpts{Delete: &yes})
	j.done("protect", err, action)
	j.remove(server)
	volume, _, err = j.Volume.GetByName(j, "data")
	j.expect("outlives its server", err == nil && volume != nil && volume.Server == nil && volume.Size == 20 && volume.Protection.Delete)
	_, err = j.Volume.Delete(j, volume)
	j.refused("protected volume", err, hcloud.ErrorCodeProtected)
	action, _, err = j.Volume.ChangeProtection(j, volume, hcloud.VolumeChangeProtectionOpts{Delete: &no})
	j.done("unprotect", err, action)
	_, _, err = j.Volume.Update(j, volume, hcloud.VolumeUpdateOpts{Name: "data-2"})
	j.fine("rename", err)
	_, err = j.Volume.Delete(j, volume)
	j.fine("delete volume", err)
}

func (j *judge) floatingIPs() {
	name, text := "floating", "for the judge"
	made, _, err := j.FloatingIP.Create(j, hcloud.FloatingIPCreateOpts{Type: hcloud.FloatingIPTypeIPv4, Name: &name, Description: &text, HomeLocation: &hcloud.Location{Name: "nbg1"}})
	j.fine("create floating IP", err)
	address := made.FloatingIP
	server := j.server("floated", hcloud.ServerCreateOpts{})
	action, _, err := j.FloatingIP.Assign(j, address, server)
	j.done("assign", err, action)
	address, _, err = j.FloatingIP.GetByName(j, name)
	j.expect("assigned", err == nil && address.Server != nil && address.Server.ID == server.ID)
	_, err = j.FloatingIP.Delete(j, address)
	j.refused("assigned floating IP", err, "must_be_unassigned")
	action, _, err = j.FloatingIP.Unassign(j, address)
	j.done("unassign", err, action)
	pointer := "f.example.org"
	action, _, err = j.FloatingIP.ChangeDNSPtr(j, address, address.IP.String(), &pointer)
	j.done("reverse DNS", err, action)
	no := false
	action, _, err = j.FloatingIP.ChangeProtection(j, address, hcloud.FloatingIPChangeProtectionOpts{Delete: &no})
	j.done("protection", err, action)
	changed, _, err := j.FloatingIP.Update(j, address, hcloud.FloatingIPUpdateOpts{Description: "other"})
	j.expect("update", err == nil && changed.Description == "other")
	_, err = j.FloatingIP.Delete(j, address)
	j.fine("delete floating IP", err)
	j.remove(server)
}

func (j *judge) certificates() {
	made, _, err := j.Certificate.CreateCertificate(j, hcloud.CertificateCreateOpts{Name: "managed", Type: hcloud.CertificateTypeManaged, DomainNames: []string{"example.org"}})
	j.done("create certificate", err, made.Action)
	certificate, _, err := j.Certificate.GetByName(j, "managed")
	j.expect("issued", err == nil && certificate.Status.Issuance == hcloud.CertificateStatusTypeCompleted)
	action, _, err := j.Certificate.RetryIssuance(j, certificate)
	j.done("retry", err, action)
	_, _, err = j.Certificate.Create(j, hcloud.CertificateCreateOpts{Name: "uploaded", Type: hcloud.CertificateTypeUploaded, Certificate: "no", PrivateKey: "no"})
	j.refused("not PEM", err, hcloud.ErrorCodeInvalidInput)
	_, _, err = j.Certificate.Update(j, certificate, hcloud.CertificateUpdateOpts{Name: "renamed"})
	j.fine("rename", err)
	_, err = j.Certificate.Delete(j, certificate)
	j.fine("delete certificate", err)
}
