@NullMarked
package org.eyrie.server.answers;

import org.jspecify.annotations.NullMarked;
