/** Takes imports back: what facts were before, and how they become that again, one transaction at a time. */
@NullMarked
package org.eyrie.store.history;

import org.jspecify.annotations.NullMarked;
