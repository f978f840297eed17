package org.eyrie.sources.spi;

import java.util.Optional;
import java.util.function.Function;

/** What a gate lets through goes to the next sink, where there is one, and so does all progress. */
record GatedSink(Optional<FactSink> next, Function<Finding, Optional<Finding>> gate) implements FactSink {

    @Override
    public void take(Finding finding) {
        Optional<Finding> passed = gate.apply(finding);
        next.ifPresent(sink -> passed.ifPresent(sink::take));
    }

    @Override
    public void reached(long done, long total) {
        next.ifPresent(sink -> sink.reached(done, total));
    }
}
