package org.eyrie.lrmf.posterior;

import org.eyrie.lrmf.prior.NodeKey;

/**
 * What a node that families share contributes.
 *
 * @param node a clade or an effect; its key is made of trait categories
 * @param logit contribution
 */
public record SharedContribution(NodeKey node, double logit) {}
