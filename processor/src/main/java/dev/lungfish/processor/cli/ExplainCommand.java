package dev.lungfish.processor.cli;

import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.NearMiss;
import dev.lungfish.processor.RulePages;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the page of one rule. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Shows the page of a rule: what it means, examples, repairs.")
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "KEY", description = "The key of the rule, as in 'use.after.move'.", completionCandidates = RuleKeys.class)
    private String key;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> keys = RuleCatalog.all().stream().map(Rule::key).toList();
        String bare = key.startsWith("lungfish:") ? key.substring("lungfish:".length()) : key.replaceAll("^\\[|]$", "");
        Rule rule = RuleCatalog.find(bare).orElseThrow(() -> new InputException("no rule '" + bare + "'" + NearMiss.hint(bare, keys)
                + " 'lungfish rules' lists all"));
        terminal.out().println(new MarkdownText(terminal).render(RulePages.markdown(rule)));
        return Main.OK;
    }

    /** The keys, for completion in a shell. */
    static final class RuleKeys implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return RuleCatalog.all().stream().map(Rule::key).iterator();
        }
    }
}
