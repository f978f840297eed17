package org.eyrie.lrmf.items;

import org.eyrie.lrmf.prior.NodeKey;

/**
 * A model known item by item that a fit remembers, so that others of its kind are told of it wherever they are.
 *
 * @param kind its architecture and rounded size
 */
record KnownRelative(NodeKey kind, ItemResidual remainder) {}
