package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.BooleanLiteralNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.ElementUtils;

/**
 * Lowers what happens to boolean locals and to a boolean result. No lambda sees a local that is assigned again, so what is known of one holds
 * until the next assignment; what guards hand-overs are effectively final ones only.
 */
record Booleans(ElementTable elements) {
    void declared(VariableElement variable, Lowered out) {
        out.add(new RegionOp.Fact(elements.local(variable), null));
        out.add(new RegionOp.Decide(elements.local(variable), null));
    }

    void read(LocalVariableNode local, Lowered out) {
        if (local.getType().getKind() != TypeKind.BOOLEAN || local.isLValue()) {
            return;
        }
        int element = elements.local(local.getElement());
        shown(element, out);
        if (ElementUtils.isEffectivelyFinal(local.getElement())) {
            out.ifTrue(new RegionOp.Fact(element, true));
            out.ifFalse(new RegionOp.Fact(element, false));
        }
    }

    private static void shown(int element, Lowered out) {
        out.ifTrue(new RegionOp.Assume(element, true));
        out.ifFalse(new RegionOp.Assume(element, false));
    }

    void assigned(VariableElement variable, Node value, Lowered out) {
        int element = elements.local(variable);
        if (!(value instanceof BooleanLiteralNode literal)) {
            out.decides(element);
            shown(element, out);
            return;
        }
        out.add(new RegionOp.Decide(element, literal.getValue()));
        if (ElementUtils.isEffectivelyFinal(variable)) {
            out.add(new RegionOp.Fact(element, literal.getValue()));
        }
    }

    void returned(Node value, Lowered out) {
        Boolean literal = value instanceof BooleanLiteralNode constant ? constant.getValue() : null;
        out.add(new RegionOp.Outcome(elements.result(), elements.of(value), literal));
        Node held = value instanceof AssignmentNode assignment ? assignment.getTarget() : value;
        if (literal != null) {
            out.add(new RegionOp.Decide(elements.result(), literal));
        } else if (held instanceof LocalVariableNode local) {
            out.add(new RegionOp.Returning(elements.result(), elements.local(local.getElement())));
        } else {
            out.decides(elements.result());
        }
    }
}
