package org.eyrie.program.language;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as programs write them. */
public final class Digits {

    private static final MathContext NINE = new MathContext(9);
    private static final MathContext FOUR = new MathContext(4);

    private Digits() {}

    /** To nine digits, which is all that a tensor of 32 bits can tell apart; what is folded is rounded to as many. */
    public static double rounded(double number) {
        return Double.isFinite(number) ? new BigDecimal(number).round(NINE).doubleValue() + 0.0 : number;
    }

    /** To four digits, which is where two programs are taken for one. */
    static double coarse(double number) {
        return Double.isFinite(number) ? new BigDecimal(number).round(FOUR).doubleValue() + 0.0 : number;
    }

    /** The shortest text without an exponent that is read as the same number. */
    public static String text(double number) {
        String text = BigDecimal.valueOf(rounded(number)).stripTrailingZeros().toPlainString();
        if (text.startsWith("0.")) {
            return text.substring(1);
        }
        return text.startsWith("-0.") ? "-" + text.substring(2) : text;
    }
}
