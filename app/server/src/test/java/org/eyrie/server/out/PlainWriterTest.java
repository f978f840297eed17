package org.eyrie.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PlainWriterTest {

    private final StringWriter terminal = new StringWriter();
    private final PrintWriter plain = new PrintWriter(new PlainWriter(terminal), true);

    @Test
    void aTerminalGetsNothingToObeyOutOfWhatOthersWrote() {
        plain.println("\u001b]0;title\u0007 \u001b[31mred\r\bx \u009b2J \u007f evil\u202Egpj.exe");
        assertThat(terminal.toString()).isEqualTo("␛]0;title␇ ␛[31mred␍␈x �2J ␡ evil�gpj.exe\n");
    }

    @Test
    void textInAllLanguagesLinesAndTabsStay() {
        String text = "Größe\tموديل\t模型 😀\nnext";
        plain.print(text);
        plain.append('\n').flush();
        assertThat(terminal.toString()).isEqualTo(text + "\n");
    }

    @Test
    void theProgressLineIsDrawnOverAndOverAndWhatItTellsIsPlain() {
        plain.print(PlainWriter.REDRAW + "reading \u001b[2J");
        plain.print(PlainWriter.REDRAW);
        plain.flush();
        assertThat(terminal.toString()).isEqualTo(PlainWriter.REDRAW + "reading ␛[2J" + PlainWriter.REDRAW);
    }

    @Test
    void aCellOfATableIsOneLine() {
        TextTable.print(new Table("model", "note").row("a", "first\nb  forged\r\nc"), plain);
        assertThat(terminal.toString()).isEqualTo("model  note\na      first b  forged c\n");
    }
}
