package org.eyrie.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.FactStore;
import org.eyrie.model.Facts;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.WriteSummary;
import org.eyrie.sources.spi.FactSink;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.Place;
import org.eyrie.sources.spi.Source;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.Test;

/** What nobody foresaw in a reader is a refusal of its input; what nobody foresaw elsewhere stays what it is. */
class UnforeseenFailureTest {

    private final Database database = new Database();

    @Test
    void aReaderThatFailsRefusesItsInputByNameAndSaysWhere() {
        assertThatThrownBy(() -> database.load(source(sink -> {
                    sink.model(new Place("odd.bin", 7), Model.stub(new ModelId("a/b")));
                    throw new ArithmeticException("long overflow");
                })))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("odd.bin")
                .hasMessageContaining("java.lang.ArithmeticException: long overflow")
                .hasMessageContaining("UnforeseenFailureTest.java")
                .hasMessageContaining("after odd.bin line 7");
        assertThat(database.isEmpty()).isTrue();
    }

    @Test
    void aStoreThatFailsIsNoFaultOfTheInput() {
        RuntimeException ours = new IllegalStateException("a fault of the store");
        FactStore broken = new FactStore() {
            @Override
            public WriteSummary write(Facts facts) {
                throw ours;
            }

            @Override
            public Optional<Long> end(UUID run, Instant finishedAt, List<String> notes) {
                return Optional.empty();
            }

            @Override
            public long version() {
                return 0;
            }
        };

        assertThatThrownBy(() -> database.importer(broken)
                        .run(
                                source(sink -> sink.model(Place.of("odd.bin"), Model.stub(new ModelId("a/b")))),
                                ImportOptions.DEFAULT.withBatchSize(1),
                                Progress.NONE))
                .isSameAs(ours);
    }

    @Test
    void aReaderThatFailsOnlyOnceItsInputWasCheckedIsAFaultOfOurs() {
        RuntimeException ours = new ArithmeticException("in the second reading");
        AtomicInteger readings = new AtomicInteger();

        assertThatThrownBy(() -> database.load(source(sink -> {
                    if (readings.incrementAndGet() == 2) {
                        throw ours;
                    }
                })))
                .isSameAs(ours);
    }

    private interface Reading {
        void into(FactSink sink);
    }

    private static Source source(Reading reading) {
        return new Source() {
            @Override
            public String name() {
                return "odd.bin";
            }

            @Override
            public void read(FactSink sink) {
                reading.into(sink);
            }
        };
    }
}
