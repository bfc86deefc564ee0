package io.cerebro.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.gate.Verdict;
import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import io.cerebro.release.Lap;
import io.cerebro.release.Observation;
import io.cerebro.traffic.Counts;
import io.cerebro.traffic.Share;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    @Test
    void drawsARolledBackRelease() {
        assertThat(Picture.of(Recorder.rolledBack(), Instant.EPOCH)).isEqualTo(Golden.file("rolled-back.svg"));
    }

    static Stream<ReleaseReport> reports() {
        Recorder running = new Recorder();
        return Stream.of(
                Recorder.promoted(),
                Recorder.rolledBack(),
                Recorder.deployed(),
                Recorder.crashed(),
                running.record(running.drive.release(Drive.orders("v2"), Goal.RELEASE), 25),
                running.record(running.drive.release(Drive.orders("v2"), Goal.RELEASE), 0),
                watched(1, 1, new Counts(10, 10)),
                watched(0, 1, Counts.NONE),
                watched(12 * 3600, 144, new Counts(1_000_000, 1)));
    }

    /** A canary that was watched and failed, at this pace. */
    private static ReleaseReport watched(int seconds, int every, Counts each) {
        ReleaseReport report =
                ReleaseReport.begin(new Drive().release(Drive.orders("v2"), Goal.RELEASE), "prod", Links.NONE);
        Traffic traffic = Traffic.NONE;
        Optional<Observation> seen = Optional.empty();
        Counts sum = Counts.NONE;
        Instant began = report.subject().startedAt();
        for (int second = 0; second <= seconds; second += every) {
            Observation look = new Observation(
                    began.plusSeconds(second),
                    "partial",
                    Share.percent(100),
                    sum,
                    sum,
                    Verdict.fail("<bad> & \"worse\""),
                    Optional.empty(),
                    List.of());
            traffic = traffic.with(look, seen);
            seen = Optional.of(look);
            sum = sum.plus(each);
        }
        Lap lap = new Lap("partial", began, began.plusSeconds(seconds), "", seen);
        return new ReleaseReport(
                report.subject(),
                new Course(
                        List.of(lap),
                        Optional.empty(),
                        traffic,
                        Optional.empty(),
                        Optional.of(lap.ended()),
                        Optional.empty()));
    }

    @Test
    void labelsNoSecondThatWasOverBeforeItBegan() {
        Instant from = Instant.parse("2026-11-28T06:02:24.900Z");
        Markup axis = new Markup();

        new TimeAxis(from, from.plusSeconds(3)).draw(axis, 0);

        assertThat(Pattern.compile(">([0-9:]+)</text>").matcher(axis.toString()).results())
                .extracting(found -> found.group(1))
                .containsExactly("06:02:25", "06:02:26", "06:02:27");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void staysInsideItsFrameAndNeedsNoStyle(ReleaseReport report) throws Exception {
        Instant now = report.subject().startedAt().plus(Duration.ofMinutes(2));
        String drawn = Picture.of(report, now);
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawn.getBytes(StandardCharsets.UTF_8)));

        assertThat(drawn).isEqualTo(Picture.of(report, now)).doesNotContain("NaN", "Infinity", "style", "script");
        double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
        NodeList elements = svg.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            assertInside((Element) elements.item(i), height);
        }
    }

    private static void assertInside(Element element, double height) {
        for (String name : List.of("x", "x1", "x2")) {
            number(element, name).ifPresent(x -> assertThat(x).as(name).isBetween(0.0, 760.0));
        }
        for (String name : List.of("y", "y1", "y2")) {
            number(element, name).ifPresent(y -> assertThat(y).as(name).isBetween(0.0, height));
        }
        NUMBER.matcher(element.getAttribute("d"))
                .results()
                .forEach(found -> assertThat(Double.parseDouble(found.group())).isBetween(-10.0, 760.0));
    }

    private static Optional<Double> number(Element element, String name) {
        return element.hasAttribute(name)
                ? Optional.of(Double.parseDouble(element.getAttribute(name)))
                : Optional.empty();
    }
}
