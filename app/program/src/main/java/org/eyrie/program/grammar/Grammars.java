package org.eyrie.program.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eyrie.program.language.Form;
import org.eyrie.program.language.Operator;
import org.eyrie.program.language.Parameter;
import org.eyrie.program.language.Slot;
import org.eyrie.program.language.ValueType;

/**
 * The grammar, typed as far as a grammar without context can be: every rule is a type, so that what is generated fails
 * for counts of parents and for bounds alone. Numbers are bounded by the reader, not by the grammar.
 */
public final class Grammars {

    private static final List<ValueType> TYPES =
            List.of(ValueType.VEC, ValueType.VECS, ValueType.NUM, ValueType.PER, ValueType.MASK);

    private static final String NUMBERS = """
            number ::= [0-9]+ ("." [0-9]+)? | "." [0-9]+
            natural ::= [0-9]+
            """;

    private Grammars() {}

    /** In the notation of llama.cpp's constrained decoding (GBNF). */
    public static String gbnf() {
        return rules("root", " ::= ", NUMBERS);
    }

    /** In the notation of ISO 14977, for people and for papers. What vLLM calls EBNF is {@link #gbnf()}. */
    public static String ebnf() {
        return rules("program", " = ", """
                number = digit, { digit }, [ ".", digit, { digit } ] | ".", digit, { digit } ;
                natural = digit, { digit } ;
                digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" ;
                """);
    }

    private static String rules(String start, String defines, String numbers) {
        boolean iso = defines.equals(" = ");
        StringBuilder text = new StringBuilder();
        text.append(start)
                .append(defines)
                .append(sequence(iso, "\"base + \"", "vec"))
                .append(iso ? " ;\n" : "\n");
        for (ValueType type : TYPES) {
            text.append(rule(type))
                    .append(defines)
                    .append(alternatives(type, iso))
                    .append(iso ? " ;\n" : "\n");
        }
        return text.append(numbers).toString();
    }

    private static String alternatives(ValueType type, boolean iso) {
        List<String> alternatives = new ArrayList<>();
        if (type == ValueType.NUM) {
            alternatives.add("number");
            alternatives.add(sequence(iso, "\"-\"", "number"));
        }
        if (type != ValueType.MASK) {
            for (Operator operator : List.of(Operator.ADD, Operator.SUBTRACT)) {
                alternatives.add(infix(iso, rule(type), operator, rule(type)));
            }
            alternatives.add(infix(iso, "num", Operator.MULTIPLY, rule(type)));
        }
        if (type == ValueType.VECS) {
            alternatives.add(infix(iso, "vecs", Operator.SUBTRACT, "vec"));
            alternatives.add(infix(iso, "per", Operator.MULTIPLY, "vecs"));
        }
        if (type == ValueType.VEC) {
            alternatives.add(infix(iso, "mask", Operator.MULTIPLY, "vec"));
        }
        for (Operator operator : Operator.values()) {
            if (operator.form() == Form.NAME && operator.canGive(type)) {
                alternatives.add("\"" + operator.text() + "\"");
            } else if ((operator.form() == Form.CALL || operator.form() == Form.LIST) && operator.canGive(type)) {
                alternatives.add(call(operator, type, iso));
            }
        }
        return String.join(" | ", alternatives);
    }

    private static String infix(boolean iso, String left, Operator operator, String right) {
        return sequence(iso, "\"(\"", left, "\" " + operator.text() + " \"", right, "\")\"");
    }

    private static String call(Operator operator, ValueType type, boolean iso) {
        List<String> parts = new ArrayList<>();
        parts.add("\"" + operator.text() + "(\"");
        if (operator.form() == Form.LIST) {
            String one = value(operator.parameters().get(0), type);
            parts.add(one);
            String more = sequence(iso, "\", \"", one);
            parts.add(iso ? "{ " + more + " }" : "(" + more + ")*");
        } else {
            for (int i = 0; i < operator.parameters().size(); i++) {
                Parameter parameter = operator.parameters().get(i);
                String name = (i > 0 ? ", " : "") + (parameter.named() ? parameter.name() + "=" : "");
                String written = name.isEmpty()
                        ? value(parameter, type)
                        : sequence(iso, "\"" + name + "\"", value(parameter, type));
                boolean left = parameter.optional() && i > 0;
                parts.add(left ? iso ? "[ " + written + " ]" : "(" + written + ")?" : written);
            }
        }
        parts.add("\")\"");
        return sequence(iso, parts.toArray(String[]::new));
    }

    private static String value(Parameter parameter, ValueType type) {
        if (!parameter.words().isEmpty()) {
            return parameter.words().stream()
                    .map(word -> "\"" + word + "\"")
                    .collect(Collectors.joining(" | ", "(", ")"));
        }
        return switch (parameter.slot()) {
            case INTEGER -> "natural";
            case CONSTANT -> "number";
            case TENSORS -> rule(type);
            case VECS -> "vecs";
            case VEC -> "vec";
            case MASK -> "mask";
            case PER -> "per";
            case NUM -> "num";
            case WEIGHT -> type == ValueType.VECS ? "(num | per)" : "num";
            case BLEND -> "(num | mask)";
            case CHOICE -> throw new IllegalArgumentException("No words: " + Slot.CHOICE);
        };
    }

    private static String sequence(boolean iso, String... parts) {
        return String.join(iso ? ", " : " ", parts);
    }

    private static String rule(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
