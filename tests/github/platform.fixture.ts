import type { Files } from "./checkout.ts";

/** A Deployment and a ConfigMap without any Argo CD: the smallest repository that has something to say. */
export function platform(replicas: number, motto = "steady as she goes"): Files {
  return {
    // What these tests are about is not how well made the platform is.
    "slipway.yaml": 'rules: { "policy/*": "off" }\n',
    "apps/web/kustomization.yaml": "resources:\n  - deployment.yaml\n  - settings.yaml\n",
    "apps/web/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: web
spec:
  replicas: ${replicas}
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
    "apps/web/settings.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: web
data:
  motto: ${JSON.stringify(motto)}
`,
  };
}

/** A Deployment whose container lacks its name: an error at a line. */
export const brokenDeployment: Files = {
  "apps/web/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: web
spec:
  replicas: "three"
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
};
