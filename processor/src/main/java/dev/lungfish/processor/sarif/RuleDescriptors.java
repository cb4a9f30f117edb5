package dev.lungfish.processor.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.processor.RulePages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The catalogue as SARIF tells it: one descriptor per rule, in the order of the table, help from its page. Holds no state. */
final class RuleDescriptors {
    private RuleDescriptors() {
    }

    /** All descriptors. */
    static Set<ReportingDescriptor> all() {
        Set<ReportingDescriptor> all = new LinkedHashSet<>();
        RuleCatalog.all().forEach(rule -> all.add(descriptor(rule)));
        return all;
    }

    /** The place of a rule in {@link #all}, or -1. */
    static int indexOf(String key) {
        List<Rule> rules = RuleCatalog.all();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static ReportingDescriptor descriptor(Rule rule) {
        String page = RulePages.markdown(rule);
        ReportingDescriptor descriptor = new ReportingDescriptor();
        descriptor.setId(rule.key());
        descriptor.setName(pascalCase(rule.key()));
        descriptor.setShortDescription(text(Sentences.sentence(rule.says())));
        descriptor.setFullDescription(text(firstParagraph(page, Sentences.sentence(rule.says()))));
        MultiformatMessageString help = text(plain(page));
        help.setMarkdown(page);
        descriptor.setHelp(help);
        ReportingConfiguration configuration = new ReportingConfiguration();
        configuration.setLevel(ReportingConfiguration.Level.fromValue(rule.level().word()));
        descriptor.setDefaultConfiguration(configuration);
        descriptor.setProperties(properties(rule));
        return descriptor;
    }

    private static PropertyBag properties(Rule rule) {
        Set<String> tags = new LinkedHashSet<>(List.of("concurrency"));
        for (String weakness : rule.cwe()) {
            tags.add(weakness);
            tags.add("external/cwe/" + weakness.toLowerCase(Locale.ROOT));
        }
        PropertyBag properties = new PropertyBag();
        properties.setTags(tags);
        properties.setAdditionalProperty("precision", rule.level() == Level.ERROR ? "high" : "medium");
        properties.setAdditionalProperty("problem.severity", switch (rule.level()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "recommendation";
        });
        properties.setAdditionalProperty("since", rule.since());
        return properties;
    }

    private static MultiformatMessageString text(String text) {
        MultiformatMessageString message = new MultiformatMessageString();
        message.setText(text);
        return message;
    }

    private static String pascalCase(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("\\.")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static String firstParagraph(String page, String otherwise) {
        for (String paragraph : page.split("\n\\s*\n")) {
            String text = paragraph.strip();
            if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("```") && !text.startsWith("|") && !text.startsWith("-")) {
                return plain(text).replace('\n', ' ');
            }
        }
        return otherwise;
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("(?m)^```.*\n?", "").replaceAll("(?m)^#+ ", "").replaceAll("\\[([^\\]]+)]\\([^)]+\\)", "$1")
                .replace("**", "").replace("`", "").strip();
    }
}
