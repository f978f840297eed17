package org.eyrie.server.searching;

import java.util.List;
import org.eyrie.model.development.SearchState;

/**
 * What a worker got.
 *
 * @param state of the search; there is nothing to come unless it is open
 * @param orders to be evaluated and answered; none where others have all there are, or the next are being thought of
 * @param seconds after which it pays to ask again where there is none
 */
public record LeasedWork(SearchState state, List<LeasedOrder> orders, int seconds) {}
