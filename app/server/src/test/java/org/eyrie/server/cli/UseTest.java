package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseTest extends CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "serve",
                "import leaderboard",
                "import instances",
                "import ndjson",
                "import lm-eval",
                "import mergekit",
                "import card",
                "import eval-results",
                "import cyclonedx",
                "import wandb",
                "import kubeflow",
                "import adapter",
                "import gguf",
                "import huggingface",
                "import open-llm-leaderboard",
                "import mlflow",
                "export cyclonedx",
                "export csv",
                "export cypher",
                "export graphml",
                "fit",
                "completion",
                "merge",
                "predict",
                "next-items",
                "next-evaluations",
                "what-if",
                "explain",
                "lineage",
                "families",
                "backtest",
                "imports",
                "forget",
                "doctor",
                "token create",
                "token list",
                "token revoke"
            })
    void everyCommandHasHelpWithExamples(String command) {
        Run run = eyrie((command + " --help").split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: eyrie " + command, "Examples:", "eyrie " + command, "--data", "--debug");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "imports --limit 0",
                "imports first",
                "forget",
                "forget --yes",
                "forget --import seven",
                "forget --import 1 --source a.csv",
                "import",
                "import leaderboard",
                "import instances x.csv",
                "import ndjson",
                "import lm-eval",
                "import mergekit recipe.yml",
                "import card README.md",
                "import adapter a.json",
                "import gguf http://",
                "import gguf http://user:secret@host/a.gguf",
                "import huggingface",
                "import huggingface a/b --up -1",
                "import huggingface a/b --max-models 0",
                "import open-llm-leaderboard",
                "import eval-results x.yaml",
                "import cyclonedx",
                "import wandb",
                "import wandb runs.csv --metric-pattern (",
                "import kubeflow",
                "import kubeflow --uri localhost:8080",
                "import kubeflow --uri http://user:secret@localhost:8080",
                "import leaderboard --models m.csv --percent",
                "import mlflow",
                "import mlflow --uri localhost:5000",
                "import mlflow --uri http://user:secret@localhost:5000",
                "import mlflow --uri http://localhost:5000 --metric-pattern (",
                "import mlflow --uri http://localhost:5000 --watch --every 0",
                "import mlflow --uri http://localhost:5000 --watch --dry-run",
                "export",
                "export csv",
                "export cypher --json",
                "serve --mlflow-uri localhost",
                "what-if --recipe x.yml --parent a/b",
                "what-if --recipe x.yml --relation merge",
                "predict --model",
                "predict --format xml",
                "predict --model a --model",
                "explain --model a/b",
                "lineage",
                "lineage --model a/b --up 1000",
                "lineage --model a/b --search b",
                "families --limit 0",
                "what-if",
                "what-if --parent a/b --relation cousin",
                "what-if --parent a/b --size 0",
                "what-if --parent a/b --date tomorrow",
                "import config",
                "backtest --protocol magic",
                "backtest --protocol items --protocol late",
                "next-items",
                "next-evaluations",
                "next-items a/b",
                "next-items a/b --benchmark B --count 0",
                "next-items a/b --benchmark B --target-width 2",
                "predict --items B",
                "predict --model a/b --observed f.csv",
                "serve --port 70000",
                "demo --neo4j-uri bolt://localhost:7687",
                "fit --seed many"
            })
    void wrongUseIsExitCodeTwoWithAHintAndNothingOnStandardOutput(String arguments) {
        Run run = eyrie(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void aBlankIdIsWrongUse() {
        Run run = eyrie("predict", "--model", " ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("must not be blank");
    }

    @Test
    void aDatabaseThatIsDownIsOneClearMessage() {
        databaseIsDown();
        Run run = eyrie("fit");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("Neo4j does not answer. Start it, then try again.");
    }

    @Test
    void debugShowsWhereItFailed() {
        databaseIsDown();
        assertThat(eyrie("fit", "--debug").err()).contains("StoreUnavailableException", "\tat ");
    }

    @Test
    void aPipeStaysSilentAndATerminalShowsProgress() {
        assertThat(eyrie("fit").err()).isEmpty();
        aPersonWatches();
        assertThat(eyrie("fit", "--force").err()).contains("learning", "\r");
    }

    @Test
    void theVersionIsTold() {
        Run run = eyrie("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("eyrie", "Java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what-if",
                "what-if --parent a/b --relation cousin",
                "what-if --parent a/b --date tomorrow",
                "what-if --parent a/b --size x",
                "explain --model a/b",
                "predict --model",
                "predict --modle a/b",
                "predict --format xml"
            })
    void wrongUseIsToldInShort(String words) {
        String told = eyrie(words.split(" ")).err();
        assertThat(told).contains("Try \"eyrie " + words.substring(0, (words + " ").indexOf(' ')) + " --help\".");
        assertThat(told.lines().count()).isLessThan(6);
    }

    @Test
    void whereACommandIsMissingTheirListIsShown() {
        assertThat(eyrie("export").err()).contains("One of those below", "cyclonedx");
    }

    @Test
    void aWordThatIsNoneIsToldWithThoseThatAre() {
        assertThat(eyrie("backtest", "--protocol", "cold").err())
                .contains("there is no \"cold\", only cells, cold-start, few-shot")
                .contains("Did you mean \"cold-start\"?")
                .doesNotContain("COLD_START");
        assertThat(eyrie("completion", "--shell", "csh").err()).contains("only bash, zsh, fish.");
    }
}
