/** Which registries a person points at. */
@NullMarked
package org.eyrie.server.cli.registry;

import org.jspecify.annotations.NullMarked;
