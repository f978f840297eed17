package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eyrie.model.contract.Samples.chain;
import static org.eyrie.model.contract.Samples.edges;
import static org.eyrie.model.contract.Samples.ladder;
import static org.eyrie.model.contract.Samples.model;
import static org.eyrie.model.contract.Samples.models;
import static org.eyrie.model.contract.Samples.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eyrie.model.Derivation;
import org.eyrie.model.Facts;
import org.eyrie.model.LineageStore;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Page;
import org.eyrie.model.UnknownModelException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models, ancestors, descendants. Neighbourhoods and families have suites of their own. */
public abstract class LineageStoreContract extends PortsContract {

    static Stream<Consumer<LineageStore>> questionsAboutAStranger() {
        ModelId stranger = model("stranger");
        return Stream.of(
                store -> store.ancestry(stranger, 1),
                store -> store.descendants(stranger, 1),
                store -> store.descendants(stranger, 1, null, 5),
                store -> store.neighbourhood(stranger, 1, 10),
                store -> store.siblings(stranger),
                store -> store.siblings(stranger, null, 5),
                store -> store.lowestCommonAncestors(stranger, model("known")),
                store -> store.lowestCommonAncestors(model("known"), stranger));
    }

    @ParameterizedTest
    @MethodSource("questionsAboutAStranger")
    void aQuestionAboutAnUnknownModelIsRefused(Consumer<LineageStore> question) {
        facts.write(Facts.models(List.of(Model.stub(model("known")))));
        assertThatThrownBy(() -> question.accept(lineage))
                .isInstanceOf(UnknownModelException.class)
                .hasMessageContaining("stranger");
    }

    @Test
    void parentsOfSomeModelsComeByChildThenParentAndStrangersHaveNone() {
        facts.write(Facts.derivations(edges("m>z", "m>b", "b>a", "n>m")));
        assertThat(lineage.parents(List.of(model("m"), model("b"), model("a"), model("nobody"))).stream()
                        .map(edge -> edge.child() + ">" + edge.parent()))
                .containsExactly("b>a", "m>b", "m>z");
        assertThat(lineage.parents(List.of())).isEmpty();
    }

    @Test
    void onlyKnownModelsAreFound() {
        facts.write(Facts.models(List.of(Model.stub(model("a")), Model.stub(model("b")))));
        assertThat(lineage.find(model("a"))).contains(Model.stub(model("a")));
        assertThat(lineage.find(model("A"))).isEmpty();
        assertThat(lineage.find(models("b", "c", "b", "a")))
                .containsExactly(Model.stub(model("a")), Model.stub(model("b")));
        assertThat(lineage.known(models("b", "c", "b"))).containsExactly(model("b"));
        assertThat(lineage.known(List.of())).isEmpty();
    }

    @Test
    void pagesOfModelsJoinUpToTheWholeListInTheOrderOfIds() {
        List<ModelId> ids = models("a", "b/1", "b/2", "c", "ﬀ", "🦅");
        facts.write(Facts.models(ids.stream().map(Model::stub).toList()));
        assertThat(everyPage(null, 1)).isEqualTo(ids);
        assertThat(everyPage(null, 2)).isEqualTo(ids);
        assertThat(everyPage(null, 100)).isEqualTo(ids);
        assertThat(lineage.models(null, null, 6).next()).isEmpty();
    }

    @Test
    void aSearchLooksInsideIdsWhateverTheCase() {
        facts.write(Facts.models(models("Meta/Llama", "x/LLAMA-7b", "y/mistral").stream()
                .map(Model::stub)
                .toList()));
        assertThat(everyPage("llama", 1)).isEqualTo(models("Meta/Llama", "x/LLAMA-7b"));
        assertThat(everyPage("LAMA-", 5)).isEqualTo(models("x/LLAMA-7b"));
        assertThat(everyPage(".*", 5)).isEmpty();
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        facts.write(Facts.models(List.of(Model.stub(model("a")))));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.models(null, null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.families(null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.ancestry(model("a"), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lineage.descendants(model("a"), LineageStore.MAX_HOPS + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.neighbourhood(model("a"), -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.neighbourhood(model("a"), 1, 0));
    }

    @Test
    void ancestryComesNearestFirst() {
        facts.write(Facts.derivations(edges("d>c", "d>a", "c>b", "b>a", "a>z", "other>a")));
        assertThat(words(lineage.ancestry(model("d"), 128))).containsExactly("d>a", "d>c", "a>z", "c>b", "b>a");
        assertThat(words(lineage.ancestry(model("d"), 2))).containsExactly("d>a", "d>c", "a>z", "c>b");
        assertThat(words(lineage.ancestry(model("d"), 1))).containsExactly("d>a", "d>c");
        assertThat(lineage.ancestry(model("z"), 5)).isEmpty();
    }

    @Test
    void descendantsComeNearestFirst() {
        facts.write(Facts.derivations(edges("b>a", "c>a", "d>c", "d>b", "e>d", "c>z")));
        assertThat(words(lineage.descendants(model("a"), 128))).containsExactly("b>a", "c>a", "d>b", "d>c", "e>d");
        assertThat(words(lineage.descendants(model("a"), 1))).containsExactly("b>a", "c>a");
        assertThat(lineage.descendants(model("e"), 5)).isEmpty();
    }

    @Test
    void aLongChainIsClimbedToTheLastGenerationAllowed() {
        facts.write(Facts.derivations(chain(130)));
        assertThat(words(lineage.ancestry(model("m0130"), 128))).hasSize(128).endsWith("m0003>m0002");
        assertThat(words(lineage.descendants(model("m0000"), 128))).hasSize(128).endsWith("m0128>m0127");
    }

    @Test
    void mergesOfMergesAreClimbedOnceNotOncePerPath() {
        facts.write(Facts.derivations(ladder(75)));
        assertThat(lineage.ancestry(model("a0075"), 128)).hasSize(2 + 74 * 4);
        assertThat(lineage.descendants(model("a0000"), 128)).hasSize(2 + 74 * 4);
        assertThat(lineage.lowestCommonAncestors(model("a0075"), model("b0075")))
                .isEqualTo(models("a0074", "b0074"));
        assertThat(lineage.neighbourhood(model("a0075"), 128, 1000).models()).hasSize(152);
    }

    @Test
    void partsOfTheDescendantsAreAllOfThemInTheirOrder() {
        facts.write(Facts.derivations(edges("d>b", "b>a", "d>c", "c>a", "e>d", "x>a", "e>a", "f>e", "f>x", "f>b")));
        for (int hops : new int[] {1, 2, 128}) {
            List<Derivation> all = lineage.descendants(model("a"), hops);
            for (int limit = 1; limit <= all.size() + 1; limit++) {
                List<Derivation> parts = new ArrayList<>();
                Page<Derivation> part = lineage.descendants(model("a"), hops, null, limit);
                parts.addAll(part.rows());
                while (part.nextCursor() != null) {
                    assertThat(part.rows()).hasSize(limit);
                    part = lineage.descendants(model("a"), hops, part.nextCursor(), limit);
                    assertThat(part.rows()).isNotEmpty();
                    parts.addAll(part.rows());
                }
                assertThat(parts).isEqualTo(all);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lineage.descendants(model("a"), 1, "nonsense", 5))
                .withMessageContaining("nonsense");
        assertThatIllegalArgumentException().isThrownBy(() -> lineage.descendants(model("a"), 1, null, 0));
    }

    @Test
    void partsOfTheSiblingsAreAllOfThemInTheirOrder() {
        facts.write(Facts.derivations(edges("b>a", "c>a", "d>a", "d>z", "e>z", "f>z", "b>z")));
        Page<ModelId> first = lineage.siblings(model("d"), null, 2);
        assertThat(first.rows()).isEqualTo(models("b", "c"));
        Page<ModelId> second = lineage.siblings(model("d"), first.nextCursor(), 2);
        assertThat(second).isEqualTo(new Page<>(models("e", "f"), null));
        assertThat(lineage.siblings(model("a"), null, 2).rows()).isEmpty();
    }

    @Test
    void siblingsShareAParent() {
        facts.write(Facts.derivations(edges("b>a", "c>a", "d>a", "d>z", "e>z", "f>e")));
        assertThat(lineage.siblings(model("d"))).isEqualTo(models("b", "c", "e"));
        assertThat(lineage.siblings(model("a"))).isEmpty();
        assertThat(lineage.siblings(model("f"))).isEmpty();
    }

    @Test
    void lowestCommonAncestorsHaveNoCommonDescendantAbove() {
        facts.write(Facts.derivations(edges("b>a", "c>b", "d>b", "d>a", "c>z", "d>z", "e>d", "z>a", "y>x")));
        assertThat(lineage.lowestCommonAncestors(model("c"), model("d"))).isEqualTo(models("b", "z"));
        assertThat(lineage.lowestCommonAncestors(model("e"), model("c"))).isEqualTo(models("b", "z"));
        assertThat(lineage.lowestCommonAncestors(model("e"), model("d"))).isEqualTo(models("d"));
        assertThat(lineage.lowestCommonAncestors(model("e"), model("e"))).isEqualTo(models("e"));
        assertThat(lineage.lowestCommonAncestors(model("y"), model("e"))).isEmpty();
    }

    private List<ModelId> everyPage(@Nullable String search, int limit) {
        List<ModelId> ids = new ArrayList<>();
        Page<Model> page = lineage.models(search, null, limit);
        while (true) {
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            page.rows().forEach(row -> ids.add(row.id()));
            if (page.next().isEmpty()) {
                return ids;
            }
            page = lineage.models(search, page.next().get(), limit);
        }
    }
}
