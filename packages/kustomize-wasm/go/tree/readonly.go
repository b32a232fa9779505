package tree

import (
	"errors"
	"fmt"
	"path/filepath"

	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// readOnly has the operations that a build has no use for.
type readOnly struct{}

var errReadOnly = fmt.Errorf("the file tree is read-only: %w", errors.ErrUnsupported)

func (readOnly) Create(string) (filesys.File, error)  { return nil, errReadOnly }
func (readOnly) Open(string) (filesys.File, error)    { return nil, errReadOnly }
func (readOnly) Mkdir(string) error                   { return errReadOnly }
func (readOnly) MkdirAll(string) error                { return errReadOnly }
func (readOnly) RemoveAll(string) error               { return errReadOnly }
func (readOnly) Walk(string, filepath.WalkFunc) error { return errReadOnly }
