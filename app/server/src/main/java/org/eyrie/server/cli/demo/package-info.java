/** A first look, with a sample. */
@NullMarked
package org.eyrie.server.cli.demo;

import org.jspecify.annotations.NullMarked;
