// Walks the lifecycle of every resource with the official client and counts what it finds as it should be.
package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/hetznercloud/hcloud-go/v2/hcloud"
)

type judge struct {
	context.Context
	*hcloud.Client
	held   int
	failed []string
}

func newJudge(ctx context.Context, token string) *judge {
	return &judge{Context: ctx, Client: hcloud.NewClient(
		hcloud.WithEndpoint(os.Getenv("HCLOUD_ENDPOINT")),
		hcloud.WithToken(token),
		hcloud.WithPollOpts(hcloud.PollOpts{BackoffFunc: hcloud.ConstantBackoff(20 * time.Millisecond)}),
		hcloud.WithRetryOpts(hcloud.RetryOpts{BackoffFunc: hcloud.ConstantBackoff(20 * time.Millisecond), MaxRetries: 3}),
	)}
}

func (j *judge) expect(what string, holds bool) {
	if holds {
		j.held++
		return
	}
	j.failed = append(j.failed, what)
	fmt.Println("does not hold:", what)
}

func (j *judge) equal(what string, got, wanted any) {
	if got == wanted {
		j.held++
		return
	}
	j.expect(fmt.Sprintf("%s: got %v, not %v", what, got, wanted), false)
}

func (j *judge) fine(what string, err error) {
	j.expect(fmt.Sprintf("%s: %v", what, err), err == nil)
}

// refused expects one of the API's error codes.
func (j *judge) refused(what string, err error, code hcloud.ErrorCode) {
	j.expect(fmt.Sprintf("%s: wanted %s, got %v", what, code, err), hcloud.IsError(err, code))
}

// done waits for actions, as every program does that uses the client.
func (j *judge) done(what string, err error, actions ...*hcloud.Action) {
	j.fine(what, err)
	if err != nil {
		return
	}
	var present []*hcloud.Action
	for _, action := range actions {
		if action != nil {
			present = append(present, action)
		}
	}
	j.fine(what+": wait", j.Action.WaitFor(j, present...))
}

// control speaks to the emulator itself, below its own /_emulator.
func (j *judge) control(path string, what map[string]any) {
	body, _ := json.Marshal(what)
	url := strings.TrimSuffix(os.Getenv("HCLOUD_ENDPOINT"), "/v1") + "/_emulator/" + path
	answer, err := http.Post(url, "application/json", bytes.NewReader(body))
	j.fine("ask the emulator", err)
	if err == nil {
		j.expect("the emulator understands", answer.StatusCode < 300)
		answer.Body.Close()
	}
}

// fault asks for something to go wrong.
func (j *judge) fault(fault map[string]any) { j.control("faults", fault) }

func publicKey() string {
	public, _, _ := ed25519.GenerateKey(rand.Reader)
	var wire bytes.Buffer
	for _, part := range [][]byte{[]byte("ssh-ed25519"), public} {
		_ = binary.Write(&wire, binary.BigEndian, uint32(len(part)))
		wire.Write(part)
	}
	return "ssh-ed25519 " + base64.StdEncoding.EncodeToString(wire.Bytes()) + " judge"
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	defer cancel()
	j := newJudge(ctx, os.Getenv("HCLOUD_TOKEN"))
	for _, walk := range []func(){
		j.catalogue, j.sshKeys, j.placementGroups, j.primaryIPs, j.networks, j.firewalls, j.volumes, j.floatingIPs,
		j.certificates, j.servers, j.images, j.loadBalancers, j.lists, j.errors, j.emptyAtTheEnd,
	} {
		walk()
	}
	total := j.held + len(j.failed)
	fmt.Printf("hcloud-go: %d of %d expectations hold\n", j.held, total)
	if len(j.failed) > 0 {
		os.Exit(1)
	}
}
