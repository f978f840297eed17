package org.eyrie.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.eyrie.engine.fit.FitSettings;
import org.eyrie.engine.fit.Fitting;
import org.eyrie.server.Sample;
import org.eyrie.server.SampleFiles;
import org.eyrie.server.rest.Service;
import org.eyrie.task.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Looking for something in the drawings of the page, with a pointer and without. */
@Tag("thorough")
class ViewsIT {

    private static final String MODEL = "model/mlabonne%2FBeagle14-7B";
    private static final String LINEAGE = "section[aria-label=Lineage] ";

    private static Service service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        Sample sample = Sample.empty();
        SampleFiles.importInto(sample.stores());
        new Fitting(sample.stores(), Clock.systemUTC()).fit(FitSettings.USUAL, Progress.NONE);
        service = Service.start(sample, Clock.systemUTC(), "127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.overflow()).isZero();
        assertThat(browser.barriers()).isEmpty();
    }

    /** Loads anew: a changed hash alone would leave what is shown to the script. */
    private static void open(String place) {
        browser.open("about:blank");
        browser.open(service.uri() + "#/" + place);
        browser.find("#view h1");
    }

    private static List<String> table() {
        return browser.all(LINEAGE + "tbody tr").stream()
                .map(row -> row.findElement(By.tagName("th")).getText())
                .toList();
    }

    @Test
    void aNameIsFoundInTheLineageAndTheNextOneAfterIt() {
        open(MODEL);
        browser.find("#l-find").sendKeys("marcoro", Keys.ENTER);
        WebElement first = browser.focused();
        assertThat(first.getAttribute("aria-label")).containsIgnoringCase("marcoro");
        assertThat(first.getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(browser.find(LINEAGE + ".panel a").getText()).containsIgnoringCase("marcoro");
        String address = browser.address();
        assertThat(address).contains("find=marcoro", "at=");
        browser.find("#l-find").sendKeys(Keys.ENTER);
        assertThat(browser.focused().getAttribute("aria-label")).isNotEqualTo(first.getAttribute("aria-label"));
        String chosen = browser.find(LINEAGE + ".panel a").getText();
        String said = browser.find(LINEAGE + "form [role=status]").getText();
        assertThat(said).contains(chosen).containsPattern("2 of \\d");
        open(browser.address().replaceAll(".*#/", ""));
        assertThat(browser.find(LINEAGE + ".panel a").getText()).isEqualTo(chosen);
        assertThat(browser.find(LINEAGE + ".node.chosen").getAttribute("aria-label"))
                .contains(chosen);
        browser.find("#l-find").clear();
        browser.find("#l-find").sendKeys("nobody-is-called-so", Keys.ENTER);
        assertThat(browser.find(LINEAGE + "form [role=status]").getText()).contains("No name here");
    }

    @Test
    void arrowsLeadFromBoxToBoxAndEnterChooses() {
        open(MODEL);
        assertThat(browser.all(LINEAGE + ".node[tabindex='0']")).hasSize(1);
        browser.run("document.querySelector('.node.here').focus()");
        browser.keys(Keys.ARROW_LEFT);
        String parent = browser.focused().getAttribute("aria-label");
        assertThat(parent).isNotEqualTo("mlabonne/Beagle14-7B");
        browser.keys(Keys.ENTER);
        assertThat(browser.find(LINEAGE + ".panel a").getText()).isEqualTo(parent);
        browser.keys(Keys.HOME);
        assertThat(browser.focused().getAttribute("aria-label")).isEqualTo("mlabonne/Beagle14-7B");
        browser.keys(Keys.ARROW_RIGHT);
        assertThat(browser.focused().getAttribute("aria-label")).isNotEqualTo("mlabonne/Beagle14-7B");
    }

    @Test
    void whatIsHiddenLeavesNoGapAndTheTableFollows() {
        open(MODEL);
        browser.run(
                "document.querySelectorAll('section[aria-label=Lineage] details').forEach(each => { each.open = true })");
        int all = table().size();
        assertThat(all).isEqualTo(browser.all(LINEAGE + ".node:not(.fold)").size());
        browser.find(LINEAGE + "input[value=merge]").click();
        assertThat(browser.address()).contains("hide=merge");
        assertThat(table()).hasSizeLessThan(all).contains("mlabonne/Beagle14-7B");
        assertThat(browser.all(LINEAGE + ".edge.through")).isNotEmpty();
        assertThat(browser.find(LINEAGE + ".actions [role=status]").getText())
                .contains(all - table().size() + " hidden");
        open(browser.address().replaceAll(".*#/", ""));
        assertThat(browser.find(LINEAGE + "input[value=merge]").isSelected()).isFalse();
        browser.find(LINEAGE + "input[value=merge]").click();
        assertThat(browser.address()).doesNotContain("hide");
    }

    @Test
    void sizesAndMeasurementsSiftTheLineageToo() {
        open(MODEL + "?least=8");
        browser.run(
                "document.querySelectorAll('section[aria-label=Lineage] details').forEach(each => { each.open = true })");
        assertThat(table()).containsExactlyInAnyOrder("mlabonne/Beagle14-7B", "mlabonne/Beyonder-4x7B-v2");
        browser.find("#l-least").clear();
        browser.find("#l-least").sendKeys("6");
        browser.find(LINEAGE + "tbody tr:nth-child(3)");
        assertThat(browser.find("#l-measured").isEnabled()).isFalse();
        browser.run("tint.value = 'GSM8K (5-shot)'; tint.dispatchEvent(new Event('change'))");
        browser.find(LINEAGE + "ul.key circle");
        browser.find("#l-measured").click();
        assertThat(browser.address()).contains("measured=true", "tint=GSM8K");
        assertThat(browser.all(LINEAGE + "tbody tr")).allSatisfy(row -> assertThat(row.getText())
                .satisfiesAnyOf(text -> assertThat(text).doesNotContain("predicted"), text -> assertThat(text)
                        .contains("mlabonne/Beagle14-7B")));
    }

    @Test
    void aRectangleInTheScatterListsWhatIsInIt() {
        open("scatter");
        WebElement plot = browser.find("svg.plot");
        int all =
                Integer.parseInt(String.valueOf(plot.getAttribute("aria-label")).replaceAll(" .*", ""));
        browser.drag(plot, .3, .1, .95, .7);
        List<WebElement> chosen = browser.all("section[aria-label='Chosen points'] tbody tr");
        assertThat(chosen).isNotEmpty().hasSizeLessThan(all);
        assertThat(browser.all("section[aria-label='Chosen points'] tbody a"))
                .allSatisfy(link -> assertThat(link.getAttribute("href")).contains("#/model/"));
        assertThat(browser.find("rect.brush").isDisplayed()).isTrue();
        assertThat(browser.address()).contains("x-from=", "x-to=", "y-from=", "y-to=");
        String first = chosen.get(0).getText();
        open(browser.address().replaceAll(".*#/", ""));
        assertThat(browser.find("section[aria-label='Chosen points'] tbody tr").getText())
                .isEqualTo(first);
        assertThat(browser.all("section[aria-label='Chosen points'] tbody tr")).hasSize(chosen.size());
    }

    @Test
    void theSamePartIsChosenInNumbersWithoutAPointer() {
        open("scatter");
        browser.find("#view details summary").sendKeys(Keys.ENTER);
        browser.find("#b-y-from").sendKeys("60");
        browser.find("section[aria-label='Chosen points'] tbody tr");
        int many = browser.all("section[aria-label='Chosen points'] tbody tr").size();
        browser.find("#b-x-from").sendKeys("70");
        browser.untilGone("section[aria-label='Chosen points'] tbody tr:nth-child(" + many + ")");
        assertThat(browser.address()).contains("y-from=60", "x-from=70");
        browser.all("#view details button").get(0).click();
        browser.untilGone("section[aria-label='Chosen points']");
        assertThat(browser.address()).doesNotContain("from");
    }

    @Test
    void thePointUnderThePointerIsALinkToItsModel() {
        open("scatter");
        browser.find("svg.plot path.cloud");
        browser.run("const plot = document.querySelector('svg.plot');"
                + "const [, x, y] = /M([\\d.]+),([\\d.]+)/.exec(plot.querySelector('.cloud.measured').getAttribute('d'));"
                + "const at = new DOMPoint(x, y).matrixTransform(plot.getScreenCTM());"
                + "plot.dispatchEvent(new PointerEvent('pointermove', {clientX: at.x, clientY: at.y, bubbles: true}))");
        WebElement point = browser.find("svg.plot a.near");
        String name = String.valueOf(point.getAttribute("aria-label")).replaceAll(":.*", "");
        point.click();
        browser.waitForTitle(name + " · Eyrie");
    }
}
