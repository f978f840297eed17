package org.eyrie.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.model.Model;
import org.eyrie.server.Sample;
import org.eyrie.server.SampleFiles;
import org.eyrie.server.TriedSearch;
import org.eyrie.server.stores.DatabaseChoice;
import org.eyrie.server.stores.Neo4jOpener;
import org.eyrie.server.stores.Session;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents promise of Neo4j Browser, in the one that comes with the embedded database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("thorough")
class Neo4jBrowserIT {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern LOGIN = Pattern.compile("user (\\S+)\\s+password (\\S+)");

    @TempDir
    private static Path temporary = Path.of(".");

    private static Session session = Sample.empty();
    private static Browser browser;
    private static Neo4jBrowser neo4j;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        session = new Neo4jOpener()
                .open(new DatabaseChoice(temporary.resolve("data"), null, "neo4j", "", false), line -> {});
        SampleFiles.importInto(session.stores());
        new Fitting(session.stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE);
        TriedSearch.in(session.developments(), "mine");
        Matcher said = LOGIN.matcher(Objects.requireNonNull(session.addresses().get("Neo4j")));
        assertThat(said.find()).isTrue();
        URI address = URI.create(Objects.requireNonNull(session.addresses().get("Neo4j Browser")));
        neo4j = Neo4jBrowser.open(browser, address, said.group(1), said.group(2));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        session.close();
    }

    static List<String> explored() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("cypher/explore"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("explored")
    @Order(1)
    void aFileIsPastedAsItIsAndFindsRows(String file) throws IOException {
        Neo4jBrowser.Answer answer =
                neo4j.ask(Files.readString(ROOT.resolve("cypher/explore").resolve(file)));
        browser.picture("neo4j-" + file.replace(".cypher", ""));
        assertThat(answer.error()).isEmpty();
        assertThat(answer.rows()).isPositive();
        assertThat(answer.nodes()).as("what it draws").isPositive();
    }

    @Test
    @Order(2)
    void theStyleFileIsDroppedOntoItAndNodesAreCaptionedByName() throws IOException {
        Set<String> names = session.stores().lineage().everything().models().stream()
                .map(Model::id)
                .map(id -> id.value())
                .collect(Collectors.toSet());
        neo4j.drop("browser.grass", Files.readString(ROOT.resolve("docs/browser.grass")));
        assertThat(neo4j.style()).contains("node.Model", "#166534");
        Neo4jBrowser.Answer answer = neo4j.ask(Files.readString(ROOT.resolve("cypher/explore/deepest-chains.cypher")));
        browser.picture("neo4j-style");
        assertThat(answer.captions()).isNotEmpty().allSatisfy(caption -> {
            String whole = caption.replace("…", "");
            assertThat(names).anyMatch(name -> name.startsWith(whole));
            assertThat(whole).as("more than the author").matches("[^/]+/.{3,}");
        });
        assertThat(neo4j.colours()).containsOnly("#166534");
    }
}
