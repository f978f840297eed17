package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.eyrie.model.contract.Samples.chain;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.ladder;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.score;

import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.Facts;
import org.eyrie.model.Family;
import org.eyrie.model.Model;
import org.eyrie.model.Page;
import org.junit.jupiter.api.Test;

/** What descends from whom without parents. */
public abstract class FamilyContract extends PortsContract {

    @Test
    void aFounderHasChildrenAndNoParents() {
        facts.write(new Facts(
                List.of(Model.stub(model("alone"))), edges("b>a", "c>b"), List.of(), List.of(score("alone", "x", 1))));
        assertThat(lineage.families(null, 10).rows()).containsExactly(new Family(model("a"), 3, 2, 0, 0));
    }

    @Test
    void aMergeCountsInEachFamilyOfItsParents() {
        facts.write(new Facts(
                List.of(),
                edges("b>a", "m>b", "m>z", "n>m"),
                List.of(),
                List.of(score("m", "x", .5), score("m", "y", .5), score("a", "x", .1))));
        assertThat(lineage.families(null, 10).rows())
                .containsExactly(new Family(model("a"), 4, 3, 2, 3), new Family(model("z"), 3, 2, 1, 2));
    }

    @Test
    void depthIsTheLongestOfTheShortestWays() {
        facts.write(Facts.derivations(edges("b>a", "c>b", "d>c", "d>a")));
        assertThat(lineage.families(null, 10).rows()).containsExactly(new Family(model("a"), 4, 2, 0, 0));
    }

    @Test
    void deepFamiliesAndMergesOfMergesAreCounted() {
        facts.write(Facts.derivations(chain(300)));
        facts.write(Facts.derivations(ladder(75)));
        assertThat(lineage.families(null, 10).rows())
                .containsExactly(
                        new Family(model("m0000"), 301, 300, 0, 0),
                        new Family(model("a0000"), 151, 75, 0, 0),
                        new Family(model("b0000"), 151, 75, 0, 0));
    }

    @Test
    void pagesOfFamiliesJoinUpLargestFirstThenByFounder() {
        facts.write(Facts.derivations(edges("b1>a1", "b2>a2", "c2>b2", "b3>a:3", "b4>a4", "c4>a4")));
        List<Family> whole = lineage.families(null, 10).rows();
        assertThat(whole.stream().map(family -> family.founder().value())).containsExactly("a2", "a4", "a1", "a:3");
        for (int limit = 1; limit <= 4; limit++) {
            assertThat(everyPage(limit)).isEqualTo(whole);
        }
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.families("nonsense", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.families("", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.families("x:y", 1));
    }

    private List<Family> everyPage(int limit) {
        List<Family> families = new ArrayList<>();
        Page<Family> page = lineage.families(null, limit);
        while (true) {
            families.addAll(page.rows());
            if (page.next().isEmpty()) {
                return families;
            }
            page = lineage.families(page.next().get(), limit);
        }
    }
}
