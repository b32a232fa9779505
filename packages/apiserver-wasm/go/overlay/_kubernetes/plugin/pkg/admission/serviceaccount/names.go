// Package serviceaccount has the admission plugin's annotation.
package serviceaccount

// EnforceMountableSecretsAnnotation limits the Secrets that pods of a service account may mount.
const EnforceMountableSecretsAnnotation = "kubernetes.io/enforce-mountable-secrets"
