// Command demo is an engine that only exercises its host; the engine tests build it.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"time"

	"slipway.dev/gowasmhost/host"
)

func main() {}

type request struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Size int    `json:"size"`
}

func init() {
	register("echo", func(r request) (any, error) { return r, nil })
	register("length", func(r request) (any, error) { return len(r.Text), nil })
	register("repeat", func(r request) (any, error) { return strings.Repeat(r.Text, r.Size), nil })
	register("read", func(r request) (any, error) {
		content, err := host.ReadFile(r.Path)
		return string(content), err
	})
	register("list", func(r request) (any, error) { return host.ReadDir(r.Path) })
	register("readAndCarryOn", func(r request) (any, error) {
		_, _ = host.ReadFile(r.Path)
		return "fine", nil
	})
	register("ask", func(r request) (any, error) {
		var answer map[string]any
		err := host.Call("question", r, &answer)
		return answer, err
	})
	register("now", func(request) (any, error) { return time.Now().UTC(), nil })
	register("sleep", func(r request) (any, error) {
		time.Sleep(time.Duration(r.Size) * time.Millisecond)
		return "awake", nil
	})
	register("random", func(request) (any, error) {
		bytes := make([]byte, 16)
		_, err := rand.Read(bytes)
		return hex.EncodeToString(bytes), err
	})
	register("environment", func(request) (any, error) { return append(os.Environ(), os.Args...), nil })
	register("open", func(r request) (any, error) {
		content, err := os.ReadFile(r.Path)
		return string(content), err
	})
	register("refuse", func(r request) (any, error) { return nil, host.Refused("never %s", r.Text).WithDetail("in detail") })
	register("panic", func(r request) (any, error) { panic(r.Text) })
	register("panicElsewhere", func(r request) (any, error) {
		done := make(chan bool)
		go func() { panic(r.Text) }()
		return <-done, nil
	})
	register("exhaust", func(request) (any, error) {
		var kept [][]byte
		for {
			kept = append(kept, make([]byte, 1<<20))
		}
	})
	register("recurse", func(r request) (any, error) { return recurse(r.Size), nil })
}

func recurse(depth int) int {
	if depth == 0 {
		return 0
	}
	return recurse(depth-1) + 1
}

func register(name string, operation func(request) (any, error)) {
	host.Register(name, func(body json.RawMessage) (any, error) {
		var r request
		if err := json.Unmarshal(body, &r); err != nil {
			return nil, err
		}
		return operation(r)
	})
}
