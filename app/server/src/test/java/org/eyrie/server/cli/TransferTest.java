package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.ItemRun;
import org.eyrie.model.development.ProgramOrigin;
import org.eyrie.model.development.Proposal;
import org.eyrie.model.development.RunOrder;
import org.eyrie.model.development.SearchRecord;
import org.eyrie.model.development.SearchState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one search found is where another begins, and stages of one by themselves. */
class TransferTest extends CommandLineTest {

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void aPlaceForSearches() {
        dataFolder(folder.resolve("data"));
    }

    private static String[] words(String command, String name, String family, int parents, String... more) {
        List<String> words = new ArrayList<>(List.of("develop", command, name, "--base", family + "/seed"));
        for (int parent = 1; parent <= parents; parent++) {
            words.addAll(List.of("--parent", family + "/specialist" + parent));
        }
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private void done(String... words) {
        Run run = eyrie(words);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private SearchRecord record(String name) {
        return sample().developments().read(new DevelopmentId(name));
    }

    private static List<Proposal> brought(SearchRecord record) {
        return record.proposals().stream()
                .filter(proposal -> proposal.draft().origin() == ProgramOrigin.TRANSFER)
                .toList();
    }

    @Test
    void theBestOfOneAreTheFirstOfAnotherAndSayWhereTheyAreFrom() {
        done(words("start", "mine", "ciphers", 3, "--items-budget", "240", "--policy", "random"));
        done("develop", "run", "mine");
        String[] transfer =
                words("transfer", "theirs", "almanac", 3, "--from", "mine", "--programs", "4", "--items-budget", "240");
        done(transfer);
        SearchRecord theirs = record("theirs");
        assertThat(brought(theirs)).hasSize(4);
        assertThat(theirs.proposals().subList(0, 4)).isEqualTo(brought(theirs));
        assertThat(theirs.proposals()).hasSizeGreaterThan(4);
        assertThat(theirs.proposals().get(0).program()).isEqualTo(record("mine").leader());
        assertThat(theirs.proposals().get(0).draft().note()).startsWith("from mine: likely .".replace(" .", " 0."));
        done(transfer);
        assertThat(record("theirs")).isEqualTo(theirs);

        done("develop", "run", "theirs");
        SearchRecord ended = record("theirs");
        assertThat(ended.orders().subList(0, 4))
                .allSatisfy(order ->
                        assertThat(brought(ended)).extracting(Proposal::program).contains(order.program()));
        JsonNode best =
                eyrie("develop", "best", "theirs", "--limit", "1", "--json").json();
        assertThat(best.findValuesAsText("what")).containsAnyOf("best brought", "leader");
    }

    @Test
    void whatDoesNotFitTheParentsIsRefusedAndRecorded() {
        done(words("start", "mine", "ciphers", 3, "--items-budget", "240", "--policy", "grid"));
        done("develop", "run", "mine");
        done(words("transfer", "fewer", "almanac", 1, "--from", "mine", "--items-budget", "240"));
        SearchRecord fewer = record("fewer");
        assertThat(brought(fewer)).hasSize(8);
        assertThat(fewer.proposals()).hasSizeGreaterThan(8);
    }

    @Test
    void aSearchThatTriedNothingHasNothingToBring() {
        done(words("start", "mine", "ciphers", 3));
        Run none = eyrie(words("transfer", "theirs", "almanac", 3, "--from", "mine"));
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).contains("it tried none yet", "eyrie develop run mine");
        assertThat(sample().developments().all()).containsExactly(new DevelopmentId("mine"));
        assertThat(eyrie(words("transfer", "mine", "almanac", 3, "--from", "mine"))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void stagesOneByOneComeToTheSameAsARun() {
        String[] settings = {"--items-budget", "240", "--seed", "3"};
        done(words("start", "whole", "ciphers", 3, settings));
        done("develop", "run", "whole");
        done(words("start", "staged", "ciphers", 3, settings));
        Run first = eyrie("develop", "propose", "staged", "--json");
        assertThat(first.json()).isNotEmpty();
        assertThat(record("staged").spent()).isZero();
        assertThat(eyrie("develop", "propose", "staged", "--json").out()).isEqualTo(first.out());
        int rounds = 0;
        while (record("staged").leader() == null && rounds++ < 200) {
            done("develop", "evaluate", "staged");
            done("develop", "propose", "staged");
        }
        SearchRecord whole = record("whole");
        SearchRecord staged = record("staged");
        assertThat(staged.proposals()).isEqualTo(whole.proposals());
        assertThat(staged.orders()).isEqualTo(whole.orders());
        assertThat(staged.runs()).isEqualTo(whole.runs());
        assertThat(staged.leader()).isEqualTo(whole.leader());
    }

    @Test
    void aSearchThatWorkersEvaluateIsNotRunHere() {
        Run begun = eyrie(words("start", "shared", "ciphers", 3, "--evaluator", "pull"));
        assertThat(begun.out()).contains("eyrie serve");
        Run run = eyrie("develop", "run", "shared");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("/api/v1/developments/shared/leases");
    }

    @Test
    void finalistsOfASearchThatWorkersEvaluateAreSettledAndWaitForThem() {
        eyrie(words("start", "shared", "ciphers", 3, "--evaluator", "pull", "--policy", "climb"));
        eyrie("develop", "propose", "shared");
        DevelopmentId shared = new DevelopmentId("shared");
        RunOrder order = record("shared").orders().get(0);
        String solved = "1".repeat(order.items().size());
        sample().developments().ran(shared, new ItemRun(order.number(), order.program(), order.items(), solved), 1);
        Run early = eyrie("develop", "test", "shared");
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("it has not ended", "eyrie develop test shared --now");
        assertThat(sample().finals().finalists(shared)).isEmpty();
        Run tested = eyrie("develop", "test", "shared", "--now");
        assertThat(record("shared").state()).isEqualTo(SearchState.FINISHED);
        assertThat(tested.exitCode()).as(tested.err()).isZero();
        assertThat(tested.out()).contains("leader", "parent ciphers/specialist1");
        assertThat(tested.err()).contains("finalists wait for workers");
        assertThat(sample().finals().finalists(shared)).hasSizeGreaterThan(3);
        assertThat(sample().finals().scores(shared)).isEmpty();
    }
}
