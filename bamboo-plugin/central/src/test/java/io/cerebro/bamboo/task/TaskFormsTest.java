package io.cerebro.bamboo.task;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The templates of the forms, rendered with macros that stand in for Bamboo's own. */
class TaskFormsTest {
    private static final Path RESOURCES = Path.of("../src/main/resources");
    private static final String WW = """
            [#macro control kind attributes]
            <${kind} name="${attributes.name}" required="${attributes.required!'false'}" value="${(.data_model[attributes.name])!''}">\
            ${texts[attributes.labelKey]} | ${texts[attributes.descriptionKey]}\
            [#if attributes.list??][#list attributes.list?keys as key] (${key})[/#list][/#if]
            [/#macro]
            [#macro textfield labelKey descriptionKey name required='false' cssClass='']
            [@control 'text' {'name': name, 'labelKey': labelKey, 'descriptionKey': descriptionKey, 'required': required}/][/#macro]
            [#macro textarea labelKey descriptionKey name rows cssClass='']
            [@control 'lines' {'name': name, 'labelKey': labelKey, 'descriptionKey': descriptionKey}/][/#macro]
            [#macro checkbox labelKey descriptionKey name]
            [@control 'flag' {'name': name, 'labelKey': labelKey, 'descriptionKey': descriptionKey}/][/#macro]
            [#macro select labelKey descriptionKey name list listKey listValue]
            [@control 'choice' {'name': name, 'labelKey': labelKey, 'descriptionKey': descriptionKey, 'list': list}/][/#macro]
            """;
    private static final String UI = """
            [#macro bambooSection titleKey]
            <section> ${texts[titleKey]}
            [#nested]
            </section>
            [/#macro]
            """;

    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
    private final Properties texts = new Properties();

    @BeforeEach
    void read() throws IOException {
        StringTemplateLoader macros = new StringTemplateLoader();
        macros.putTemplate("ww.ftl", WW);
        macros.putTemplate("ui.ftl", UI);
        freemarker.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
            macros, new FileTemplateLoader(RESOURCES.resolve("templates").toFile())
        }));
        freemarker.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        freemarker.addAutoImport("ww", "ww.ftl");
        freemarker.addAutoImport("ui", "ui.ftl");
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("cerebro.properties"))) {
            texts.load(reader);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showEveryFieldWithItsValueAndHelp(TaskKind kind) throws Exception {
        Map<String, Object> context = new HashMap<>();
        TaskFormTest.form(kind).populateContextForEdit(context, TaskFormTest.definition(Texts.right(kind)));

        List<String> shown = render(kind, context)
                .lines()
                .filter(line -> line.startsWith("<") && line.contains("name="))
                .toList();

        assertThat(shown)
                .containsExactlyElementsOf(kind.fields().stream()
                        .map(field -> shown(field, Texts.right(kind).getOrDefault(field.key(), field.initial())))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void renderANewTask(TaskKind kind) throws Exception {
        Map<String, Object> context = new HashMap<>();
        TaskFormTest.form(kind).populateContextForCreate(context);

        assertThat(render(kind, context)).contains("name=\"cerebroRealm\" required=\"true\" value=\"\"");
    }

    @ParameterizedTest
    @EnumSource
    void nameEachDefaultInTheHelp(TaskKind kind) {
        for (Field field : kind.fields()) {
            String help = text("cerebro.field." + field.key() + ".description");
            if (field.isRequired()) {
                assertThat(help)
                        .endsWith("Must be given.")
                        .contains("such as " + field.example().orElseThrow());
            } else {
                assertThat(help).contains("Default: ").contains(field.byDefault());
            }
            assertThat(help.contains("that of the realm"))
                    .as(field.key())
                    .isEqualTo(field.override().isPresent());
        }
        assertThat(text("cerebro.task." + kind.moduleKey())).isEqualTo(kind.title());
        assertThat(text("cerebro.task." + kind.moduleKey() + ".description")).isNotBlank();
    }

    /** What a template or a module descriptor names is there, and nothing else is. */
    @Test
    void useEveryTextAndNoneThatIsMissing() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path template : templates()) {
            Pattern.compile("[a-z]+Key='([^']+)'")
                    .matcher(Files.readString(template))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> key.contains("."))
                    .forEach(used::add);
        }
        for (TaskKind kind : TaskKind.values()) {
            used.add("cerebro.task." + kind.moduleKey());
            used.add("cerebro.task." + kind.moduleKey() + ".description");
        }

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(templates())
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Stream.of(TaskKind.values())
                        .map(kind -> "cerebro-" + kind.moduleKey() + ".ftl")
                        .toList());
    }

    /** Bamboo formats texts, so these would be taken for more than themselves. */
    @Test
    void haveTextsThatBambooShowsAsTheyAre() {
        texts.forEach((key, text) -> assertThat((String) text)
                .as("%s", key)
                .matches("[ -~]+")
                .doesNotContain("'", "{", "}", "<", "&", "\""));
    }

    private String shown(Field field, String value) {
        String choices = field.type() == Field.Type.CHOICE
                ? Stream.concat(field.override().isPresent() ? Stream.of("") : Stream.of(), field.choices().stream())
                        .map(choice -> " (" + choice + ")")
                        .collect(Collectors.joining())
                : "";
        String kind = field.type().name().toLowerCase(java.util.Locale.ROOT);
        return "<" + kind + " name=\"" + field.parameter() + "\" required=\"" + field.isRequired() + "\" value=\""
                + value.lines().findFirst().orElse("")
                + (value.contains("\n")
                        ? ""
                        : "\">" + text("cerebro.field." + field.key()) + " | "
                                + text("cerebro.field." + field.key() + ".description") + choices);
    }

    private String text(String key) {
        return java.util.Objects.requireNonNull(texts.getProperty(key), key);
    }

    private String render(TaskKind kind, Map<String, Object> context) throws IOException, TemplateException {
        context.put("texts", texts);
        StringWriter page = new StringWriter();
        freemarker.getTemplate("cerebro-" + kind.moduleKey() + ".ftl").process(context, page);
        return page.toString();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".ftl")).toList();
        }
    }
}
