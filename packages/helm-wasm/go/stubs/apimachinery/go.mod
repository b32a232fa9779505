// Stands in for Kubernetes' machinery: what Helm's engine uses of it comes unchanged from the original, and what
// `lookup` would use against a cluster is reduced to its names. The original's API types alone weigh 6 MB.
module k8s.io/apimachinery

go 1.26.0

require upstream.slipway.dev/apimachinery v0.37.1
