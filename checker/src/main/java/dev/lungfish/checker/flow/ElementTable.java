package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Claim;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.NullChkNode;
import org.checkerframework.nullaway.dataflow.cfg.node.SuperNode;
import org.checkerframework.nullaway.dataflow.cfg.node.SwitchExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.TernaryExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ThisNode;
import org.checkerframework.nullaway.dataflow.cfg.node.TypeCastNode;
import org.checkerframework.nullaway.javacutil.ElementUtils;

/**
 * The numbers of the tracked names of one body: formals first, then the result, locals and slots, and temporaries from
 * {@link RegionOp#FIRST_TEMPORARY} on. Numbers are given in the order in which names are met, which is the order of the graph.
 */
final class ElementTable {
    private final Body body;
    private final int result;
    private final Map<VariableElement, Integer> locals = new HashMap<>();
    private final Map<Node, Integer> temporaries = new IdentityHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<Integer, Integer> parts = new HashMap<>();
    private final Map<String, Integer> homes = new HashMap<>();
    private final Map<String, Integer> loans = new HashMap<>();
    private final Set<LoanGroup> loanGroups = new TreeSet<>();
    private final List<String> names = new ArrayList<>();
    private final Map<Integer, Supplier<String>> temporaryNames = new HashMap<>();
    private final Map<VariableElement, Integer> walked = new HashMap<>();
    private final Map<Integer, Integer> sources = new HashMap<>();
    private final Map<Integer, TypeMirror> types = new HashMap<>();
    private final Set<Integer> pinned = new TreeSet<>();

    ElementTable(Body body) {
        this.body = body;
        pin("this");
        for (VariableElement parameter : body.parameters()) {
            pin(parameter.getSimpleName().toString());
        }
        for (VariableElement capture : body.captures()) {
            pin(capture.getSimpleName().toString());
        }
        pin("the enclosing object");
        this.result = pin("the result");
    }

    /** The body whose elements these are. */
    Body body() {
        return body;
    }

    private int pin(String name) {
        names.add(name);
        pinned.add(names.size() - 1);
        return names.size() - 1;
    }

    int result() {
        return result;
    }

    /** Whether it is a formal as the caller gave it; the variable of a parameter is another element. */
    boolean isFormal(int element) {
        return element >= 0 && element < result;
    }

    boolean isPinned(int element) {
        return pinned.contains(element);
    }

    /** The element of a local variable, parameter or captured variable. */
    int local(VariableElement variable) {
        Integer known = locals.get(variable);
        if (known == null) {
            names.add(variable.getSimpleName().toString());
            known = names.size() - 1;
            locals.put(variable, known);
            types.put(known, variable.asType());
        }
        return known;
    }

    /** Whether the element is a variable that never gets another value. */
    boolean isNamedOnce(int element) {
        return locals.entrySet().stream().anyMatch(local -> local.getValue() == element && ElementUtils.isEffectivelyFinal(local.getKey()));
    }

    /** The element of an owning slot, by its path. */
    int slot(String path, String shown) {
        return slots.computeIfAbsent(path, p -> pin(shown));
    }

    /** What the container of this element holds, where that may be somebody else's than the container. */
    int partsOf(int container) {
        return parts.computeIfAbsent(container, c -> {
            names.add(nameOf(c));
            return names.size() - 1;
        });
    }

    /** What a guarded field alone leads to, by its path. */
    int homeOf(String path) {
        return home("field " + path);
    }

    /** All of a region's content to which one claim holds, but what single fields alone lead to. */
    int homeOf(RegionKey region, Claim claim) {
        return home("rest of " + region + claim);
    }

    /** All that a region owns, but what single fields alone lead to. */
    int homeOf(RegionKey region) {
        return homeOf(region, Claim.OWNED);
    }

    private int home(String of) {
        Integer known = homes.get(of);
        if (known == null) {
            known = pin("the value");
            homes.put(of, known);
        }
        return known;
    }

    /** Whether the element stands for a part of a region's content. */
    boolean isHome(int element) {
        return homes.containsValue(element);
    }

    /** Something that is lent to whoever a parameter stands for, so that the end of the body shows whether it was waited for. */
    int loanTo(String parameter) {
        return loans.computeIfAbsent(parameter, p -> pin("what " + p + " has"));
    }

    /** The same if it is lent at all, otherwise {@link RegionOp#NONE}. */
    int knownLoanTo(String parameter) {
        return loans.getOrDefault(parameter, RegionOp.NONE);
    }

    /** The same of what the body waits for together. */
    int loanTo(LoanGroup group) {
        loanGroups.add(group);
        return loanTo(group.name());
    }

    /** What the body waits for together, as far as it has been met. */
    Set<LoanGroup> loanGroups() {
        return loanGroups;
    }

    Map<String, Integer> slots() {
        return slots;
    }

    /** The variable gets the elements of this collection, one after the other. */
    void walks(VariableElement variable, int collection) {
        walked.put(variable, collection);
    }

    /** The graph's own name of an iterator or array, and the collection or array of the source. */
    void goesThrough(int walker, int collection) {
        sources.put(walker, collection);
    }

    /** What the walker goes through, or {@link RegionOp#NONE}. */
    int sourceOf(int walker) {
        return sources.getOrDefault(walker, RegionOp.NONE);
    }

    /** The collection whose elements the variable gets one after the other, or null. */
    Integer walkOf(VariableElement variable) {
        return walked.get(variable);
    }

    /** The element of a value without a name. */
    int temporary(Node node, Supplier<String> name) {
        Integer known = temporaries.get(node);
        if (known == null) {
            known = RegionOp.FIRST_TEMPORARY + temporaries.size();
            temporaries.put(node, known);
            temporaryNames.put(known, name);
            types.put(known, node.getType());
        }
        return known;
    }

    /** The element of an expression's value; whether it is in the partition is another question. */
    int of(Node node) {
        if (node instanceof LocalVariableNode local) {
            return local(local.getElement());
        } else if (node instanceof ThisNode || node instanceof SuperNode) {
            return Hierarchy.isInside(node.getType(), body.type()) ? 0 : body.outerFormal();
        } else if (node instanceof TypeCastNode cast) {
            return of(cast.getOperand());
        } else if (node instanceof NullChkNode check) {
            return of(check.getOperand());
        } else if (node instanceof AssignmentNode assignment) {
            return of(assignment.getExpression());
        } else if (node instanceof TernaryExpressionNode ternary) {
            return of(ternary.getTernaryExpressionVar());
        } else if (node instanceof SwitchExpressionNode choice) {
            return of(choice.getSwitchExpressionVar());
        }
        return temporary(node, () -> Naming.describe(node));
    }

    /** The static type of a value; null for a formal as the caller gave it. */
    TypeMirror typeOf(int element) {
        return types.get(element);
    }

    /** The name in the source, or a description. */
    String nameOf(int element) {
        if (element < 0) {
            return "the value";
        }
        if (element < RegionOp.FIRST_TEMPORARY && names.get(element).contains("#")) {
            // A variable that the graph made up, for a conditional expression or an iterator.
            return "the value";
        }
        if (element >= RegionOp.FIRST_TEMPORARY) {
            Supplier<String> name = temporaryNames.get(element);
            return name == null ? "the value" : name.get();
        }
        String name = names.get(element);
        boolean described = element == result || element == body.outerFormal() || name.startsWith("the ");
        return element == 0 ? "'this'" : described ? name : "'" + name + "'";
    }
}
