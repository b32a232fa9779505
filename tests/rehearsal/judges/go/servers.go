package main

import (
	"time"

	"github.com/hetznercloud/hcloud-go/v2/hcloud"
)

// server makes one and waits until it runs.
func (j *judge) server(name string, opts hcloud.ServerCreateOpts) *hcloud.Server {
	opts.Name = name
	opts.ServerType = &hcloud.ServerType{Name: "cx23"}
	opts.Image = &hcloud.Image{Name: "ubuntu-24.04"}
	if opts.Location == nil {
		opts.Location = &hcloud.Location{Name: "nbg1"}
	}
	made, _, err := j.Server.Create(j, opts)
	j.done("create "+name, err, append(made.NextActions, made.Action)...)
	server, _, err := j.Server.GetByID(j, made.Server.ID)
	j.expect(name+" runs", err == nil && server != nil && server.Status == hcloud.ServerStatusRunning)
	return server
}

func (j *judge) remove(server *hcloud.Server) {
	result, _, err := j.Server.DeleteWithResult(j, server)
	j.done("delete "+server.Name, err, result.Action)
	gone, _, err := j.Server.GetByID(j, server.ID)
	j.expect(server.Name+" is gone", err == nil && gone == nil)
}

func (j *judge) servers() {
	key, _, err := j.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: "key", PublicKey: publicKey()})
	j.fine("key", err)
	group, _, err := j.PlacementGroup.Create(j, hcloud.PlacementGroupCreateOpts{Name: "group", Type: hcloud.PlacementGroupTypeSpread})
	j.fine("group", err)
	stopped := false
	made, _, err := j.Server.Create(j, hcloud.ServerCreateOpts{
		Name: "web", ServerType: &hcloud.ServerType{Name: "cx23"}, Image: &hcloud.Image{Name: "debian-12"},
		Location: &hcloud.Location{Name: "fsn1"}, SSHKeys: []*hcloud.SSHKey{key}, UserData: "#cloud-config\n",
		PlacementGroup: group.PlacementGroup, Labels: map[string]string{"role": "web"}, StartAfterCreate: &stopped,
	})
	j.done("create web", err, append(made.NextActions, made.Action)...)
	j.equal("no root password with a key", made.RootPassword, "")
	server, _, err := j.Server.GetByName(j, "web")
	j.expect("made, and off", err == nil && server.Status == hcloud.ServerStatusOff && server.PlacementGroup.ID == group.PlacementGroup.ID)
	j.expect("of the type", server.ServerType.Name == "cx23" && server.Image.Name == "debian-12" && server.Location.Name == "fsn1")

	act := func(what string, action *hcloud.Action, _ *hcloud.Response, err error) { j.done(what, err, action) }
	status := func(wanted hcloud.ServerStatus) {
		server, _, err = j.Server.GetByID(j, server.ID)
		j.fine("get server", err)
		j.equal("status", server.Status, wanted)
	}
	a, r, e := j.Server.RemoveFromPlacementGroup(j, server)
	act("leave group", a, r, e)
	a, r, e = j.Server.AddToPlacementGroup(j, server, group.PlacementGroup)
	act("join group", a, r, e)
	a, r, e = j.Server.ChangeType(j, server, hcloud.ServerChangeTypeOpts{ServerType: &hcloud.ServerType{Name: "cx33"}, UpgradeDisk: false})
	act("change type", a, r, e)
	status(hcloud.ServerStatusOff)
	j.equal("type", server.ServerType.Name, "cx33")
	j.equal("disk as before", server.PrimaryDiskSize, 40)
	_, _, err = j.Server.ChangeType(j, server, hcloud.ServerChangeTypeOpts{ServerType: &hcloud.ServerType{Name: "cax21"}})
	j.refused("Arm", err, hcloud.ErrorCodeInvalidServerType)
	a, r, e = j.Server.Poweron(j, server)
	act("power on", a, r, e)
	status(hcloud.ServerStatusRunning)
	_, _, err = j.Server.ChangeType(j, server, hcloud.ServerChangeTypeOpts{ServerType: &hcloud.ServerType{Name: "cx43"}})
	j.refused("running", err, hcloud.ErrorCodeServerNotStopped)
	a, r, e = j.Server.Reboot(j, server)
	act("reboot", a, r, e)
	a, r, e = j.Server.Reset(j, server)
	act("reset", a, r, e)
	a, r, e = j.Server.Shutdown(j, server)
	act("shutdown", a, r, e)
	for range 100 {
		if server, _, _ = j.Server.GetByID(j, server.ID); server.Status == hcloud.ServerStatusOff {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	status(hcloud.ServerStatusOff)
	a, r, e = j.Server.Poweron(j, server)
	act("power on again", a, r, e)
	a, r, e = j.Server.Poweroff(j, server)
	act("power off", a, r, e)
	status(hcloud.ServerStatusOff)

	rebuilt, _, err := j.Server.RebuildWithResult(j, server, hcloud.ServerRebuildOpts{Image: &hcloud.Image{Name: "ubuntu-24.04"}})
	j.done("rebuild", err, rebuilt.Action)
	status(hcloud.ServerStatusRunning)
	j.equal("image", server.Image.Name, "ubuntu-24.04")
	password, _, err := j.Server.ResetPassword(j, server)
	j.done("reset password", err, password.Action)
	j.expect("a password", password.RootPassword != "")
	console, _, err := j.Server.RequestConsole(j, server)
	j.done("console", err, console.Action)
	rescue, _, err := j.Server.EnableRescue(j, server, hcloud.ServerEnableRescueOpts{Type: hcloud.ServerRescueTypeLinux64})
	j.done("rescue", err, rescue.Action)
	a, r, e = j.Server.DisableRescue(j, server)
	act("no rescue", a, r, e)
	iso, _, err := j.ISO.GetByName(j, "debian-12.5.0-amd64-netinst.iso")
	j.fine("ISO", err)
	a, r, e = j.Server.AttachISO(j, server, iso)
	act("attach ISO", a, r, e)
	a, r, e = j.Server.DetachISO(j, server)
	act("detach ISO", a, r, e)
	pointer := "web.example.org"
	a, r, e = j.Server.ChangeDNSPtr(j, server, server.PublicNet.IPv4.IP.String(), &pointer)
	act("reverse DNS", a, r, e)
	yes, no := true, false
	a, r, e = j.Server.ChangeProtection(j, server, hcloud.ServerChangeProtectionOpts{Delete: &yes, Rebuild: &yes})
	act("protect", a, r, e)
	status(hcloud.ServerStatusRunning)
	j.expect("changed", server.PublicNet.IPv4.DNSPtr == pointer && server.Protection.Delete && server.Protection.Rebuild)
	_, _, err = j.Server.DeleteWithResult(j, server)
	j.refused("protected server", err, hcloud.ErrorCodeProtected)
	_, _, err = j.Server.RebuildWithResult(j, server, hcloud.ServerRebuildOpts{Image: &hcloud.Image{Name: "ubuntu-24.04"}})
	j.refused("protected against rebuild", err, hcloud.ErrorCodeProtected)
	a, r, e = j.Server.ChangeProtection(j, server, hcloud.ServerChangeProtectionOpts{Delete: &no, Rebuild: &no})
	act("unprotect", a, r, e)
	updated, _, err := j.Server.Update(j, server, hcloud.ServerUpdateOpts{Name: "web-2", Labels: map[string]string{"role": "api"}})
	j.expect("update", err == nil && updated.Name == "web-2" && updated.Labels["role"] == "api")
	_, _, err = j.Server.GetMetrics(j, server, hcloud.ServerGetMetricsOpts{Types: []hcloud.ServerMetricType{hcloud.ServerMetricCPU}, Start: time.Now().Add(-time.Hour), End: time.Now()})
	j.refused("metrics", err, hcloud.ErrorUnsupportedError)
	j.remove(server)
	_, err = j.PlacementGroup.Delete(j, group.PlacementGroup)
	j.fine("delete group", err)
	_, err = j.SSHKey.Delete(j, key)
	j.fine("delete key", err)
}

func (j *judge) images() {
	server := j.server("imaged", hcloud.ServerCreateOpts{})
	action, _, err := j.Server.Poweroff(j, server)
	j.done("power off", err, action)
	text := "before the upgrade"
	made, _, err := j.Server.CreateImage(j, server, &hcloud.ServerCreateImageOpts{Type: hcloud.ImageTypeSnapshot, Description: &text, Labels: map[string]string{"keep": "yes"}})
	j.done("snapshot", err, made.Action)
	snapshot, _, err := j.Image.GetByID(j, made.Image.ID)
	j.expect("available", err == nil && snapshot.Status == hcloud.ImageStatusAvailable && snapshot.ImageSize > 0 && snapshot.DiskSize == 40)
	_, _, err = j.Server.CreateImage(j, server, &hcloud.ServerCreateImageOpts{Type: hcloud.ImageTypeBackup})
	j.refused("backups are not enabled", err, hcloud.ErrorCodeInvalidInput)
	action, _, err = j.Server.EnableBackup(j, server, "")
	j.done("enable backup", err, action)
	backup, _, err := j.Server.CreateImage(j, server, &hcloud.ServerCreateImageOpts{Type: hcloud.ImageTypeBackup})
	j.done("backup", err, backup.Action)
	found, err := j.Image.AllWithOpts(j, hcloud.ImageListOpts{BoundTo: server})
	j.expect("bound", err == nil && len(found) == 1 && found[0].ID == backup.Image.ID)
	action, _, err = j.Server.DisableBackup(j, server)
	j.done("disable backup", err, action)
	found, err = j.Image.AllWithOpts(j, hcloud.ImageListOpts{Type: []hcloud.ImageType{hcloud.ImageTypeBackup}})
	j.expect("backups are gone", err == nil && len(found) == 0)
	j.remove(server)
	found, err = j.Image.AllWithOpts(j, hcloud.ImageListOpts{ListOpts: hcloud.ListOpts{LabelSelector: "keep=yes"}, Type: []hcloud.ImageType{hcloud.ImageTypeSnapshot}})
	j.expect("the snapshot is left", err == nil && len(found) == 1)
	again, _, err := j.Server.Create(j, hcloud.ServerCreateOpts{Name: "again", ServerType: &hcloud.ServerType{Name: "cx23"}, Image: snapshot, Location: &hcloud.Location{Name: "nbg1"}})
	j.done("create from the snapshot", err, append(again.NextActions, again.Action)...)
	j.remove(again.Server)
	text = "after"
	snapshot, _, err = j.Image.Update(j, snapshot, hcloud.ImageUpdateOpts{Description: &text})
	j.expect("update", err == nil && snapshot.Description == text)
	yes, no := true, false
	action, _, err = j.Image.ChangeProtection(j, snapshot, hcloud.ImageChangeProtectionOpts{Delete: &yes})
	j.done("protect", err, action)
	_, err = j.Image.Delete(j, snapshot)
	j.refused("protected image", err, hcloud.ErrorCodeProtected)
	action, _, err = j.Image.ChangeProtection(j, snapshot, hcloud.ImageChangeProtectionOpts{Delete: &no})
	j.done("unprotect", err, action)
	_, err = j.Image.Delete(j, snapshot)
	j.fine("delete image", err)
}
