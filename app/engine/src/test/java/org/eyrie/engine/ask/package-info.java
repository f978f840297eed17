@NullMarked
package org.eyrie.engine.ask;

import org.jspecify.annotations.NullMarked;
