package org.eyrie.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static String printed(Object cell, boolean spreadsheet) {
        StringWriter out = new StringWriter();
        Csv.print(new Table("name").row(cell), new PrintWriter(out, true), spreadsheet);
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"=1+1|'=1+1", "@SUM(A1)|'@SUM(A1)", "-2+3|'-2+3", "+x|'+x", "acme/base-7b|acme/base-7b", "a=b|a=b"
            })
    void forASpreadsheetNoTextIsAFormula(String text, String cell) {
        assertThat(printed(text, true)).isEqualTo("name\n" + cell + "\n");
        assertThat(printed(text, false)).isEqualTo("name\n" + text + "\n");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(printed(-0.5, true)).isEqualTo("name\n-0.5\n");
    }
}
