package dev.lungfish.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lungfish as a javac plugin: {@code -Xplugin:Lungfish NAME=VALUE ...}. Works under {@code -proc:none}. Options
 * given as {@code -Alungfish.NAME=VALUE} count as well; those given here win.
 */
public final class LungfishPlugin implements Plugin {
    @Override
    public String getName() {
        return "Lungfish";
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            given.put(equals < 0 ? argument : argument.substring(0, equals), equals < 0 ? "" : argument.substring(equals + 1));
        }
        Installation.install(task, given, null, null);
    }
}
