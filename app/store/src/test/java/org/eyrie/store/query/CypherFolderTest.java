package org.eyrie.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eyrie.store.query.SavedQuery.Parameter;
import org.eyrie.store.statement.CypherFile;
import org.eyrie.store.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CypherFolderTest {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");

    static List<String> files() {
        return CypherFolder.names();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theHeaderIsComplete(String name) {
        SavedQuery query = CypherHeader.read(CypherFile.named(name));
        assertThat(query.title()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(80);
        assertThat(query.description()).matches(".*[.?]");
        assertThat(query.returns()).isNotBlank();
        assertThat(query.parameters().isEmpty()).isEqualTo(query.statement().contains("// Parameters none"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theParametersOfTheHeaderAreThoseOfTheStatement(String name) {
        SavedQuery query = CypherHeader.read(CypherFile.named(name));
        Set<String> used = PARAMETER
                .matcher(code(name))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(Choice.names(CypherFile.named(name).text()));
        assertThat(query.parameters().stream().map(Parameter::name)).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileHoldsOneStatementAndWholeLineComments(String name) {
        String code = code(name);
        assertThat(code.strip()).endsWith(";");
        assertThat(code.chars().filter(character -> character == ';')).hasSize(1);
        assertThat(code).doesNotContain("//").doesNotContain("/*");
        assertThat(CypherFile.named(name).text().lines())
                .allSatisfy(line -> assertThat(line).doesNotContain("\t").isEqualTo(line.stripTrailing()));
    }

    /** Until the index is sampled anew, a planner that saw it empty would read all of it for every row. */
    @ParameterizedTest
    @MethodSource("files")
    void whoLooksManyModelsUpNamesTheIndex(String name) {
        String code = code(name);
        Matcher lookup = Pattern.compile("MATCH \\((\\w*):(Model|Recipe) \\{(id|model): (wanted|id|row\\.\\w+)\\}\\)")
                .matcher(code);
        while (lookup.find()) {
            assertThat(code)
                    .contains("USING INDEX SEEK " + lookup.group(1) + ":" + lookup.group(2) + "(" + lookup.group(3)
                            + ")");
        }
    }

    @Test
    void everyFileThatIsNotForExploringIsLoadedAndNothingElseIs() {
        List<String> loaded = Stream.concat(
                        Arrays.stream(Statement.values()).map(Statement::file), SavedQueries.LINEAGE.stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(CypherFolder.names().stream().filter(name -> !name.startsWith("explore/")))
                .containsExactlyElementsOf(loaded);
    }

    @Test
    void everyFileForExploringCanBePastedAsItIs() {
        assertThat(CypherFolder.names("explore"))
                .allSatisfy(name -> assertThat(code(name)).doesNotContain("$"));
    }

    @Test
    void everyFileForExploringIsASavedQuery() {
        assertThat(SavedQueries.EXPLORE).containsExactlyElementsOf(CypherFolder.names("explore"));
    }

    @Test
    void aHeaderThatLacksAPartIsRefused() {
        for (String text : List.of(
                "RETURN 1;",
                "// Title\n// glued description\n//\n// Parameters none\n// Returns  x\nRETURN 1;",
                "// Title\n//\n// Description.\n//\n// Returns  x\nRETURN 1;",
                "// Title\n//\n// Description.\n//\n// Parameters none\nRETURN 1;")) {
            assertThatIllegalArgumentException().isThrownBy(() -> CypherHeader.read(new CypherFile("x/y", text)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CypherFile.named("no/such"))
                .withMessageContaining("no/such");
    }

    private static String code(String name) {
        return CypherFile.named(name)
                .text()
                .lines()
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining("\n"));
    }
}
