@NullMarked
package org.eyrie.engine.trial;

import org.jspecify.annotations.NullMarked;
