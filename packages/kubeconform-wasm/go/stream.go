package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yannh/kubeconform/pkg/resource"
)

// A chunk is the text of one document of a stream, which starts at line start (from 1) and has its first content at line.
type chunk struct {
	content []byte
	start   int
	line    int
	// err tells that what ended this chunk is no valid separator.
	err error
}

// split cuts a stream as kubeconform does: at every line that starts with three dashes, except the very first.
func split(data []byte) []chunk {
	var chunks []chunk
	start := 1
	for len(data) > 0 {
		advance, token, _ := resource.SplitYAMLDocument(data, true)
		if advance == 0 {
			break // as bufio.Scanner: a last separator without an end of line loses what came before
		}
		chunks = append(chunks, newChunk(token, start))
		start += bytes.Count(data[:advance], []byte("\n"))
		data = data[advance:]
	}
	return chunks
}

// splitStrictly cuts as k8s.io/apimachinery, and so kubectl and Argo CD: only spaces and a comment may follow the dashes.
func splitStrictly(data []byte) []chunk {
	var chunks []chunk
	begin, beginLine, line := 0, 1, 0
	for at := 0; at < len(data); {
		line++
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if after, separates := bytes.CutPrefix(data[at:end], []byte("---")); separates {
			chunks = append(chunks, newChunk(data[begin:at], beginLine))
			begin, beginLine = end, line+1
			if rest := strings.TrimSpace(string(after)); rest != "" && rest[0] != '#' {
				broken := newChunk(nil, line)
				broken.err = fmt.Errorf("invalid document separator: %s", rest)
				chunks = append(chunks, broken)
			}
		}
		at = end
	}
	return append(chunks, newChunk(data[begin:], beginLine))
}

func newChunk(content []byte, start int) chunk {
	line := start
	for _, text := range bytes.Split(content, []byte("\n")) {
		text = bytes.TrimSpace(text)
		if len(text) > 0 && text[0] != '#' && !bytes.Equal(text, []byte("---")) {
			return chunk{content: content, start: start, line: line}
		}
		line++
	}
	return chunk{content: content, start: start, line: start}
}
