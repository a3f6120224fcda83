package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;

/** Debian's Chromium, driven by its own driver: no window, a profile of its own, nothing from outside. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target/page");
    private static final int PATIENCE_MS = 20_000;
    private static final int POLL_MS = 50;

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Ends a test, loudly, on a machine without the browser. */
    static void require(Class<?> test) {
        boolean there = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
        String missing =
                test.getSimpleName()
                        + ": NOT RUN, there is no "
                        + BROWSER
                        + " with "
                        + DRIVER
                        + ": install Debian's chromium and chromium-driver to have it tested";
        if (!there) {
            System.err.println(missing);
        }
        assumeTrue(there, missing);
    }

    /** @param profile an empty folder */
    static Chromium start(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + profile.toAbsolutePath());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    void open(String address) {
        driver.get(address);
    }

    /** Looks like a screen of that size, a phone's with its two pixels to each, in dark or light. */
    void look(int width, int height, boolean phone, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        phone ? 2 : 1,
                        "mobile",
                        phone));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    void click(String id) {
        driver.findElement(By.id(id)).click();
    }

    Object run(String script) {
        return driver.executeScript("return " + script);
    }

    /** A canvas as it is painted just now. */
    String painted(String id) {
        return (String) run("document.getElementById('" + id + "').toDataURL()");
    }

    void await(String what, BooleanSupplier holds) throws InterruptedException {
        for (int waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
            if (holds.getAsBoolean()) {
                return;
            }
            Thread.sleep(POLL_MS);
        }
        throw new AssertionError("not within " + PATIENCE_MS + " ms: " + what);
    }

    /** Everything on the console since the last call that is worse than information. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(line -> line.getLevel().intValue() > Level.INFO.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Nothing is cut off at the side: a phone's owner does not scroll two ways. */
    void requireNoSidewaysScrolling() {
        assertEquals(
                run("document.documentElement.clientWidth"),
                run("document.documentElement.scrollWidth"),
                "wider than the screen");
    }

    /** Keeps a picture of the whole page for people, as {@code target/page/NAME.png}. */
    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Map<String, Object> shot =
                driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true));
        byte[] png = OutputType.BYTES.convertFromBase64Png((String) shot.get("data"));
        Files.write(PICTURES.resolve(name + ".png"), png);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
