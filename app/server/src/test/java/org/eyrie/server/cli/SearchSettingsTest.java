package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever begins a search hears of all that is wrong with its settings at once. */
class SearchSettingsTest extends CommandLineTest {

    private static final String MODELS =
            " --base ciphers/seed --parent ciphers/specialist1 --parent ciphers/specialist2";

    @TempDir
    private Path folder = Path.of("nowhere");

    @BeforeEach
    void ownFolder() {
        emptyStore();
        dataFolder(folder.resolve("data"));
    }

    private Run develop(String words, String... more) {
        List<String> all = new ArrayList<>(List.of(("develop " + words).split(" ", -1)));
        all.addAll(List.of(more));
        return eyrie(all.toArray(String[]::new));
    }

    private static List<String> faults(Run refused, int exitCode) {
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(exitCode);
        List<String> faults = refused.err()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
        assertThat(refused.err()).contains(": " + faults.size() + " fault");
        return faults;
    }

    @Test
    void everyOptionThatIsWrongIsToldWithoutADatabase() {
        databaseIsDown();
        Run refused = develop(
                "start bad/.. --base nosuch --parent alsonot --parent ciphers/specialst1 --policy gided"
                        + " --items-budget -4 --seconds-budget 0 --attempts 0 --minutes -1 --proposer foo"
                        + " --proposer-kind zllm --money-budget -3",
                "--evaluator",
                "x {modl}");
        assertThat(faults(refused, 2))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("NAME: ").contains("lower-case"),
                        fault -> assertThat(fault).startsWith("--base nosuch: There is no such folder"),
                        fault -> assertThat(fault)
                                .startsWith("--parent alsonot: There is no such folder")
                                .doesNotContain("Did you mean"),
                        fault -> assertThat(fault)
                                .startsWith("--parent ciphers/specialst1: There is no such folder")
                                .endsWith("Did you mean ciphers/specialist1?"),
                        fault -> assertThat(fault).startsWith("--policy: ").contains("Did you mean \"guided\"?"),
                        fault -> assertThat(fault).startsWith("--items-budget: It must be from 1 to"),
                        fault -> assertThat(fault).startsWith("--seconds-budget: It must be more than 0"),
                        fault -> assertThat(fault).isEqualTo("--attempts: It must be at least 1, not 0."),
                        fault -> assertThat(fault).isEqualTo("--minutes: It must be at least 1, not -1."),
                        fault -> assertThat(fault).startsWith("--proposer: --proposer and --proposer-model need"),
                        fault -> assertThat(fault).startsWith("--proposer: ").contains("http"),
                        fault -> assertThat(fault)
                                .startsWith("--proposer-kind: ")
                                .contains("zllm"),
                        fault -> assertThat(fault).startsWith("--evaluator: --evaluator and --listed need"),
                        fault -> assertThat(fault).startsWith("--evaluator: {model} is missing"),
                        fault -> assertThat(fault).startsWith("--evaluator: {out} is missing"),
                        fault -> assertThat(fault).startsWith("--evaluator: {items} is missing"),
                        fault -> assertThat(fault).startsWith("--money-budget: It says the same"),
                        fault -> assertThat(fault).startsWith("--money-budget: It needs --price"),
                        fault -> assertThat(fault).startsWith("--money-budget: It must be more than 0"));
        assertThat(refused.err()).endsWith("Try \"eyrie develop start --help\".\n");
    }

    @Test
    void whatAloneIsWrongIsToldInALine() {
        Run refused = develop("start mine" + MODELS + " --minutes 0");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("--minutes: It must be at least 1, not 0.\nTry \"eyrie develop start --help\".\n");
        assertThat(faults(develop("start mine --base nosuch --parent alsonot"), 1))
                .hasSize(2);
    }

    @Test
    void aListThatIsNoneDoesNotHideTheCommand() {
        assertThat(faults(develop("start mine" + MODELS + " --listed nosuch --evaluator", "x {modl}"), 1))
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault).startsWith("--listed: ").contains("nosuch"))
                .anySatisfy(fault -> assertThat(fault).startsWith("--evaluator: {model} is missing"));
    }

    @Test
    void weightsItemsAndNamesThatAreWrongAreToldTogether() throws IOException {
        Files.createDirectories(folder.resolve("a/empty"));
        Files.createDirectories(folder.resolve("b/a/empty"));
        Path items = Files.writeString(
                folder.resolve("items.jsonl"), "{\"task\": \"t\", \"prompt\": 7, \"split\": \"foo\"}\n");
        Run refused = develop("start mine --base ciphers/seed --parent " + folder.resolve("a/empty") + " --parent "
                + folder.resolve("b/a/empty") + " --items " + items + " --items-budget 5");
        assertThat(faults(refused, 2))
                .hasSize(7)
                .anySatisfy(fault -> assertThat(fault).contains("Two would be called a/empty"))
                .anySatisfy(fault -> assertThat(fault).startsWith(folder.resolve("a/empty") + ": It has neither"))
                .anySatisfy(fault -> assertThat(fault).startsWith(folder.resolve("b/a/empty") + ": It has neither"))
                .contains(
                        "--items: line 1: prompt must be a text, not 7.0",
                        "--items: line 1: answer is missing",
                        "--items: line 1: split is \"foo\", so nobody asks it: write develop or test")
                .anySatisfy(fault -> assertThat(fault).startsWith("--items-budget: A first run of the policy guided"));
    }

    @ParameterizedTest
    @CsvSource({"guided, 11, 12", "halving, 11, 12", "climb, 5, 6", "paper, 1, 6"})
    void aBudgetThatPaysForNoRunIsRefusedAtTheStart(String policy, long budget, long least) {
        Run refused = develop("start mine" + MODELS + " --policy " + policy + " --items-budget " + budget);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("takes at least " + least + " items", "Give it " + least + " or more");
        assertThat(sample().developments().all()).isEmpty();
        Run money = develop("start mine" + MODELS + " --policy " + policy + " --price 1 --money-budget " + budget);
        assertThat(money.err()).startsWith("--money-budget: ");
        Run begun = develop("start mine" + MODELS + " --policy " + policy + " --items-budget " + least);
        assertThat(begun.exitCode()).as(begun.err()).isZero();
    }

    @Test
    void aComparisonTellsPoliciesBudgetsSeedsAndFolders() {
        Run refused = develop("compare --base ciphers/seed --parent nosuch --policy guided,foo,bar --items-budget"
                + " 100,-3,5 --seeds 0");
        assertThat(faults(refused, 2))
                .hasSize(6)
                .anySatisfy(fault -> assertThat(fault).startsWith("--parent nosuch: "))
                .anySatisfy(fault -> assertThat(fault).startsWith("--policy: There is no policy \"foo\""))
                .anySatisfy(fault -> assertThat(fault).startsWith("--policy: There is no policy \"bar\""))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("--items-budget: It must be from 1 to")
                        .contains("not -3"))
                .anySatisfy(fault -> assertThat(fault).startsWith("--items-budget: A first run of the policy guided"))
                .anySatisfy(fault -> assertThat(fault).isEqualTo("--seeds: It must be at least 1, not 0."));
    }

    @Test
    void whatIsBroughtIsLookedUpBesideOtherFaults() {
        Run refused = develop("transfer theirs" + MODELS + " --from nosuch --policy nope --programs 0");
        assertThat(faults(refused, 2))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).startsWith("--from: ").contains("nosuch"))
                .anySatisfy(fault -> assertThat(fault).startsWith("--policy: There is no policy \"nope\""))
                .anySatisfy(fault -> assertThat(fault).startsWith("--programs: "));
        assertThat(faults(develop("transfer theirs" + MODELS + " --from Not/one --programs 0"), 2))
                .hasSize(2);
        Run alone = develop("transfer theirs" + MODELS + " --from nosuch");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("nosuch");
        assertThat(sample().developments().all()).isEmpty();
    }

    @Test
    void theDemoRefusesABudgetThatPaysForNoRun() {
        assertThat(faults(develop("demo --family zoo --items-budget 3"), 2)).hasSize(2);
    }
}
