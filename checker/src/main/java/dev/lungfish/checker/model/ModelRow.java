package dev.lungfish.checker.model;

import java.util.List;

/**
 * One row about a method whose effects have not been looked at yet: most rows of a shipped file are never asked for.
 * Immutable but for the remembered model, which is a value: computing it twice does no harm.
 */
final class ModelRow {
    private final String file;
    private final int line;
    private final String owner;
    private final String name;
    private final List<String> params;
    private final String effects;
    private final String reason;
    private final int since;
    private MethodModel model;

    ModelRow(String file, int line, String owner, String name, List<String> params, String effects, String reason, int since) {
        this.file = file;
        this.line = line;
        this.owner = owner;
        this.name = name;
        this.params = params;
        this.effects = effects;
        this.reason = reason;
        this.since = since;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    /** Null: any. */
    List<String> params() {
        return params;
    }

    /** The oldest release that has the method; 0 if every supported one has. */
    int since() {
        return since;
    }

    String where() {
        return file + ":" + line;
    }

    String signature() {
        return owner + "#" + name + (params == null ? "" : "(" + String.join(",", params) + ")");
    }

    MethodModel model() {
        MethodModel known = model;
        if (known == null) {
            try {
                known = new MethodModel(owner, name, params, EffectParser.parse(effects), reason);
            } catch (IllegalArgumentException e) {
                throw new ModelFormatException(file, line, e.getMessage());
            }
            model = known;
        }
        return known;
    }
}
