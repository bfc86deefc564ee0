package io.jenkins.plugins.cerebro.page;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.marathon.AppId;
import io.cerebro.release.AppStatus;
import io.cerebro.release.ServiceStatus;
import io.cerebro.traffic.Share;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

class ExportTest {
    private static final Instant SINCE = Instant.parse("2026-11-28T04:47:24.087Z");

    @Test
    void hasARealmsServicesAtDepthZeroOfTheRealmAndItsNameAloneAtDepthZeroOfThePage() {
        assertThat(visibilities(RealmsAction.class)).isEqualTo(Map.of("realms", 1));
        assertThat(visibilities(RealmCard.class))
                .isEqualTo(Map.of("name", 2, "trouble", 1, "marathonUrl", 1, "maxInstances", 1, "services", 1));
        assertThat(visibilities(ServiceRow.class).values()).containsOnly(2);
        assertThat(visibilities(AppFigures.class).values()).containsOnly(3);
    }

    @Test
    void hasABuildsReleasesAtDepthZeroAndTheirStagesAndSamplesAtDepthOne() {
        assertThat(visibilities(CerebroAction.class)).isEqualTo(Map.of("releases", 1));
        Map<String, Integer> release = visibilities(ReleaseView.class);
        assertThat(named(release, 2))
                .containsExactlyInAnyOrder(
                        "number",
                        "trouble",
                        "state",
                        "service",
                        "realm",
                        "goal",
                        "by",
                        "image",
                        "began",
                        "ended",
                        "says",
                        "verdict",
                        "approver");
        assertThat(named(release, 1)).containsExactlyInAnyOrder("stages", "samples", "links", "log", "sent");
        assertThat(visibilities(StageView.class)).isEqualTo(Map.of("stage", 3, "began", 3, "ended", 3, "saw", 3));
        assertThat(visibilities(SampleView.class))
                .containsOnlyKeys(
                        "time",
                        "sharePercent",
                        "stableRequests",
                        "stableErrors",
                        "canaryRequests",
                        "canaryErrors",
                        "verdict",
                        "evidenceAgainst",
                        "evidenceFor",
                        "evidenceNeeded",
                        "evidenceNeededToPass");
        assertThat(visibilities(LinkView.class)).isEqualTo(Map.of("label", 3, "url", 3));
    }

    @Test
    void tellsOfAServiceAndItsCanary() {
        AppStatus stable = new AppStatus(
                Optional.of("registry/orders@sha256:1"), Optional.of("3f9c"), 3, 4, true, Optional.of("ann"), SINCE);
        AppStatus canary = new AppStatus(Optional.empty(), Optional.empty(), 1, 1, false, Optional.empty(), SINCE);
        ServiceRow row = new ServiceRow(
                new ServiceStatus(
                        AppId.of("/shop/orders"),
                        Optional.of(stable),
                        Optional.of(canary),
                        Map.of("lb1", Share.percent(10)),
                        Optional.empty()),
                "http://m1:8080");

        assertThat(exported(row))
                .containsEntry("id", "/shop/orders")
                .containsEntry("shares", List.of("lb1: 10 % of the traffic"))
                .containsEntry("trouble", null)
                .containsKeys("stable", "canary");
        assertThat(exported(row.getStable()))
                .isEqualTo(Map.of(
                        "image", "registry/orders@sha256:1",
                        "release", "3f9c",
                        "healthy", 3,
                        "wanted", 4,
                        "deploying", true,
                        "by", "ann",
                        "since", "2026-11-28T04:47:24.087Z",
                        "url", "http://m1:8080/ui/#/apps/%2Fshop%2Forders"));
        assertThat(exported(row.getCanary()))
                .containsEntry("image", null)
                .containsEntry("url", "http://m1:8080/ui/#/apps/%2Fshop%2Forders-canary");
    }

    @Test
    void tellsThatNothingRuns() {
        ServiceRow row = new ServiceRow(
                new ServiceStatus(
                        AppId.of("/orders"), Optional.empty(), Optional.empty(), Map.of(), Optional.of("lb1 is away")),
                "http://m1:8080");

        assertThat(exported(row))
                .containsEntry("stable", null)
                .containsEntry("canary", null)
                .containsEntry("trouble", "lb1 is away");
    }

    private static List<String> named(Map<String, Integer> visibilities, int visibility) {
        return visibilities.entrySet().stream()
                .filter(entry -> entry.getValue() == visibility)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Integer> visibilities(Class<?> bean) {
        int usual = bean.getAnnotation(ExportedBean.class).defaultVisibility();
        return getters(bean).collect(toMap(ExportTest::property, getter -> {
            int own = getter.getAnnotation(Exported.class).visibility();
            return own == 0 ? usual : own;
        }));
    }

    private static Map<String, @Nullable Object> exported(@Nullable Object bean) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        getters(Objects.requireNonNull(bean).getClass()).forEach(getter -> {
            try {
                values.put(property(getter), getter.invoke(bean));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(e);
            }
        });
        return values;
    }

    private static Stream<Method> getters(Class<?> bean) {
        return Arrays.stream(bean.getMethods()).filter(method -> method.isAnnotationPresent(Exported.class));
    }

    private static String property(Method getter) {
        String name = getter.getName().replaceFirst("^(get|is)", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
