@NullMarked
package org.eyrie.server.tracing;

import org.jspecify.annotations.NullMarked;
