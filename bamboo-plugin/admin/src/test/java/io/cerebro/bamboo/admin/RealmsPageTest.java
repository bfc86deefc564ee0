package io.cerebro.bamboo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
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
import org.junit.jupiter.api.Test;

/** The page, rendered with macros that stand in for Bamboo's own. */
class RealmsPageTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String WW = """
            [#macro text name]${texts[name]}[/#macro]
            [#macro form action namespace submitLabelKey cancelUri]<form action="${namespace}/${action}">[#nested] ${submitLabelKey}</form>[/#macro]
            [#macro textfield labelKey descriptionKey name cssClass required='false']
            <input name="${name}" value="${.data_model[name]}"> ${texts[labelKey]} | ${texts[descriptionKey]}[/#macro]
            [#macro textarea labelKey descriptionKey name rows cssClass]
            <textarea name="${name}">${.data_model[name]}</textarea> ${texts[labelKey]} | ${texts[descriptionKey]}[/#macro]
            """;
    private static final String UI = "[#macro messageBox type]<${type}>[#nested]</${type}>[/#macro]";

    @Test
    void showsTheRealmsAndNothingElseAtFirst() throws Exception {
        assertThat(page("realms: {}", "", false))
                .contains(
                        "<form action=\"/admin/saveCerebroRealms\">", "<textarea name=\"realms\">realms: {}</textarea>")
                .doesNotContain("<error>", "<success>");
    }

    @Test
    void showsWhatIsWrongAsText() throws Exception {
        assertThat(page("realms: {}", "no field '<script>'", false))
                .contains("<error>no field &#39;&lt;script&gt;&#39;</error>")
                .doesNotContain("<success>");
    }

    @Test
    void saysThatItIsSaved() throws Exception {
        assertThat(page("realms: {}", "", true)).contains("<success>Saved. The next task works with it.</success>");
    }

    @Test
    void showsWhatATestedRealmHasAnsweredAsText() throws Exception {
        assertThat(page(Map.of("answers", List.of("Marathon <1>"), "troubles", List.of("no & never"), "realm", "prod")))
                .contains(
                        "<success>Marathon &lt;1&gt;</success>",
                        "<error>no &amp; never</error>",
                        "<form action=\"/admin/testCerebroRealms\">",
                        "<input name=\"realm\" value=\"prod\">",
                        "<input name=\"service\" value=\"\">");
    }

    @Test
    void usesEveryTextAndNoneThatIsMissing() throws Exception {
        Set<String> used = new TreeSet<>();
        for (String file : new String[] {"templates/cerebro-realms.ftl", "atlassian-plugin.xml"}) {
            Pattern.compile("cerebro\\.admin[a-z.]*")
                    .matcher(Files.readString(RESOURCES.resolve(file)))
                    .results()
                    .forEach(match -> used.add(match.group()));
        }
        assertThat(texts().stringPropertyNames()).isEqualTo(used);
        texts().forEach((key, text) ->
                assertThat((String) text).matches("[ -~]+").doesNotContain("'", "{", "}", "<", "&", "\""));
    }

    private static Properties texts() throws java.io.IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("cerebro-admin.properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static String page(String realms, String problem, boolean saved) throws Exception {
        return page(Map.of("realms", realms, "problem", problem, "saved", saved));
    }

    private static String page(Map<String, Object> shown) throws Exception {
        Map<String, Object> model = new HashMap<>(Map.of(
                "realms",
                "",
                "problem",
                "",
                "saved",
                false,
                "answers",
                List.of(),
                "troubles",
                List.of(),
                "realm",
                "",
                "service",
                "",
                "texts",
                texts()));
        model.putAll(shown);
        StringTemplateLoader macros = new StringTemplateLoader();
        macros.putTemplate("ww.ftl", WW);
        macros.putTemplate("ui.ftl", UI);
        Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
        freemarker.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
            macros, new FileTemplateLoader(RESOURCES.resolve("templates").toFile())
        }));
        freemarker.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        freemarker.addAutoImport("ww", "ww.ftl");
        freemarker.addAutoImport("ui", "ui.ftl");
        StringWriter page = new StringWriter();
        freemarker.getTemplate("cerebro-realms.ftl").process(model, page);
        return page.toString();
    }
}
