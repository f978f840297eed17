/** Programs that time whole fits of outcomes from a file, so that other implementations can be timed on the same data. */
package org.eyrie.lrmf.peers;
