package org.eyrie.engine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.eyrie.engine.World;
import org.eyrie.model.BenchmarkId;
import org.eyrie.model.Relation;
import org.eyrie.model.UnknownBenchmarkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardsTest {

    private static final int ALL = 1_000;

    private static BoardQuestion by(BoardQuestion.Sort sort, boolean ascending) {
        return new BoardQuestion(
                List.of(), List.of(), Set.of(), null, true, null, null, null, null, null, null, sort, World.QA,
                ascending);
    }

    private static BoardQuestion of(List<BenchmarkId> benchmarks, List<String> words, Set<Relation> relations) {
        return new BoardQuestion(
                benchmarks,
                words,
                relations,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                BoardQuestion.Sort.MEAN,
                null,
                false);
    }

    private static Boards boards(World world) {
        return new Boards(world.stores(), Clock.systemUTC());
    }

    private static List<String> ids(BoardPage page) {
        return page.rows().stream().map(row -> row.model().id().value()).toList();
    }

    @Test
    void everyModelIsThereMeasuredOrPredictedOrNeither() {
        World world = World.ofOneFamily().withFurtherFamilies().fitted();
        BoardPage page = boards(world).page(by(BoardQuestion.Sort.MEAN, false), 0, ALL);
        assertThat(page.total()).isEqualTo(page.models()).isEqualTo(page.rows().size());
        assertThat(ids(page)).contains("acme/mix-7b");
        BoardRow mix = page.rows().stream()
                .filter(row -> row.model().id().value().equals("acme/mix-7b"))
                .findFirst()
                .orElseThrow();
        assertThat(mix.relation()).isEqualTo(Relation.MERGE);
        assertThat(mix.cells()).allSatisfy(cell -> {
            assertThat(cell).isNotNull();
            assertThat(Objects.requireNonNull(cell).measured()).isFalse();
        });
    }

    @Test
    void beforeAFitThereIsWhatWasMeasured() {
        BoardPage page = boards(World.ofOneFamily()).page(by(BoardQuestion.Sort.MEAN, false), 0, ALL);
        assertThat(page.fit()).isNull();
        assertThat(ids(page).get(0)).isEqualTo("acme/a-7b");
        assertThat(page.rows().get(3).mean()).isNull();
    }

    @Test
    void whatIsWrittenIsSeenAtOnce() {
        World world = World.ofOneFamily();
        Boards boards = boards(world);
        int before = boards.page(by(BoardQuestion.Sort.NAME, true), 0, ALL).total();
        world.model("solo/new", null, null);
        assertThat(boards.page(by(BoardQuestion.Sort.NAME, true), 0, ALL).total())
                .isEqualTo(before + 1);
    }

    @Test
    void ranksAreARangeThatHoldsTheOrderOfMeans() {
        World world = World.ofOneFamily().withFurtherFamilies().fitted();
        List<BoardRow> rows =
                boards(world).page(by(BoardQuestion.Sort.MEAN, false), 0, ALL).rows();
        IntStream.range(0, rows.size())
                .filter(position -> rows.get(position).mean() != null)
                .forEach(position -> {
                    assertThat(rows.get(position).best()).isBetween(1, position + 1);
                    assertThat(rows.get(position).worst()).isBetween(position + 1, rows.size());
                });
    }

    @Test
    void pagesAreOneListAndFiltersLeaveWhatTheySay() {
        World world = World.ofOneFamily().withFurtherFamilies().fitted();
        Boards boards = boards(world);
        BoardQuestion all = by(BoardQuestion.Sort.SIZE, true);
        List<String> whole = ids(boards.page(all, 0, ALL));
        assertThat(ids(boards.page(all, 3, 5))).isEqualTo(whole.subList(3, 8));
        assertThat(ids(boards.page(of(List.of(World.QA), List.of("7B", "mix"), Set.of()), 0, ALL)))
                .containsExactly("acme/mix-7b");
        assertThat(boards.page(of(List.of(), List.of(), Set.of(Relation.MERGE)), 0, ALL)
                        .rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.relation()).isEqualTo(Relation.MERGE));
        assertThatExceptionOfType(UnknownBenchmarkException.class)
                .isThrownBy(() -> boards.page(of(List.of(new BenchmarkId("Chess")), List.of(), Set.of()), 0, ALL));
    }

    @Test
    void quantisedCopiesAreLeftOutUnlessAskedFor() {
        World world = World.ofOneFamily()
                .model("acme/a-7b-gguf", "LlamaForCausalLM", 7.0)
                .made("acme/a-7b-gguf", "acme/a-7b", Relation.QUANTIZED);
        assertThat(ids(boards(world).page(of(List.of(), List.of(), Set.of()), 0, ALL)))
                .doesNotContain("acme/a-7b-gguf");
        assertThat(ids(boards(world).page(by(BoardQuestion.Sort.NAME, true), 0, ALL)))
                .contains("acme/a-7b-gguf");
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNoValueComesLastEitherWay(BoardQuestion.Sort sort) {
        World world = World.ofOneFamily().model("nobody/knows", null, null);
        for (boolean ascending : new boolean[] {true, false}) {
            List<String> ids = ids(boards(world).page(by(sort, ascending), 0, ALL));
            if (sort != BoardQuestion.Sort.NAME) {
                assertThat(ids).last().isIn("nobody/knows", "acme/mix-7b");
            }
            assertThat(ids).hasSize(5);
        }
    }
}
