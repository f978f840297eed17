/**
 * What can be done with models, lineage and scores: names in, answers out. It knows the ports and the method; whoever
 * asks, over HTTP, at a command line or from a program, is not its business.
 */
@NullMarked
package org.eyrie.engine;

import org.jspecify.annotations.NullMarked;
