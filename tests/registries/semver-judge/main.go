// Command semver-judge answers questions about versions with github.com/Masterminds/semver, the library Helm and Argo CD
// use: one JSON question per line in, one JSON answer per line out.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"

	"github.com/Masterminds/semver/v3"
)

type question struct {
	Constraint string   `json:"constraint"`
	Versions   []string `json:"versions"`
}

// answer holds, for every version, whether it can be read, whether it satisfies the constraint, and its order relative
// to the version after it.
type answer struct {
	Constraint bool   `json:"constraint"`
	Readable   []bool `json:"readable"`
	Strict     []bool `json:"strict"`
	Satisfies  []bool `json:"satisfies"`
	Order      []int  `json:"order"`
}

func judge(asked question) answer {
	constraint, err := semver.NewConstraint(asked.Constraint)
	result := answer{Constraint: err == nil, Readable: []bool{}, Strict: []bool{}, Satisfies: []bool{}, Order: []int{}}
	var previous *semver.Version
	for _, text := range asked.Versions {
		version, err := semver.NewVersion(text)
		_, strictErr := semver.StrictNewVersion(text)
		result.Readable = append(result.Readable, err == nil)
		result.Strict = append(result.Strict, strictErr == nil)
		result.Satisfies = append(result.Satisfies, err == nil && constraint != nil && constraint.Check(version))
		if err == nil && previous != nil {
			result.Order = append(result.Order, previous.Compare(version))
		}
		if err == nil {
			previous = version
		}
	}
	return result
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encode := json.NewEncoder(out)
	for in.Scan() {
		var asked question
		if err := json.Unmarshal(in.Bytes(), &asked); err != nil {
			log.Fatal(err)
		}
		if err := encode.Encode(judge(asked)); err != nil {
			log.Fatal(err)
		}
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
}
