package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/hetznercloud/hcloud-go/v2/hcloud"
)

// lists pages over more entries than a page holds, selects by label and sorts.
func (j *judge) lists() {
	const many = 60
	for n := range many {
		labels := map[string]string{"number": fmt.Sprint(n % 3), "shop.example.org/tier": "web"}
		if n%2 == 0 {
			labels["even"] = ""
		}
		_, _, err := j.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: fmt.Sprintf("many-%02d", n), PublicKey: publicKey(), Labels: labels})
		j.fine("create one of many", err)
	}
	all, err := j.SSHKey.All(j)
	j.expect("all of them over two pages", err == nil && len(all) == many)
	page, response, err := j.SSHKey.List(j, hcloud.SSHKeyListOpts{ListOpts: hcloud.ListOpts{Page: 2, PerPage: 25}})
	j.expect("the second page", err == nil && len(page) == 25)
	pagination := response.Meta.Pagination
	j.expect("paging", pagination.PreviousPage == 1 && pagination.NextPage == 3 && pagination.LastPage == 3 && pagination.TotalEntries == many)
	past, response, err := j.SSHKey.List(j, hcloud.SSHKeyListOpts{ListOpts: hcloud.ListOpts{Page: 9, PerPage: 50}})
	j.expect("past the end", err == nil && len(past) == 0 && response.Meta.Pagination.NextPage == 0)
	for selector, wanted := range map[string]int{
		"number=1": 20, "number==1": 20, "number!=1": 40, "even": 30, "!even": 30, "number in (0,2)": 40, "number notin (0, 2)": 20,
		"number=0,even": 10, "shop.example.org/tier=web,!even,number in (1)": 10, "nothing": 0,
	} {
		found, err := j.SSHKey.AllWithOpts(j, hcloud.SSHKeyListOpts{ListOpts: hcloud.ListOpts{LabelSelector: selector}})
		j.fine(selector, err)
		j.equal(selector, len(found), wanted)
	}
	_, err = j.SSHKey.AllWithOpts(j, hcloud.SSHKeyListOpts{ListOpts: hcloud.ListOpts{LabelSelector: "a b"}})
	j.refused("not a selector", err, hcloud.ErrorCodeInvalidInput)
	sorted, err := j.SSHKey.AllWithOpts(j, hcloud.SSHKeyListOpts{Sort: []string{"name:desc"}})
	j.expect("sorted", err == nil && sorted[0].Name == "many-59" && sorted[59].Name == "many-00")
	named, _, err := j.SSHKey.List(j, hcloud.SSHKeyListOpts{Name: "many-07"})
	j.expect("by name", err == nil && len(named) == 1)
	for _, key := range all {
		_, err := j.SSHKey.Delete(j, key)
		j.fine("delete one of many", err)
	}
}

func (j *judge) errors() {
	create := func(change func(*hcloud.ServerCreateOpts)) error {
		opts := hcloud.ServerCreateOpts{Name: "wrong", ServerType: &hcloud.ServerType{Name: "cx23"}, Image: &hcloud.Image{Name: "ubuntu-24.04"}, Location: &hcloud.Location{Name: "nbg1"}}
		change(&opts)
		_, _, err := j.Server.Create(j, opts)
		return err
	}
	err := create(func(opts *hcloud.ServerCreateOpts) { opts.Name = "not a host name" })
	j.refused("name", err, hcloud.ErrorCodeInvalidInput)
	var refusal hcloud.Error
	details, ok := hcloud.ErrorDetailsInvalidInput{}, errors.As(err, &refusal)
	if ok {
		details, ok = refusal.Details.(hcloud.ErrorDetailsInvalidInput)
	}
	j.expect("the field is named", ok && len(details.Fields) == 1 && details.Fields[0].Name == "name" && len(details.Fields[0].Messages) == 1)
	j.refused("image of another architecture", create(func(opts *hcloud.ServerCreateOpts) {
		opts.ServerType.Name = "cax11"
		opts.Image = &hcloud.Image{ID: 161547269}
	}), hcloud.ErrorCodeInvalidInput)
	j.refused("deprecated type", create(func(opts *hcloud.ServerCreateOpts) { opts.ServerType.Name = "cx22" }), hcloud.ErrorCodeInvalidServerType)
	j.refused("reserved label", create(func(opts *hcloud.ServerCreateOpts) { opts.Labels = map[string]string{"hetzner.cloud/a": "b"} }), hcloud.ErrorCodeInvalidInput)
	j.fault(map[string]any{"fault": "stock-out", "serverType": "cx23", "location": "nbg1"})
	j.refused("sold out", create(func(*hcloud.ServerCreateOpts) {}), hcloud.ErrorCodeResourceUnavailable)
	j.fault(map[string]any{"fault": "stock-out", "code": "placement_error"})
	j.refused("no place", create(func(*hcloud.ServerCreateOpts) {}), hcloud.ErrorCodePlacementError)
	_, err = j.Server.Delete(j, &hcloud.Server{ID: 4711})
	j.refused("not there", err, hcloud.ErrorCodeNotFound)
	j.fault(map[string]any{"fault": "error", "code": "service_error", "path": "/servers", "method": "GET"})
	_, err = j.Server.All(j)
	j.refused("service error", err, hcloud.ErrorCodeServiceError)
	for _, code := range []string{"conflict", "bad_gateway", "timeout"} {
		j.fault(map[string]any{"fault": "error", "code": code, "path": "/servers", "method": "GET", "times": 2})
		_, err = j.Server.All(j)
		j.fine("the client tries again after "+code, err)
	}
	j.fault(map[string]any{"fault": "exhaust-rate-limit", "path": "/locations"})
	_, err = newJudge(j, os.Getenv("HCLOUD_TOKEN")).Location.All(j)
	j.refused("rate limit", err, hcloud.ErrorCodeRateLimitExceeded)
	j.control("clock", map[string]any{"advance": time.Hour.Milliseconds()})

	server := j.server("locked", hcloud.ServerCreateOpts{})
	j.fault(map[string]any{"fault": "slow-action", "milliseconds": 300, "path": "/servers/*/actions/reboot"})
	action, _, err := j.Server.Reboot(j, server)
	j.fine("slow reboot", err)
	j.expect("it runs", action.Status == hcloud.ActionStatusRunning)
	_, _, err = j.Server.Poweroff(j, server)
	j.refused("locked", err, hcloud.ErrorCodeLocked)
	j.done("slow reboot", nil, action)
	j.fault(map[string]any{"fault": "fail-action", "code": "server_error", "path": "/servers/*/actions/reboot"})
	action, _, err = j.Server.Reboot(j, server)
	j.fine("reboot that fails", err)
	var failure hcloud.ActionError
	j.expect("the action failed", errors.As(j.Action.WaitFor(j, action), &failure) && failure.Code == "server_error")
	j.fault(map[string]any{"fault": "drop-after", "method": "DELETE"})
	_, _, err = j.Server.DeleteWithResult(j, server)
	var refused hcloud.Error
	j.expect("a delete without an answer", err != nil && !errors.As(err, &refused))
	for range 100 {
		if server, _, _ = j.Server.GetByName(j, "locked"); server == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	j.expect("it was done all the same", server == nil)

	_, err = newJudge(context.Background(), "wrong").Server.All(j)
	j.refused("wrong token", err, hcloud.ErrorCodeUnauthorized)
	reader := newJudge(context.Background(), os.Getenv("HCLOUD_READ_TOKEN"))
	_, err = reader.Server.All(j)
	j.fine("reading with a token for reading", err)
	_, _, err = reader.SSHKey.Create(j, hcloud.SSHKeyCreateOpts{Name: "no", PublicKey: publicKey()})
	j.refused("writing with it", err, "token_readonly")
	_, _, err = j.Action.List(j, hcloud.ActionListOpts{})
	j.refused("actions without ids", err, hcloud.ErrorCodeInvalidInput)
}

func (j *judge) emptyAtTheEnd() {
	servers, _ := j.Server.All(j)
	addresses, _ := j.PrimaryIP.All(j)
	volumes, _ := j.Volume.All(j)
	j.equal("nothing is left", len(servers)+len(addresses)+len(volumes), 0)
}
