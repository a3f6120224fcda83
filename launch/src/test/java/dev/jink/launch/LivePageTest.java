package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The live page of a real flight in a real browser: demo, node and Chromium are processes of their own. */
final class LivePageTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ADDRESS = Pattern.compile("; live page: (http\\S+)");
    private static final int START_SECONDS = 90;

    @TempDir private Path folder;

    private Process demo() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-Djink.home=" + HOME,
                        "-Djink.models=" + HOME.resolve("perception-node/models"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.jink.launch.DemoCommand",
                        "--page",
                        "0",
                        "--seconds",
                        "120",
                        // A forest that nobody gets through in the test's time.
                        "--speed",
                        "0.5",
                        "--report",
                        folder.resolve("report.html").toString());
        builder.environment().put("ROS_DOMAIN_ID", "94");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("demo.log").toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("demo.log"), StandardCharsets.UTF_8);
    }

    private String address(Process demo) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && demo.isAlive()) {
            Matcher found = ADDRESS.matcher(said());
            if (found.find() && said().contains("m nearer")) {
                return found.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no flight within " + START_SECONDS + " s: " + said());
    }

    @Test
    void shouldShowAFlightInABrowser() throws Exception {
        Chromium.require(LivePageTest.class);
        Process demo = demo();
        try (Chromium browser = Chromium.start(folder.resolve("profile"))) {
            browser.look(1280, 900, false, "dark");
            browser.open(address(demo));
            shouldMove(browser);
            shouldObeyItsButton(browser);
            browser.requireNoSidewaysScrolling();
            browser.picture("desktop-dark");
            browser.look(1280, 900, false, "light");
            browser.picture("desktop-light");
            shouldFitAPhone(browser);
            assertEquals(List.of(), browser.complaints(), "on the console");
            shouldSayWhenNobodyAnswers(browser, demo);
        } finally {
            demo.descendants().forEach(ProcessHandle::destroyForcibly);
            demo.destroyForcibly();
        }
    }

    private static void shouldMove(Chromium browser) throws InterruptedException {
        browser.await("a picture", () -> browser.text("picture-note").contains("160×120"));
        browser.await("figures", () -> browser.text("latency-note").contains("p99"));
        for (String canvas : List.of("camera", "polar", "latency", "map")) {
            String first = browser.painted(canvas);
            browser.await(canvas + " moves", () -> !first.equals(browser.painted(canvas)));
        }
        int acted = Integer.parseInt(browser.text("acted"));
        browser.await("counts", () -> Integer.parseInt(browser.text("acted")) > acted);
        browser.await("a wish", () -> Double.parseDouble(browser.text("wanted-x")) != 0);
        assertTrue(browser.text("map-note").startsWith("flying"), browser.text("map-note"));
        assertTrue(browser.text("health").contains(browser.text("word")), browser.text("health"));
        assertNotEquals("", browser.text("why"));
    }

    private static void shouldObeyItsButton(Chromium browser) throws InterruptedException {
        browser.click("grid");
        browser.await("no grid", () -> "false".equals(pressed(browser)));
        browser.click("grid");
        browser.await("the grid", () -> "true".equals(pressed(browser)));
    }

    private static String pressed(Chromium browser) {
        return (String) browser.run("document.getElementById('grid').ariaPressed");
    }

    private static void shouldFitAPhone(Chromium browser) throws Exception {
        browser.look(390, 844, true, "dark");
        browser.await(
                "the phone's width",
                () -> browser.run("document.documentElement.clientWidth").equals(390L));
        browser.requireNoSidewaysScrolling();
        long height = (Long) browser.run("document.getElementById('grid').offsetHeight");
        assertTrue(height >= 44, "a finger needs 44 pixels, got " + height);
        Thread.sleep(300); // a round of the page, for the picture that people look at
        browser.picture("phone-dark");
    }

    private static void shouldSayWhenNobodyAnswers(Chromium browser, Process demo)
            throws InterruptedException {
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
        browser.await(
                "the end in words",
                () -> browser.text("why").startsWith("the node has not answered for"));
    }
}
