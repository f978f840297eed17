package org.eyrie.develop.policy;

import org.eyrie.model.development.SearchRecord;

/** Records as they were earlier: what was decided then is decided again from them. */
final class Prefix {

    private Prefix() {}

    /** The record when so many orders had been given and answered, with all proposals. */
    static SearchRecord of(SearchRecord record, int orders) {
        return new SearchRecord(
                record.plan(),
                record.proposals(),
                record.orders().stream()
                        .filter(order -> order.number() < orders)
                        .toList(),
                record.runs().stream().filter(run -> run.number() < orders).toList(),
                record.failures(),
                record.seconds(),
                record.state(),
                record.leader());
    }
}
