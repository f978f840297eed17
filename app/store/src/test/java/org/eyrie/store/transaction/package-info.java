@NullMarked
package org.eyrie.store.transaction;

import org.jspecify.annotations.NullMarked;
