// Renders the templates on stdin with Argo CD's own ApplicationSet code, to compare the engine with.
package main

import (
	"encoding/json"
	"os"

	"github.com/argoproj/argo-cd/v3/applicationset/utils"
)

type request struct {
	Template string         `json:"template"`
	Data     map[string]any `json:"data"`
	Options  []string       `json:"options"`
}

func main() {
	var all []request
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		panic(err)
	}
	results := []map[string]string{}
	for _, one := range all {
		text, err := (&utils.Render{}).Replace(one.Template, one.Data, true, one.Options)
		if err != nil {
			results = append(results, map[string]string{"failure": err.Error()})
			continue
		}
		results = append(results, map[string]string{"text": text})
	}
	if err := json.NewEncoder(os.Stdout).Encode(results); err != nil {
		panic(err)
	}
}
