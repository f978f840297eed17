/**
 * The Kubeflow Model Registry over its REST interface: kubeflow/model-registry, api/openapi/model-registry.yaml, v1alpha3.
 */
@NullMarked
package org.eyrie.sources.kubeflow;

import org.jspecify.annotations.NullMarked;
