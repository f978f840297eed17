@NullMarked
package org.eyrie.server.merging;

import org.jspecify.annotations.NullMarked;
