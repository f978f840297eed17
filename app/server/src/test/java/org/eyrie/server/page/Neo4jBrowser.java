package org.eyrie.server.page;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Neo4j Browser as a person uses it: text is pasted into its editor, files are dropped into its window. */
final class Neo4jBrowser {

    private static final String FRAME = "[data-testid=frame]";
    private static final String NODES = FRAME + " svg g.node";
    private static final String ERROR = FRAME + " [data-testid=cypherFrameErrorMessage]";

    /** A second or two each. */
    private static final int MOST_ATTEMPTS = 60;

    private static final Pattern RECORDS = Pattern.compile("Started streaming ([0-9,]+) records");

    private final Browser browser;

    private Neo4jBrowser(Browser browser) {
        this.browser = browser;
    }

    /** Opens it and logs in. */
    static Neo4jBrowser open(Browser browser, URI address, String username, String password) {
        browser.width(1400);
        browser.open(address.toString());
        browser.find("[data-testid=username]").clear();
        browser.find("[data-testid=username]").sendKeys(username);
        browser.find("[data-testid=password]").sendKeys(password);
        browser.find("[data-testid=connect]").click();
        browser.untilGone("[data-testid=connect]");
        Neo4jBrowser opened = new Neo4jBrowser(browser);
        opened.untilConnected();
        return opened;
    }

    /** The form is gone before the connection is there, and a statement meanwhile is refused. */
    private void untilConnected() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            run("RETURN 1");
            if (browser.shown(ERROR).isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("Neo4j Browser did not connect: " + browser.shown(ERROR));
    }

    /** Pastes a text into the editor, runs it, and waits for what comes of it. */
    Answer ask(String text) {
        run(text);
        List<String> errors = browser.shown(ERROR);
        if (!errors.isEmpty()) {
            return new Answer(errors.get(0), 0, 0, List.of());
        }
        browser.find(FRAME + " [data-testid=cypherFrameSidebarTable]").click();
        Matcher records = RECORDS.matcher(
                browser.find(FRAME + " [data-testid=frameStatusbar] > *").getText());
        if (!records.find()) {
            return new Answer("", 0, 0, List.of());
        }
        browser.find(FRAME + " [data-testid=cypherFrameSidebarVisualization]").click();
        List<String> captions = browser.all(NODES).stream()
                .map(node -> node.findElements(By.cssSelector("text.caption")).stream()
                        .map(line -> line.getText().strip())
                        .reduce("", (above, line) -> (above + " " + line).strip()))
                .toList();
        return new Answer("", Integer.parseInt(records.group(1).replace(",", "")), captions.size(), captions);
    }

    /** Drops a file into the window. */
    void drop(String name, String content) {
        browser.drop(".filedrop", name, content);
    }

    /** The style in force. */
    String style() {
        run(":style");
        return browser.find(FRAME + " [data-testid=frameContents]").getText();
    }

    /** Colours in which the nodes of the last answer are filled. */
    List<String> colours() {
        return browser.all(NODES + " circle.b-outline").stream()
                .map(circle -> circle.getAttribute("fill"))
                .map(String::valueOf)
                .toList();
    }

    private void run(String text) {
        enter(":clear");
        browser.untilGone(FRAME);
        enter(text);
        browser.find(FRAME + " [data-testid=frameContents]");
        browser.untilGone(FRAME + " [data-testid=stopRunFrameButton]");
    }

    private void enter(String text) {
        WebElement editor = browser.find("[data-testid=activeEditor] .monaco-editor");
        editor.click();
        browser.paste(text);
        browser.keys(Keys.CONTROL, Keys.ENTER);
    }

    /**
     * What came of a statement.
     *
     * @param error what it complained of; empty where it did not
     * @param rows how many came
     * @param nodes how many are drawn
     * @param captions what stands in each of these
     */
    record Answer(String error, int rows, int nodes, List<String> captions) {}
}
