package org.eyrie.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The help of all commands, however deep. */
class HelpTextsTest extends CommandLineTest {

    /** Help is a format: of a bare per cent sign picocli complains to whoever asks for help. */
    @Test
    void noHelpIsPrintedWithAComplaint() {
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        List<String> helps = new ArrayList<>();
        PrintStream error = System.err;
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        try {
            collect(commands(), helps);
        } finally {
            System.setErr(error);
        }
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(helps).hasSizeGreaterThan(50).allMatch(help -> help.startsWith("Usage: eyrie"));
    }

    private static void collect(CommandLine command, List<String> helps) {
        helps.add(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
        command.getSubcommands().values().forEach(each -> collect(each, helps));
    }
}
