/** Which database the program works on, and how it gets there. */
@NullMarked
package org.eyrie.server.stores;

import org.jspecify.annotations.NullMarked;
