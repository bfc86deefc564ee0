package io.cerebro.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.release.Drive;
import io.cerebro.release.Goal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
    private final Recorder recorder = new Recorder();

    @Test
    void tellsACrashedReleaseWithItsEvidence() {
        assertThat(HtmlReport.of(Recorder.crashed(), Instant.EPOCH)).isEqualTo(Golden.file("crashed.html"));
    }

    @Test
    void tellsWhatIsUnderWay() {
        ReleaseReport report = recorder.record(recorder.drive.release(Drive.orders("v2"), Goal.RELEASE), 3);

        assertThat(HtmlReport.of(report.approvedBy("bob"), recorder.now())).contains("""
                        <h1>/orders in realm prod: under way</h1>
                        <p><strong>starting the canary: 1 of 1 instances healthy; until 12:05:21 UTC</strong></p>
                        """, """
                        <tr><th align="left" valign="top">approved by</th><td>bob</td></tr>
                        """, """
                        <tr valign="top"><th align="left" nowrap="nowrap">canary</th><td>12:00:21</td>\
                        <td align="right" nowrap="nowrap">11.0 s so far</td>\
                        <td>starting the canary: 1 of 1 instances healthy; until 12:05:21 UTC</td></tr>
                        """);
    }

    @Test
    void letsNoTextBecomeMarkup() {
        ReleaseReport report = Recorder.promoted().approvedBy("<b>\"bob\" & 'ann'</b> \u001b[31m");

        assertThat(HtmlReport.of(report, recorder.now()))
                .contains("<td>&lt;b&gt;&quot;bob&quot; &amp; &#39;ann&#39;&lt;/b&gt; \uFFFD[31m</td>");
    }

    @ParameterizedTest
    @MethodSource("io.cerebro.report.PictureTest#reports")
    void isWellFormedAndBringsEverythingWithIt(ReleaseReport report) throws Exception {
        String html = HtmlReport.of(report, recorder.now());

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(html).doesNotContain("style", "script", "src=", "<link", "<img");
    }

    @Test
    void showsWhatTheGateFoundInEachStage() {
        assertThat(HtmlReport.of(Recorder.promoted(), recorder.now())).contains("""
                        <tr valign="top"><th align="left">partial</th><td>load balancers, errors</td>\
                        <td>0 of 600</td><td>0 of 5400</td>\
                        <td>1.00 of 100</td><td>44361 of 100</td>\
                        <td>PASS: 0 of 600 canary requests failed (0.00 %), stable 0.00 %</td></tr>
                        """);
    }
}
