// Package tree shows the host's files to kustomize.
package tree

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/kyaml/filesys"

	"slipway.dev/gowasmhost/host"
	"slipway.dev/kustomizewasm/refusal"
)

// Root is where kustomize finds the tree. It is not "/", so that a path with too many ".." is noticed.
const Root = "/slipway-tree"

// FileSystem is the host's tree with the files this build has edited on top. It asks for no more than it must, because
// whatever it asks for becomes something the result depends on: a directory is known by the kustomization in it, and only
// listed where there is none.
type FileSystem struct {
	readOnly
	Directory string // absolute; what relative paths are relative to
	edited    map[string][]byte
	known     map[string]answer
}

type answer struct {
	content []byte
	err     error
}

// New gives a file system whose relative paths are relative to a directory of the tree.
func New(directory string) *FileSystem {
	return &FileSystem{Directory: path.Join(Root, directory), edited: map[string][]byte{}, known: map[string]answer{}}
}

// Relative turns an absolute path into one relative to the tree's root.
func Relative(absolute string) (string, error) {
	absolute = path.Clean(absolute)
	if absolute == Root {
		return "", nil
	}
	relative, inside := strings.CutPrefix(absolute, Root+"/")
	if !inside {
		return "", refusal.Refuse("%q is outside the file tree", strings.TrimPrefix(absolute, "/"))
	}
	return relative, nil
}

func (f *FileSystem) inTree(name string) (string, error) {
	if path.IsAbs(name) {
		return Relative(name)
	}
	return Relative(path.Join(f.Directory, name))
}

func (f *FileSystem) read(name string) ([]byte, error) {
	relative, err := f.inTree(name)
	if err != nil {
		return nil, err
	}
	if content, ok := f.edited[relative]; ok {
		return content, nil
	}
	if known, ok := f.known[relative]; ok {
		return known.content, known.err
	}
	content, err := host.ReadFile(relative)
	if err == nil && multiplies(content) {
		content, err = nil, refusal.Refuse("%s: its aliases stand for more than a million values", relative)
	}
	f.known[relative] = answer{content, err}
	return content, err
}

func (f *FileSystem) ReadFile(name string) ([]byte, error) {
	content, err := f.read(name)
	return slices.Clone(content), err
}

// IsFile says whether there is a file of that name.
func (f *FileSystem) IsFile(name string) bool {
	_, err := f.read(name)
	return err == nil
}

func (f *FileSystem) IsDir(name string) bool {
	kustomizations := konfig.RecognizedKustomizationFileNames()
	if f.IsFile(name) || slices.Contains(kustomizations, path.Base(name)) {
		return false
	}
	for _, kustomization := range kustomizations {
		if f.IsFile(path.Join(name, kustomization)) {
			return true
		}
	}
	_, err := f.ReadDir(name)
	return err == nil
}

func (f *FileSystem) Exists(name string) bool { return f.IsFile(name) || f.IsDir(name) }

func (f *FileSystem) ReadDir(name string) ([]string, error) {
	relative, err := f.inTree(name)
	if err != nil {
		return nil, err
	}
	entries, err := host.ReadDir(relative)
	names := []string{}
	for _, entry := range entries {
		names = append(names, entry.Name)
	}
	slices.Sort(names)
	return names, err
}

func (f *FileSystem) CleanedAbs(name string) (filesys.ConfirmedDir, string, error) {
	relative, err := f.inTree(name)
	if err != nil {
		return "", "", err
	}
	real, err := host.RealPath(relative)
	if err != nil {
		return "", "", err
	}
	absolute := path.Join(Root, real)
	if f.IsFile(absolute) {
		return filesys.ConfirmedDir(path.Dir(absolute)), path.Base(absolute), nil
	}
	if f.IsDir(absolute) {
		return filesys.ConfirmedDir(absolute), "", nil
	}
	return "", "", &fs.PathError{Op: "open", Path: absolute, Err: fs.ErrNotExist}
}

// WriteFile serves the commands that edit a kustomization; nothing leaves the build.
func (f *FileSystem) WriteFile(name string, content []byte) error {
	relative, err := f.inTree(name)
	if err != nil {
		return err
	}
	f.edited[relative] = slices.Clone(content)
	return nil
}

// Glob finds what filepath.Glob would, sorted, hidden files left out unless asked for.
func (f *FileSystem) Glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	found := f.glob(pattern)
	if filesys.IsHiddenFilePath(pattern) {
		return found, nil
	}
	return filesys.RemoveHiddenFiles(found), nil
}

func (f *FileSystem) glob(pattern string) []string {
	if !strings.ContainsAny(pattern, `*?[\`) {
		if f.Exists(pattern) {
			return []string{pattern}
		}
		return nil
	}
	var found []string
	for _, directory := range f.glob(path.Dir(pattern)) {
		names, _ := f.ReadDir(directory)
		for _, name := range names {
			if matched, _ := path.Match(path.Base(pattern), name); matched {
				found = append(found, path.Join(directory, name))
			}
		}
	}
	return found
}
