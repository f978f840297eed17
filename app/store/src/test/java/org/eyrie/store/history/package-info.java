@NullMarked
package org.eyrie.store.history;

import org.jspecify.annotations.NullMarked;
