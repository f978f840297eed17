package org.eyrie.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.chain;
import static org.eyrie.model.contract.Samples.model;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.eyrie.model.Facts;
import org.eyrie.model.StoreUnavailableException;
import org.eyrie.model.WriteSummary.Counts;
import org.eyrie.store.Neo4jStores;
import org.eyrie.store.TestDatabase;
import org.eyrie.store.settings.StoreSettings;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;

/** A database that is down, says no, dies, or takes too long. */
class FailuresIT {

    @Test
    void aDatabaseThatIsDownIsNamedWithWhatToDo() throws IOException {
        String nobody = "bolt://127.0.0.1:" + freePort();
        try (Driver driver = TestDatabase.driver(nobody)) {
            Neo4jStores stores = Neo4jStores.over(driver, StoreSettings.of(nobody));
            assertThatThrownBy(() -> stores.ports().lineage().find(model("a")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(nobody)
                    .hasMessageContaining("does not answer")
                    .hasMessageContaining("NEO4J_URI");
            assertThatThrownBy(stores::migrate)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(nobody);
        }
    }

    @Test
    void wrongCredentialsAreNotMistakenForADeadDatabase() {
        try (Driver driver = TestDatabase.driver(TestDatabase.address(), AuthTokens.basic("neo4j", "wrong password"))) {
            Neo4jStores stores = Neo4jStores.over(driver, TestDatabase.settings());
            assertThatThrownBy(() -> stores.ports().facts().version())
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("user name or password")
                    .hasMessageContaining("NEO4J_PASSWORD")
                    .hasMessageNotContaining("wrong password");
            assertThatThrownBy(stores::migrate).hasMessageContaining("user name or password");
        }
    }

    @Test
    void aDatabaseThatDoesNotExistIsNamed() {
        StoreSettings settings =
                new StoreSettings(TestDatabase.address(), "nowhere", Duration.ofSeconds(5), Duration.ofSeconds(5), 100);
        assertThatThrownBy(() -> Neo4jStores.over(TestDatabase.driver(), settings)
                        .ports()
                        .facts()
                        .version())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("\"nowhere\"");
    }

    @Test
    void aWriteCutInTheMiddleLeavesNothingAndCompletesWhenRepeated() throws IOException {
        Neo4jStores direct = TestDatabase.emptyStores();
        long version = direct.ports().facts().version();
        Facts facts = Facts.derivations(chain(3000));
        try (Cable cable = new Cable(TestDatabase.address());
                Driver driver = TestDatabase.driver(cable.address())) {
            StoreSettings settings =
                    new StoreSettings(cable.address(), null, Duration.ofSeconds(30), Duration.ofSeconds(60), 500);
            Neo4jStores stores = Neo4jStores.over(driver, settings);
            assertThat(stores.ports().facts().version()).isEqualTo(version);
            // Models take some 120 kB and edges 250 kB: this is in the middle of the edges.
            cable.breakAfter(200_000);
            assertThatThrownBy(() -> stores.ports().facts().write(facts))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(cable.address())
                    .hasMessageContaining("try again");
            assertThat(direct.ports().lineage().everything().models()).isEmpty();
            assertThat(direct.ports().facts().version()).isEqualTo(version);
            cable.repair();
            assertThat(stores.ports().facts().write(facts).derivations()).isEqualTo(new Counts(3000, 0, 0));
            assertThat(direct.ports().lineage().everything().derivations()).hasSize(3000);
        }
    }

    @Test
    void aQuestionThatTakesTooLongIsStoppedAndSaysSo() {
        StoreSettings settings =
                new StoreSettings(TestDatabase.address(), null, Duration.ofMillis(300), Duration.ofMillis(300), 100);
        Database database = new Database(TestDatabase.driver(), settings);
        String endless = "UNWIND range(1, 100000) AS one UNWIND range(1, 100000) AS other RETURN sum(one * other)";
        assertThatThrownBy(() ->
                        database.read(work -> work.result(endless, Map.of()).single()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("300 ms")
                .hasMessageContaining("Ask for less");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
