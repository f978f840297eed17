package org.eyrie.program.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarsTest {

    static Stream<String> grammars() {
        return Stream.of(Grammars.gbnf(), Grammars.ebnf());
    }

    @ParameterizedTest
    @MethodSource("grammars")
    void everyOperatorIsInEveryGrammar(String grammar) {
        for (Operator operator : Operator.values()) {
            String written =
                    switch (operator.form()) {
                        case LEAF -> "number";
                        case NAME -> "\"" + operator.text() + "\"";
                        case INFIX -> "\" " + operator.text() + " \"";
                        case CALL, LIST -> "\"" + operator.text() + "(\"";
                    };
            assertThat(grammar).as(operator.toString()).contains(written);
        }
    }

    @ParameterizedTest
    @MethodSource("grammars")
    void everyRuleThatIsUsedIsThere(String grammar) {
        String rules = grammar.replaceAll("\"[^\"]*\"", " ").replaceAll("\\[0-9\\]", " ");
        Matcher name = Pattern.compile("[a-z]+").matcher(rules);
        while (name.find()) {
            assertThat(rules).containsPattern("(?m)^" + name.group() + " (::)?= ");
        }
    }

    @Test
    void theSchemaHasEveryOperatorWithItsArgumentsAndNoOther() {
        String schema = TreeSchema.json();
        for (Operator operator : Operator.values()) {
            if (operator.form() != Form.LEAF) {
                assertThat(schema).as(operator.toString()).contains("{\"const\":\"" + operator.text() + "\"}");
            }
            if (operator.form() == Form.CALL) {
                for (Parameter parameter : operator.parameters()) {
                    assertThat(schema).contains("\"" + parameter.name() + (parameter.named() ? "=" : "") + "\":");
                }
            }
        }
        Matcher names = Pattern.compile("\\{\"const\":\"([^\"]+)\"\\}").matcher(schema);
        while (names.find()) {
            assertThat(Stream.of(Operator.values()).map(Operator::text)).contains(names.group(1));
        }
        Matcher references =
                Pattern.compile("\"\\$ref\":\"#/\\$defs/([a-z]+)\"").matcher(schema);
        while (references.find()) {
            assertThat(schema).contains("\"" + references.group(1) + "\":{\"anyOf\"");
        }
    }
}
