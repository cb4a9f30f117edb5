package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.BooleanLiteralNode;
import org.checkerframework.nullaway.dataflow.cfg.node.EqualToNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.NotEqualNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ValueLiteralNode;
import org.checkerframework.nullaway.dataflow.cfg.node.WideningConversionNode;

/**
 * Lowers what happens to boolean locals, to stamps (numbers that say by not being zero that a lock was taken), and to a boolean result. No lambda
 * sees a local that is assigned again, so what is known of one holds until the next assignment.
 */
record Booleans(ElementTable elements) {
    /** Whether what is known of a local of this type is followed. */
    static boolean follows(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN || type.getKind() == TypeKind.LONG;
    }

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
        out.ifTrue(new RegionOp.Fact(element, true));
        out.ifFalse(new RegionOp.Fact(element, false));
    }

    /** A test whether a stamp is zero. */
    void tested(BinaryOperationNode test, Lowered out) {
        boolean isEqual = test instanceof EqualToNode;
        if ((isEqual || test instanceof NotEqualNode) && isZero(test.getRightOperand()) && variableOf(test.getLeftOperand()) instanceof LocalVariableNode local
                && local.getType().getKind() == TypeKind.LONG) {
            out.ifTrue(new RegionOp.Assume(elements.local(local.getElement()), !isEqual));
            out.ifFalse(new RegionOp.Assume(elements.local(local.getElement()), isEqual));
        }
    }

    private static Node variableOf(Node value) {
        return value instanceof AssignmentNode assignment ? assignment.getTarget() : value;
    }

    private static boolean isZero(Node node) {
        Node bare = node instanceof WideningConversionNode wide ? wide.getOperand() : node;
        return bare instanceof ValueLiteralNode literal && literal.getValue() instanceof Number number && number.doubleValue() == 0;
    }

    private static void shown(int element, Lowered out) {
        out.ifTrue(new RegionOp.Assume(element, true));
        out.ifFalse(new RegionOp.Assume(element, false));
    }

    void assigned(VariableElement variable, Node value, Lowered out) {
        int element = elements.local(variable);
        if (variable.asType().getKind() == TypeKind.LONG) {
            if (value instanceof MethodInvocationNode) {
                out.decides(element);
            } else {
                out.add(new RegionOp.Decide(element, null));
            }
            return;
        }
        if (!(value instanceof BooleanLiteralNode literal)) {
            out.decides(element);
            shown(element, out);
            return;
        }
        out.add(new RegionOp.Decide(element, literal.getValue()));
        out.add(new RegionOp.Fact(element, null));
        out.add(new RegionOp.Fact(element, literal.getValue()));
    }

    void returned(Node value, Lowered out) {
        Boolean literal = value instanceof BooleanLiteralNode constant ? constant.getValue() : null;
        out.add(new RegionOp.Outcome(elements.result(), elements.of(value), literal));
        Node held = variableOf(value);
        if (literal != null) {
            out.add(new RegionOp.Decide(elements.result(), literal));
        } else if (held instanceof LocalVariableNode local) {
            out.add(new RegionOp.Returning(elements.result(), elements.local(local.getElement())));
        } else {
            out.decides(elements.result());
        }
    }
}
