/** Traces for a collector: spans of requests, of use cases, and of the statements that they send. Knows no requests. */
@NullMarked
package org.eyrie.server.tracing;

import org.jspecify.annotations.NullMarked;
