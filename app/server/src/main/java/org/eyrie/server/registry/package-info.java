/** Registries that are reached, followed and heard, and that predictions are written back to. */
@NullMarked
package org.eyrie.server.registry;

import org.jspecify.annotations.NullMarked;
