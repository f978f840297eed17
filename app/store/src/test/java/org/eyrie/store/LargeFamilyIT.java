package org.eyrie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.edge;
import static org.eyrie.model.contract.Samples.model;

import java.time.Duration;
import java.util.List;
import org.eyrie.model.Facts;
import org.eyrie.model.Family;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Neighbourhood;
import org.eyrie.store.settings.StoreSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A founder with 99,000 children, of which one has 999 and one of those another. */
@Tag("thorough")
class LargeFamilyIT {

    /** Far above what is needed, far below what a walk over every path would take. */
    private static final StoreSettings PATIENT =
            new StoreSettings(TestDatabase.address(), null, Duration.ofSeconds(60), Duration.ofSeconds(60), 5_000);

    private static LineageStore lineage =
            Neo4jStores.over(TestDatabase.driver(), PATIENT).ports().lineage();

    @BeforeAll
    static void raiseTheFamily() {
        Neo4jStores stores = TestDatabase.emptyStores();
        stores.ports().facts().write(Facts.derivations(List.of(edge("child-000001", "founder"))));
        breed("founder", "child-", 2, 99_000);
        breed("child-000001", "grandchild-", 1, 999);
        stores.ports().facts().write(Facts.derivations(List.of(edge("last", "grandchild-000500"))));
        lineage = Neo4jStores.over(TestDatabase.driver(), PATIENT).ports().lineage();
    }

    @Test
    void aCapHoldsAtAHub() {
        Neighbourhood near = lineage.neighbourhood(model("founder"), 2, 500);
        assertThat(near.models()).hasSize(500);
        assertThat(near.models().get(499).id()).isEqualTo(model("child-000499"));
        assertThat(near.derivations()).hasSize(499);
        assertThat(near.truncated()).isTrue();
    }

    @Test
    void theNearestComeFirstOnTheWayThroughAHub() {
        Neighbourhood near = lineage.neighbourhood(model("last"), 128, 2_000);
        assertThat(near.models()).hasSize(2_000);
        assertThat(near.models().subList(0, 4).stream()
                        .map(member -> member.id().value()))
                .containsExactly("last", "grandchild-000500", "child-000001", "founder");
        assertThat(near.truncated()).isTrue();
    }

    @Test
    void theWholeFamilyFitsUnderTheLargestCapAllowed() {
        Neighbourhood all = lineage.neighbourhood(model("child-050000"), 128, LineageStore.MAX_MODELS);
        assertThat(all.models()).hasSize(LineageStore.MAX_MODELS);
        assertThat(all.truncated()).isTrue();
    }

    @Test
    void theFamilyIsCounted() {
        assertThat(lineage.families(null, 5).rows()).containsExactly(new Family(model("founder"), 100_001, 3, 0, 0));
    }

    @Test
    void aNewDerivationDoesNotWaitForTheWholeFamily() {
        Neo4jStores stores = Neo4jStores.over(TestDatabase.driver(), TestDatabase.settings());
        long start = System.nanoTime();
        stores.ports()
                .facts()
                .write(Facts.derivations(List.of(edge("child-000001", "newcomer"), edge("newcomer", "origin"))));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        TestDatabase.run("MATCH (stray:Model) WHERE stray.id IN ['newcomer', 'origin'] DETACH DELETE stray");
    }

    private static void breed(String parent, String prefix, int from, int to) {
        TestDatabase.run("MATCH (parent:Model {id: '" + parent + "'}) UNWIND range(" + from + ", " + to + ") AS number"
                + " CALL (parent, number) {"
                + " CREATE (:Model {id: '" + prefix + "' + right('00000' + toString(number), 6)})"
                + "-[:DERIVED_FROM {relation: 'finetune'}]->(parent) } IN TRANSACTIONS OF 20000 ROWS");
    }
}
