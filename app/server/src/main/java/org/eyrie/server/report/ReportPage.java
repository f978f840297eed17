package org.eyrie.server.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What every report has in common: one file that runs nothing and fetches nothing, whatever a name in it may hold. */
final class ReportPage {

    private static final String STYLES = "/report/report.css";

    private ReportPage() {}

    /** Writes a page. Whether it could be written the writer tells. */
    static void write(PrintWriter out, String title, Consumer<Markup> content) {
        Markup page = new Markup(out);
        page.raw("<!DOCTYPE html>").begin("html", "lang", "en").begin("head").raw("<meta charset=\"utf-8\">");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.element("title", "Eyrie: " + title)
                .raw("<style>" + styles() + "</style>")
                .end();
        page.begin("body").begin("main");
        content.accept(page);
        page.end().end().end();
    }

    private static String styles() {
        try (InputStream file = ReportPage.class.getResourceAsStream(STYLES)) {
            if (file == null) {
                throw new IllegalStateException("Eyrie is not whole: " + STYLES + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
