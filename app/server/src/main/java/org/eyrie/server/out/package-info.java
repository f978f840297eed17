/** Tables and trees for people and programs to read. */
@NullMarked
package org.eyrie.server.out;

import org.jspecify.annotations.NullMarked;
