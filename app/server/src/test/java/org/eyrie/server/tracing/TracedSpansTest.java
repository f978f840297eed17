package org.eyrie.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eyrie.store.settings.StatementListener;
import org.junit.jupiter.api.Test;

class TracedSpansTest {

    private final KeptSpans kept = new KeptSpans();
    private final Spans spans = kept.spans();
    private final StatementListener statements = spans.statements();

    @Test
    void statementsArePartsOfWhatSendsThemAndSayHowManyRowsCame() {
        spans.within("predict", () -> {
            statements.ran("fits/find", TimeUnit.MILLISECONDS.toNanos(30), 7, false);
            return 1;
        });
        SpanData statement = kept.named("fits/find");
        assertThat(statement.getParentSpanId()).isEqualTo(kept.named("predict").getSpanId());
        assertThat(statement.getEndEpochNanos() - statement.getStartEpochNanos())
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(30));
        assertThat(statement.getAttributes().get(AttributeKey.longKey("db.response.returned_rows")))
                .isEqualTo(7);
    }

    @Test
    void statementsOfNothingThatIsToldAreToldToNobody() {
        statements.ran("jobs/still-here", 1, 0, false);
        assertThat(kept.ended()).isEmpty();
    }

    @Test
    void whatIsDoneLaterIsATraceOfItsOwnThatLinksToWhoAsked() {
        Function<Integer, Integer> doubled =
                spans.within("request", () -> spans.later("fit", (Integer number) -> 2 * number));
        assertThat(CompletableFuture.supplyAsync(() -> doubled.apply(2)).join()).isEqualTo(4);
        SpanData fit = kept.named("fit");
        SpanData request = kept.named("request");
        assertThat(fit.getTraceId()).isNotEqualTo(request.getTraceId());
        assertThat(fit.getLinks()).extracting(LinkData::getSpanContext).containsExactly(request.getSpanContext());
    }

    @Test
    void whatFailsIsMarkedWithoutWhatItSaid() {
        assertThatThrownBy(() -> spans.within("import", () -> {
                    statements.ran("models/merge", 1, 0, true);
                    throw new IllegalStateException("secret/model");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kept.named("models/merge").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(kept.named("import").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(kept.ended().toString()).doesNotContain("secret");
    }
}
