package org.eyrie.server.page;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, driven from outside. Pictures of what it showed lie in {@code target/page}. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "page");

    private final ChromeDriver driver;

    private Browser(Path chromium, Path driverExecutable) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        // Containers have neither user namespaces for the sandbox nor a large /dev/shm.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,1000");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverExecutable.toFile())
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    /**
     * Starts the browser named by {@code EYRIE_CHROMIUM}, or found on the path with its driver. Without one the test is
     * passed over, unless {@code EYRIE_REQUIRE_CHROMIUM} is 1.
     */
    static Browser start() {
        Optional<Path> chromium = find("EYRIE_CHROMIUM", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> executable = find("EYRIE_CHROMEDRIVER", "chromedriver");
        if (chromium.isEmpty() || executable.isEmpty()) {
            String missing = "No Chromium with its chromedriver on the path: this test looks at the page with them";
            if ("1".equals(System.getenv("EYRIE_REQUIRE_CHROMIUM"))) {
                Assertions.fail(missing);
            }
            System.err.println("SKIPPED: " + missing);
            Assumptions.assumeThat(chromium).as(missing).isPresent();
            Assumptions.assumeThat(executable).as(missing).isPresent();
        }
        return new Browser(chromium.orElseThrow(), executable.orElseThrow());
    }

    private static Optional<Path> find(String variable, String... names) {
        String named = System.getenv(variable);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(String address) {
        driver.get(address);
    }

    /** The first element that matches, waited for until it is shown. */
    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class) // drawn anew in between
                .withMessage(() -> "Nothing shown for " + css + " on a page that says: " + text())
                .until(page -> page.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Presses a button beside others, once it is there. */
    void press(String text) throws InterruptedException {
        shown(text, WebElement::click);
    }

    /** Waits for a button with that text, such as one that takes the place of another when the service has heard. */
    void shown(String text, Consumer<WebElement> then) throws InterruptedException {
        while (true) {
            try {
                for (WebElement button : all("#view .actions button.plain")) {
                    if (button.isDisplayed() && button.getText().equals(text)) {
                        then.accept(button);
                        return;
                    }
                }
            } catch (StaleElementReferenceException e) {
                // the page was drawn anew in between
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    List<WebElement> all(String css) {
        find(css);
        return driver.findElements(By.cssSelector(css));
    }

    /** Waits until nothing matches any more. */
    void untilGone(String css) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> page.findElements(By.cssSelector(css)).isEmpty());
    }

    /** What those that match say right now; nothing where there is none. */
    List<String> shown(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Puts a text into the clipboard and pastes it where the keyboard is, as a person does. */
    void paste(String text) {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        Object refused = driver.executeAsyncScript(
                "navigator.clipboard.writeText(arguments[0]).then(() => arguments[1](null), arguments[1])", text);
        Assertions.assertThat(refused).isNull();
        keys(Keys.CONTROL, "v");
    }

    /** Presses a key, or while another is held. */
    void keys(CharSequence... keys) {
        Actions actions = new Actions(driver);
        for (int key = 0; key < keys.length - 1; key++) {
            actions.keyDown(keys[key]);
        }
        actions.sendKeys(keys[keys.length - 1]);
        for (int key = keys.length - 2; key >= 0; key--) {
            actions.keyUp(keys[key]);
        }
        actions.perform();
    }

    /** Drags a pointer over an element, from a part of its width and height to another. */
    void drag(WebElement over, double fromX, double fromY, double toX, double toY) {
        int width = over.getSize().width;
        int height = over.getSize().height;
        new Actions(driver)
                .moveToElement(over, (int) ((fromX - .5) * width), (int) ((fromY - .5) * height))
                .clickAndHold()
                .moveByOffset((int) ((toX - fromX) * width / 2), (int) ((toY - fromY) * height / 2))
                .moveByOffset((int) ((toX - fromX) * width / 2), (int) ((toY - fromY) * height / 2))
                .release()
                .perform();
    }

    /** Drops a file on an element. */
    void drop(String css, String name, String content) {
        driver.executeScript(
                "const data = new DataTransfer(); data.items.add(new File([arguments[2]], arguments[1]));"
                        + "['dragenter', 'dragover', 'drop'].forEach(kind => document.querySelector(arguments[0])"
                        + ".dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data})))",
                css,
                name,
                content);
    }

    /** What has the keyboard. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void waitForTitle(String title) {
        new WebDriverWait(driver, PATIENCE).until(page -> title.equals(page.getTitle()));
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Shows pages as on a screen of so many pixels, narrower than windows get. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows pages to somebody who prefers dark ones, or light ones. */
    void darkness(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Pixels by which the page is wider than its window. */
    long overflow() {
        Object pixels = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) Objects.requireNonNull(pixels)).longValue();
    }

    /** What scripts and the network complained of since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** What axe-core finds that people with other eyes or without a mouse would miss. */
    List<String> barriers() {
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("axe-core cannot be read", e);
        }
        Object found = driver.executeAsyncScript("const done = arguments[0];"
                + "axe.run().then(result => done(result.violations.map(each => each.id + ': '"
                + " + each.nodes.map(node => node.target.join(' ')).join(', '))));");
        return Stream.of(Objects.requireNonNull((List<?>) found).toArray())
                .map(String::valueOf)
                .toList();
    }

    /** Runs a script in the page. */
    void run(String script) {
        driver.executeScript(script);
    }

    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new AssertionError("Could not keep the picture", e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
