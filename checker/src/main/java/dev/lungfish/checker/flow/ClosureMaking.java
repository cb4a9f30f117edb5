package dev.lungfish.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.Portion;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Lowers the place where a lambda or method reference is written: what it captures is joined to it, or shared with others like it. */
record ClosureMaking(Translator translator, ElementTable elements, Body body) {
    void make(FunctionalInterfaceNode node, Lowered out) {
        Closure closure = translator.closures().of(node);
        int made = elements.of(node);
        if (outlivesTheMethod(node)) {
            for (Summary.Requirement need : closure.summary().required()) {
                out.add(new RegionOp.Report("region.not.open", "region.not.open.later", List.of(need.name(), need.region().shown()), Certainty.WITNESSED,
                        translator.site(node.getTree(), made, "step.captured").at(need.at(), made)));
            }
        }
        List<Map.Entry<Integer, Integer>> captures = closure.captured().entrySet().stream().filter(c -> closure.summary().touches(c.getKey())).toList();
        if (!captures.isEmpty()) {
            out.add(new RegionOp.Fresh(made, Label.FREE));
        }
        captures.forEach(capture -> capture(node, closure, capture.getKey(), capture.getValue(), out));
    }

    private void capture(FunctionalInterfaceNode node, Closure closure, int formal, int captured, Lowered out) {
        Portion portion = closure.portions().get(formal);
        if (portion != null) {
            out.add(new RegionOp.Share(elements.of(node), captured, portion));
            return;
        }
        Site site = translator.site(node.getTree(), captured, "step.captured");
        Access access = closure.summary().onlyReads(formal) ? Access.READ : Access.UNKNOWN;
        out.add(new RegionOp.Use(captured, access, closure.summary().touches().of(formal), site));
        out.add(new RegionOp.Merge(elements.of(node), captured, site));
    }

    /** A body that is returned or put into a field runs later, when nothing that is held here need be held. */
    private boolean outlivesTheMethod(FunctionalInterfaceNode node) {
        TreePath path = translator.closures().pathOf(node.getTree());
        Tree around = path == null ? null : path.getParentPath().getLeaf();
        return around instanceof ReturnTree && !body.isLambda()
                || around instanceof AssignmentTree assignment
                && TreeUtils.elementFromUse(assignment.getVariable()) instanceof VariableElement variable
                && variable.getKind() == ElementKind.FIELD;
    }
}
