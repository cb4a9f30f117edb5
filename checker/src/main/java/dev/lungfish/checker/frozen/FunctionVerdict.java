package dev.lungfish.checker.frozen;

import com.sun.source.util.TreePath;

/** Whether a lambda, method reference, local, anonymous or inner class takes along only what is frozen. */
public final class FunctionVerdict {
    private final TypeVerdicts verdicts;

    public FunctionVerdict(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * The verdict on what is captured.
     *
     * @param name how the path begins
     * @param root the lambda, the method reference or the class body
     */
    public FrozenVerdict of(String name, TreePath root, Reading reading) {
        return verdicts.frozenTypes().verdict(name, verdicts.captures().of(root, reading), reading);
    }
}
