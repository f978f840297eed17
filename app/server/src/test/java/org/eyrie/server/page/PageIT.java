package org.eyrie.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eyrie.model.development.DevelopmentId;
import org.eyrie.model.development.SearchState;
import org.eyrie.server.BegunSearch;
import org.eyrie.server.Sample;
import org.eyrie.server.SampleFiles;
import org.eyrie.server.rest.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

/** A person with a browser, from an unfitted database of the bundled sample to an answer. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageIT {

    private static final String MERGE = "mlabonne/Beagle14-7B";

    private static Sample sample = Sample.empty();
    private static Service service;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        SampleFiles.importInto(sample.stores());
        BegunSearch.in(sample.developments(), "mine");
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

    private static void open(String place) {
        browser.open(service.uri() + "#/" + place);
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        // A model before the first fit is a 409 that the page turns into its offer to fit.
        assertThat(browser.complaints())
                .filteredOn(line -> !line.contains("409"))
                .isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    @Test
    @Order(1)
    void aModelBeforeTheFirstFitOffersToFit() {
        open("model/" + MERGE.replace("/", "%2F"));
        WebElement fit = browser.find("section[aria-label=Scores] button");
        assertThat(fit.getText()).isEqualTo("Fit now");
        fit.click();
        assertThat(browser.all("svg.bar .mean")).isNotEmpty();
    }

    @Test
    @Order(2)
    void theBoardComesFirstAndItsStateIsInTheAddress() {
        browser.resize(1200, 1000);
        open("");
        browser.waitForTitle("Board · Eyrie");
        assertThat(browser.all("table.board tbody tr")).hasSizeGreaterThanOrEqualTo(30);
        browser.picture("board");
        browser.run("document.querySelectorAll('button.head')[0].click()");
        assertThat(browser.find("th[aria-sort=ascending]").getText()).startsWith("Model");
        open("board?text=beagle&sort=name");
        browser.find("table.board a[href*=Beagle14]");
        assertThat(browser.all("table.board tbody tr")).hasSizeLessThan(10);
        browser.all("table.board input[type=checkbox]").stream().limit(2).forEach(WebElement::click);
        browser.find(".actions a[href^='#/compare']").click();
        browser.waitForTitle("Compare · Eyrie");
        assertThat(browser.all("table.compare thead th")).hasSize(3);
        browser.picture("compare");
    }

    @Test
    @Order(2)
    void familiesLeadToTheirFounder() {
        open("families");
        browser.waitForTitle("Families · Eyrie");
        WebElement family = browser.find("ul.families a");
        String founder =
                family.findElement(org.openqa.selenium.By.tagName("strong")).getText();
        browser.picture("families");
        family.click();
        browser.waitForTitle(founder + " · Eyrie");
        assertThat(browser.all("section[aria-label=Lineage] svg .node")).hasSizeGreaterThan(2);
    }

    @Test
    @Order(3)
    void aPredictionIsExplainedInPointsThatAddUp() {
        open("model/" + MERGE.replace("/", "%2F"));
        browser.find("button[aria-label^=Why]").click();
        browser.find("ul.parts li.total");
        List<Double> points = browser.all("ul.parts li.group span:first-child").stream()
                .map(part -> Double.parseDouble(part.getText().replace('−', '-').replace("+", "")))
                .toList();
        double total = points.get(points.size() - 1);
        double sum = points.stream().mapToDouble(Double::doubleValue).sum() - total;
        assertThat(sum).isCloseTo(total, within(0.4));
        browser.picture("model");
    }

    @Test
    @Order(3)
    void lineageIsColouredByABenchmarkAndReadAsATableToo() {
        open("model/" + MERGE.replace("/", "%2F"));
        browser.find("#tint");
        browser.run("const tint = document.querySelector('#tint'); tint.value = 'GSM8K (5-shot)';"
                + "tint.dispatchEvent(new Event('change'))");
        assertThat(browser.all("section[aria-label=Lineage] .node circle")).hasSizeGreaterThan(2);
        browser.find("section[aria-label=Lineage] > details:last-child > summary")
                .click();
        assertThat(browser.find("section[aria-label=Lineage] tbody").getText())
                .contains("predicted")
                .contains(MERGE);
        browser.picture("lineage");
    }

    @Test
    @Order(4)
    void mergesThatDoNotExistArePredictedSideBySide() {
        open("what-if");
        browser.find("#parent1").sendKeys("mistralai/Mistral-7B-v0.1");
        browser.find("#parent2").sendKeys(MERGE);
        for (String share : List.of("60", "30")) {
            browser.run("share1.value = " + share + "; share2.value = 100 - " + share);
            browser.find("form.what-if > button").click();
            browser.find("section[aria-label=Answer] h2");
        }
        assertThat(browser.all("section[aria-label=Answer] td.chance"))
                .isNotEmpty()
                .allSatisfy(chance -> assertThat(chance.getText()).matches("\\d{1,3} %"));
        browser.find("section[aria-label=Plans] table.compare");
        browser.picture("what-if");
    }

    @Test
    @Order(5)
    void anUnknownParentIsNamedToThePerson() {
        open("what-if");
        browser.find("#parent1").sendKeys("nobody/knows-this");
        browser.find("form.what-if > button").click();
        assertThat(browser.find("section[aria-label=Answer] .problem").getText())
                .contains("nobody/knows-this");
        assertThat(browser.complaints()).singleElement().asString().contains("404");
    }

    @Test
    @Order(2)
    void aSearchForMergesShowsItsBestAndHowItWent() {
        open("searches");
        browser.waitForTitle("Searches for merges · Eyrie");
        browser.find("tbody a").click();
        browser.waitForTitle("mine · Eyrie");
        assertThat(browser.all("tbody tr")).hasSize(2);
        assertThat(browser.find("tbody tr th").getText()).isEqualTo(BegunSearch.SUM.id());
        assertThat(browser.find("svg.curve").getAttribute("aria-label")).contains("6 items");
        browser.picture("searches");
    }

    @Test
    @Order(8) // after those that look at the list of searches
    @Timeout(60)
    void aSearchIsBegunStoppedAndGoesOnFromThePage() throws InterruptedException {
        open("searches");
        browser.find("#search-name").sendKeys("paged");
        browser.find("#search-budget").clear();
        browser.find("#search-budget").sendKeys("100000");
        browser.find("section[aria-label='Begin a search'] button[type=submit]").click();
        browser.waitForTitle("paged · Eyrie");
        browser.press("Stop");
        browser.press("Go on here");
        browser.press("Stop");
        browser.shown("Go on here", button -> {});
        assertThat(browser.barriers()).isEmpty();
        // Both buttons are there for the moment in which it is about to run: what counts is that it comes to a stop.
        while (sample.developments().read(new DevelopmentId("paged")).state() != SearchState.STOPPED) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    @Order(6)
    void searchingFindsModelsByAPartOfTheirName() {
        open("");
        browser.find("#text").sendKeys("beagle\n");
        browser.waitForTitle("Models with “beagle” in their name · Eyrie");
        assertThat(browser.find("main a[href*=Beagle14]").getText()).contains(MERGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "families",
                "model/mlabonne%2FBeagle14-7B",
                "what-if",
                "compare?id=mlabonne/Beagle14-7B&id=mistralai/Mistral-7B-v0.1",
                "scatter",
                "calibration",
                "data",
                "searches",
                "searches/mine",
                "search/beagle",
                "nowhere"
            })
    @Order(7)
    void everyViewIsForEveryoneAndFitsAPhone(String place) {
        browser.resize(1200, 1000);
        open(place);
        browser.find("#view h1");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isZero();
        browser.resize(500, 900); // as narrow as Chromium's windows get
        assertThat(browser.overflow()).isZero();
        browser.picture(place.isEmpty() ? "board-narrow" : place.replaceAll("\\W.*", "") + "-narrow");
        browser.resize(1200, 1000);
    }

    @Test
    @Order(7)
    void aNarrowWindowNeedsNoScrollingSideways() {
        browser.resize(400, 800);
        open("model/" + MERGE.replace("/", "%2F"));
        browser.find("section[aria-label=Scores] tbody tr");
        browser.picture("narrow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model/50%", "model/%ZZ", "search/100%", "what-if/%E"})
    @Order(8)
    void anAddressThatCannotBeReadIsToldAndNotWaitedForForEver(String place) {
        open(place);
        assertThat(browser.find("#view .problem").getText()).contains("%25");
    }

    @Test
    @Order(9)
    void aDatabaseThatDiesIsToldWhateverIsAskedFor() {
        open("model/" + MERGE.replace("/", "%2F"));
        WebElement why = browser.find("button[aria-label^=Why]");
        sample.breakDown();
        why.click();
        assertThat(browser.find("section[aria-label=Scores] div[aria-live] .problem")
                        .isDisplayed())
                .isTrue();
        for (String place : List.of("families", "search/beagle", "model/a%2Fb")) {
            open(place);
            assertThat(browser.find("#view > .problem").getText()).contains("does not answer");
        }
        assertThat(browser.complaints()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("503"));
    }
}
