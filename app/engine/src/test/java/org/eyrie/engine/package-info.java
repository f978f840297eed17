@NullMarked
package org.eyrie.engine;

import org.jspecify.annotations.NullMarked;
