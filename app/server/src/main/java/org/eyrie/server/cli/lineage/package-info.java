/** Looking at who was made from whom. */
@NullMarked
package org.eyrie.server.cli.lineage;

import org.jspecify.annotations.NullMarked;
