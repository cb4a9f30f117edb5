package dev.lungfish.checker.flow;

import com.sun.source.tree.Tree;
import dev.lungfish.checker.region.Portion;
import dev.lungfish.checker.region.SourcePoint;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Code as a value: a lambda, a method reference or the body of an anonymous class, with what it takes from around it.
 *
 * @param tree where it is written
 * @param summary what one run does; its formals: 0 unused, parameters from 1, then captures
 * @param parameters how many parameters a run gets
 * @param captured which element of the creating body each captured formal is
 * @param portions what a run touches of captured formals to which it is not joined
 * @param latches the latches that every run counts down as its last act
 * @param at where it stands
 */
record Closure(Tree tree, Summary summary, int parameters, Map<Integer, Integer> captured, Map<Integer, Portion> portions, Set<LoanGroup> latches, SourcePoint at) {
    /** What the closure captures without being joined to it. */
    Set<Integer> apart() {
        return portions.keySet().stream().map(captured::get).collect(Collectors.toSet());
    }

    /** Whether a run only reads what it captured. */
    boolean onlyReads() {
        return captured.keySet().stream().allMatch(summary::onlyReads);
    }
}
