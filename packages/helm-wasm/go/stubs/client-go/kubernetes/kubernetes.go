// Package kubernetes is imported by Helm so that its build information names client-go's version.
package kubernetes
