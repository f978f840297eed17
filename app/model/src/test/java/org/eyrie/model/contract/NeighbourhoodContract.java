package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eyrie.model.contract.Samples.edge;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;
import static org.eyrie.model.contract.Samples.numbered;
import static org.eyrie.model.contract.Samples.words;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eyrie.model.Facts;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Neighbourhood;
import org.eyrie.model.Traits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pieces of the graph around a model, and the whole of it. */
public abstract class NeighbourhoodContract extends PortsContract {

    private static final Model CENTRE =
            new Model(model("c"), new Traits("Llama", 7.0, "merge", null, null, null, LocalDate.of(2024, 1, 2), null));

    @BeforeEach
    void aSmallFamily() {
        facts.write(new Facts(
                List.of(CENTRE, Model.stub(model("alone"))),
                edges("c>b", "b>a", "d>c", "e>c", "e>b", "f>e", "z>y"),
                List.of(),
                List.of()));
    }

    @Test
    void bothDirectionsCountNearestFirstThenById() {
        Neighbourhood all = lineage.neighbourhood(model("c"), 128, 100);
        assertThat(ids(all)).isEqualTo(models("c", "b", "d", "e", "a", "f"));
        assertThat(words(all.derivations())).containsExactly("b>a", "c>b", "d>c", "e>b", "e>c", "f>e");
        assertThat(all.truncated()).isFalse();
        assertThat(all.models()).startsWith(CENTRE);
    }

    @Test
    void hopsBoundItAndEdgesBetweenTheOutermostModelsStay() {
        Neighbourhood near = lineage.neighbourhood(model("c"), 1, 100);
        assertThat(ids(near)).isEqualTo(models("c", "b", "d", "e"));
        assertThat(words(near.derivations())).containsExactly("c>b", "d>c", "e>b", "e>c");
        assertThat(near.truncated()).isTrue();
        assertThat(lineage.neighbourhood(model("c"), 2, 100).truncated()).isFalse();
    }

    @Test
    void zeroHopsAreTheModelItself() {
        Neighbourhood self = lineage.neighbourhood(model("c"), 0, 100);
        assertThat(self).isEqualTo(new Neighbourhood(List.of(CENTRE), List.of(), true));
        assertThat(lineage.neighbourhood(model("alone"), 0, 100))
                .isEqualTo(new Neighbourhood(List.of(Model.stub(model("alone"))), List.of(), false));
    }

    @Test
    void theCapKeepsTheNearestThenTheFirstById() {
        Neighbourhood capped = lineage.neighbourhood(model("c"), 128, 3);
        assertThat(ids(capped)).isEqualTo(models("c", "b", "d"));
        assertThat(words(capped.derivations())).containsExactly("c>b", "d>c");
        assertThat(capped.truncated()).isTrue();
        assertThat(lineage.neighbourhood(model("c"), 128, 6).truncated()).isFalse();
        assertThat(lineage.neighbourhood(model("c"), 128, 5).truncated()).isTrue();
        assertThat(ids(lineage.neighbourhood(model("c"), 128, 1))).isEqualTo(models("c"));
    }

    @Test
    void aMergeOfTenThousandParentsIsCappedInTheOrderOfIds() {
        facts.write(Facts.derivations(IntStream.range(0, 10_000)
                .mapToObj(parent -> edge("merge", numbered("parent", parent)))
                .toList()));
        Neighbourhood capped = lineage.neighbourhood(model("merge"), 128, 100);
        assertThat(capped.models()).hasSize(100);
        assertThat(capped.models().get(99).id()).isEqualTo(model("parent0098"));
        assertThat(capped.truncated()).isTrue();
        assertThat(lineage.neighbourhood(model("parent0000"), 2, 100_000).models())
                .hasSize(10_001);
        assertThat(lineage.ancestry(model("merge"), 1)).hasSize(10_000);
        assertThat(lineage.siblings(model("merge"))).isEmpty();
    }

    @Test
    void everythingIsEveryModelAndEveryEdge() {
        Neighbourhood everything = lineage.everything();
        assertThat(ids(everything)).isEqualTo(models("a", "alone", "b", "c", "d", "e", "f", "y", "z"));
        assertThat(everything.models()).contains(CENTRE);
        assertThat(words(everything.derivations())).containsExactly("b>a", "c>b", "d>c", "e>b", "e>c", "f>e", "z>y");
        assertThat(everything.truncated()).isFalse();
    }

    private static List<ModelId> ids(Neighbourhood neighbourhood) {
        return neighbourhood.models().stream().map(Model::id).toList();
    }
}
