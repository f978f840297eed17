package org.eyrie.sources.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eyrie.model.InvalidInputException;
import org.eyrie.model.LineageCycleException;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.RegistryUnavailableException;
import org.eyrie.sources.Database;
import org.eyrie.sources.http.LocalServer;
import org.eyrie.sources.ndjson.NdjsonSource;
import org.eyrie.sources.spi.ImportOptions;
import org.eyrie.sources.spi.ImportReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTroubleTest extends HubTest {

    HubTroubleTest(@TempDir Path cache) throws IOException {
        super(cache);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aModelThatWeMayNotSeeIsAStubAndNoEdgeIsLost(int status) {
        hub.model("o/child", "finetune", "o/gated").status("o/gated", status);

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> o/gated");
        assertThat(database.stores.lineage().find(new ModelId("o/gated"))).contains(Model.stub(new ModelId("o/gated")));
        assertThat(report.notes()).anySatisfy(note -> assertThat(note.reason()).contains("It is a stub"));
    }

    @Test
    void aRenamedParentCountsUnderItsNewName() {
        hub.model("o/child", "\"cardData\":{\"base_model\":\"old/name\",\"base_model_relation\":\"finetune\"}")
                .renamed("old/name", "new/name")
                .root("new/name");

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> new/name");
        assertThat(database.models()).doesNotContain(new ModelId("old/name"));
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note.reason()).contains("old/name was renamed: it is new/name now"));
    }

    @Test
    void aCycleIsCutAndSaid() {
        hub.model("o/a", "finetune", "o/b").model("o/b", "finetune", "o/a").model("o/self", "finetune", "o/self");

        ImportReport report = load("o/a", "o/self");

        assertThat(edges()).containsExactly("o/a -finetune-> o/b");
        assertThat(report.notes()).extracting(note -> note.reason()).anyMatch(reason -> reason.contains("cycle"));
        assertThat(report.notes()).extracting(note -> note.reason()).anyMatch(reason -> reason.contains("itself"));
    }

    @Test
    void aCycleOfTheHubAndAnotherSourceIsRefused() {
        hub.model("o/a", "finetune", "o/b").root("o/b");
        database.load(new NdjsonSource(
                Database.file("f.ndjson", "{\"kind\":\"edge\",\"child\":\"o/b\",\"parent\":\"o/a\"}\n")));

        assertThatThrownBy(() -> load("o/a"))
                .isInstanceOf(LineageCycleException.class)
                .hasMessageContaining("o/a");
        assertThat(edges()).containsExactly("o/b -unknown-> o/a");
    }

    @Test
    void theHubsOwnParentsCountBeforeTheCardsAndTheDifferenceIsNoted() {
        hub.model(
                        "o/child",
                        "\"baseModels\":{\"relation\":\"finetune\",\"models\":[{\"id\":\"o/p\"}]},"
                                + "\"cardData\":{\"base_model\":[\"o/q\",\"/data/local\"]}")
                .root("o/p");

        ImportReport report = load("o/child");

        assertThat(edges()).containsExactly("o/child -finetune-> o/p");
        assertThat(report.notes())
                .anySatisfy(note ->
                        assertThat(note.reason()).contains("other parents").contains("o/q"));
    }

    @Test
    void aPathOnSomebodysMachineIsKeptAsAnEdgeAndNeverAskedFor() {
        hub.model("o/child", "\"cardData\":{\"base_model\":[\"../../etc/passwd\",\"/data/x\",\"o/p\"]}")
                .root("o/p");

        ImportReport report = load("o/child");

        assertThat(edges())
                .containsExactly("o/child -merge-> local:passwd", "o/child -merge-> local:x", "o/child -merge-> o/p");
        assertThat(report.notes()).allSatisfy(note -> assertThat(note.reason()).contains("folder"));
        assertThat(hub.server.seen()).noneMatch(seen -> seen.target().contains(".."));
    }

    @Test
    void theWaitThatTheHubAsksForIsKept() {
        AtomicInteger asked = new AtomicInteger();
        hub.server.on("/api/models/o/busy", exchange -> {
            if (asked.incrementAndGet() == 1) {
                exchange.getResponseHeaders().add("RateLimit", "\"api\";r=0;t=17");
                LocalServer.send(exchange, 429, "");
            } else {
                LocalServer.send(exchange, 200, "{\"id\":\"o/busy\"}");
            }
        });

        load("o/busy");

        assertThat(hub.time.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(17));
        assertThat(database.models()).containsExactly(new ModelId("o/busy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"o/x\"",
                "[]",
                "{\"id\":7}",
                "{}",
                "{\"id\":\"o/x\",\"tags\":\"no\"}",
                "{\"id\":\"../x\"}",
                "{\"id\":\"o/x\",\"baseModels\":[]}",
                "<html>"
            })
    void aDamagedAnswerIsOneBadRowAmongTheOthers(String answer) {
        hub.server.onJson("/api/models/o/x", answer);
        hub.root("o/good");

        ImportReport report =
                database.load(source(HubOptions.DEFAULT, "o/x", "o/good"), ImportOptions.DEFAULT.withSkipBadRows(true));

        assertThat(report.rejected()).hasSize(1);
        assertThat(database.models()).containsExactly(new ModelId("o/good"));
        assertThatThrownBy(() -> load("o/x")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aHubThatIsDownIsSaidSo() {
        hub.status("o/x", 503);

        assertThatThrownBy(() -> load("o/x")).isInstanceOf(RegistryUnavailableException.class);
        assertThat(database.models()).isEmpty();
    }
}
