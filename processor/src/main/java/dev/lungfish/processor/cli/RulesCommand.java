package dev.lungfish.processor.cli;

import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the catalogue. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists all rules: key, heaviest level, what it says.")
final class RulesCommand implements Callable<Integer> {
    private final Terminal terminal;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Rule> rules = RuleCatalog.all();
        int width = rules.stream().mapToInt(rule -> rule.key().length()).max().orElse(0);
        for (Rule rule : rules) {
            String key = rule.key() + " ".repeat(width - rule.key().length());
            String level = rule.level().word() + " ".repeat("warning".length() - rule.level().word().length());
            terminal.out().println(terminal.bold(key) + "  " + terminal.level(rule.level(), level) + "  " + rule.says());
        }
        return Main.OK;
    }
}
