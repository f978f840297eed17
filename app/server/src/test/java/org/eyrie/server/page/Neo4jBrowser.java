package org.eyrie.server.page;

import java.net.URI;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Neo4j Browser as a person uses it: text is pasted into its editor, files are dropped into its window. */
final class Neo4jBrowser {

    private static final String FRAME = "[data-testid=frame]";

    private final Browser browser;

    private Neo4jBrowser(Browser browser) {
        this.browser = browser;
    }

    /** Opens it and logs in. */
    static Neo4jBrowser open(Browser browser, URI address, String username, String password) {
        browser.resize(1400, 1000);
        browser.open(address.toString());
        browser.find("[data-testid=username]").sendKeys(username);
        browser.find("[data-testid=password]").sendKeys(password);
        browser.find("[data-testid=connect]").click();
        browser.find("[data-testid=user-details-username], [data-testid=frame] [data-testid=frameCommand]");
        return new Neo4jBrowser(browser);
    }

    /** Pastes a text into the editor, runs it, and waits for what comes of it. */
    Answer ask(String text) {
        run(":clear");
        browser.untilGone(FRAME);
        run(text);
        WebElement frame = browser.find(FRAME);
        browser.find(FRAME + " [data-testid=frameStatusbar]");
        return new Answer(frame.getText());
    }

    private void run(String text) {
        WebElement editor = browser.find("[data-testid=activeEditor] .monaco-editor");
        editor.click();
        browser.paste(text);
        browser.keys(Keys.CONTROL, Keys.ENTER);
    }

    /** What a frame says. */
    record Answer(String text) {}
}
