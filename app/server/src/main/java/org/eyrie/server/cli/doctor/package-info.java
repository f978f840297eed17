/** What does not work, and what to do. */
@NullMarked
package org.eyrie.server.cli.doctor;

import org.jspecify.annotations.NullMarked;
