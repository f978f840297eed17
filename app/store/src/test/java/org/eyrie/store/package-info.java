@NullMarked
package org.eyrie.store;

import org.jspecify.annotations.NullMarked;
