package io.jenkins.plugins.cerebro.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The sample of configuration as code has every field, and none that is not there. */
class DocumentationTest {
    private static final Path PAGE = Path.of("../../docs/jenkins/configuration.md");

    @Test
    void showsEveryFieldOfARealm() throws IOException {
        JsonNode realm = sample().at("/unclassified/cerebro/realms/0");

        assertThat(keys(realm)).isEqualTo(fields(RealmConfiguration.class));
        assertThat(keys(realm.at("/marathon"))).isEqualTo(fields(MarathonConfiguration.class));
        assertThat(keys(realm.at("/registry"))).isEqualTo(fields(RegistryConfiguration.class));
        assertThat(keys(realm.at("/router/haproxy"))).isEqualTo(fields(HaproxyConfiguration.class));
        assertThat(keys(realm.at("/router/haproxy/loadBalancers/0")))
                .isEqualTo(fields(LoadBalancerConfiguration.class));
        assertThat(keys(realm.at("/limits"))).isEqualTo(fields(LimitsConfiguration.class));
        assertThat(keys(realm.at("/variables/0"))).isEqualTo(fields(VariableConfiguration.class));
        assertThat(keys(realm.at("/environment/0"))).isEqualTo(fields(VariableConfiguration.class));
        assertThat(keys(realm.at("/syslog"))).isEqualTo(fields(SyslogConfiguration.class));
        assertThat(keys(realm.at("/stages"))).isEqualTo(fields(StagesConfiguration.class));
        assertThat(keys(realm.at("/timeouts"))).isEqualTo(fields(TimeoutsConfiguration.class));
        assertThat(keys(realm.at("/gate"))).isEqualTo(fields(GateConfiguration.class));
        assertThat(keys(realm.at("/mesos"))).isEqualTo(fields(MesosConfiguration.class));
        assertThat(keys(realm.at("/newRelic"))).isEqualTo(fields(NewRelicConfiguration.class));
        assertThat(keys(realm.at("/audit"))).isEqualTo(fields(AuditConfiguration.class));
    }

    @Test
    void showsEveryFieldOfConsulTemplate() throws IOException {
        Matcher block = Pattern.compile("(?s)```yaml\n( +router:\n +consulTemplate:\n.*?)```")
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();

        JsonNode consul = new YAMLMapper().readTree(block.group(1)).at("/router/consulTemplate");
        assertThat(keys(consul)).isEqualTo(fields(ConsulTemplateConfiguration.class));
        assertThat(keys(consul.at("/loadBalancers/0"))).isEqualTo(fields(RenderedHaproxyConfiguration.class));
    }

    @Test
    void showsEveryFieldOfMarathonLb() throws IOException {
        Matcher block = Pattern.compile("(?s)```yaml\n( +router:\n +marathonLb:\n.*?)```")
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();

        JsonNode lb = new YAMLMapper().readTree(block.group(1)).at("/router/marathonLb");
        assertThat(keys(lb)).isEqualTo(fields(MarathonLbConfiguration.class));
    }

    private static JsonNode sample() throws IOException {
        Matcher block = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return new YAMLMapper().readTree(block.group(1));
    }

    private static SortedSet<String> keys(JsonNode node) {
        SortedSet<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static SortedSet<String> fields(Class<?> type) {
        SortedSet<String> fields = new TreeSet<>();
        Arrays.stream(type.getConstructors())
                .filter(constructor -> constructor.isAnnotationPresent(DataBoundConstructor.class))
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .map(Parameter::getName)
                .forEach(fields::add);
        Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .map(method -> method.getName().substring(3, 4).toLowerCase(Locale.ROOT)
                        + method.getName().substring(4))
                .forEach(fields::add);
        return fields;
    }
}
