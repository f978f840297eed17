@NullMarked
package org.eyrie.server.out;

import org.jspecify.annotations.NullMarked;
