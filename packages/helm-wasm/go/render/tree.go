package render

import "path"

// Entry is a file or directory in a listing.
type Entry struct {
	Name      string
	Directory bool
}

// Tree holds the only files a chart can see. Paths are relative to its root, which is "".
// What is absent is reported as fs.ErrNotExist.
type Tree interface {
	ReadFile(path string) ([]byte, error)
	ReadDir(path string) ([]Entry, error)
}

// clean gives the tree's spelling of a path: "." and "./" are its root.
func clean(name string) string {
	name = path.Clean(name)
	if name == "." {
		return ""
	}
	return name
}

// shown is a path as a person reads it.
func shown(name string) string {
	if name == "" {
		return "."
	}
	return name
}
