@NullMarked
package org.eyrie.engine.board;

import org.jspecify.annotations.NullMarked;
