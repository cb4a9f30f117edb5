package dev.lungfish.processor.cli;

import dev.lungfish.processor.Options;
import dev.lungfish.processor.Session;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes the commands and hands each the terminal. */
final class CommandFactory implements CommandLine.IFactory {
    private final Terminal terminal;
    private final Function<Options, Session> sessions;

    CommandFactory(Terminal terminal, Function<Options, Session> sessions) {
        this.terminal = terminal;
        this.sessions = sessions;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(terminal, sessions));
        }
        if (type == RulesCommand.class) {
            return type.cast(new RulesCommand(terminal));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(terminal));
        }
        if (type == BaselineCommand.class) {
            return type.cast(new BaselineCommand(terminal));
        }
        if (type == MergeCommand.class) {
            return type.cast(new MergeCommand(terminal));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
