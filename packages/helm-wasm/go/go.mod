module slipway.dev/helmwasm

go 1.27

require (
	github.com/Masterminds/semver/v3 v3.5.0
	helm.sh/helm/v4 v4.3.1
	k8s.io/apimachinery v0.37.1
	sigs.k8s.io/yaml v1.6.0
	slipway.dev/gowasmhost v0.0.0-00010101000000-000000000000
)

require (
	dario.cat/mergo v1.0.1 // indirect
	github.com/BurntSushi/toml v1.6.0 // indirect
	github.com/Masterminds/goutils v1.1.1 // indirect
	github.com/Masterminds/sprig/v3 v3.3.0 // indirect
	github.com/cyphar/filepath-securejoin v0.7.0 // indirect
	github.com/gobwas/glob v0.2.3 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/huandu/xstrings v1.5.0 // indirect
	github.com/mitchellh/copystructure v1.2.0 // indirect
	github.com/mitchellh/reflectwalk v1.0.2 // indirect
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // indirect
	github.com/shopspring/decimal v1.4.0 // indirect
	github.com/spf13/cast v1.7.0 // indirect
	go.yaml.in/yaml/v2 v2.4.4 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	k8s.io/apiextensions-apiserver v0.37.1 // indirect
	k8s.io/client-go v0.37.1 // indirect
	sigs.k8s.io/json v0.0.0-20250730193827-2d320260d730 // indirect
	upstream.slipway.dev/apimachinery v0.37.1 // indirect
)

replace k8s.io/client-go => ./stubs/client-go

replace k8s.io/apiextensions-apiserver => ./stubs/apiextensions-apiserver

replace slipway.dev/gowasmhost => ../../go-wasm-host/go

replace k8s.io/apimachinery => ./stubs/apimachinery

replace upstream.slipway.dev/apimachinery => k8s.io/apimachinery v0.37.1
