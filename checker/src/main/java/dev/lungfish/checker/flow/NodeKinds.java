package dev.lungfish.checker.flow;

import java.util.Set;
import org.checkerframework.nullaway.dataflow.cfg.node.AnyPatternNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ArrayTypeNode;
import org.checkerframework.nullaway.dataflow.cfg.node.AssertionErrorNode;
import org.checkerframework.nullaway.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.CatchMarkerNode;
import org.checkerframework.nullaway.dataflow.cfg.node.CaseNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ClassDeclarationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ClassNameNode;
import org.checkerframework.nullaway.dataflow.cfg.node.DeconstructorPatternNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ExpressionStatementNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MarkerNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.NarrowingConversionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.NullChkNode;
import org.checkerframework.nullaway.dataflow.cfg.node.PackageNameNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ParameterizedTypeNode;
import org.checkerframework.nullaway.dataflow.cfg.node.PrimitiveTypeNode;
import org.checkerframework.nullaway.dataflow.cfg.node.SuperNode;
import org.checkerframework.nullaway.dataflow.cfg.node.SwitchExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.TernaryExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ThisNode;
import org.checkerframework.nullaway.dataflow.cfg.node.TypeCastNode;
import org.checkerframework.nullaway.dataflow.cfg.node.UnaryOperationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ValueLiteralNode;
import org.checkerframework.nullaway.dataflow.cfg.node.WideningConversionNode;

/** The kinds of nodes that do nothing to a region by themselves; what they are made of are nodes of their own. */
final class NodeKinds {
    /** Compute a primitive, a string or a comparison of references. */
    private static final Set<Class<? extends Node>> PRIMITIVE = Set.of(ValueLiteralNode.class, BinaryOperationNode.class, UnaryOperationNode.class,
            NarrowingConversionNode.class, WideningConversionNode.class, AssertionErrorNode.class);
    /** Stand for a value that already has an element: {@link ElementTable#of} knows which. */
    private static final Set<Class<? extends Node>> SAME_VALUE = Set.of(ThisNode.class, SuperNode.class, TypeCastNode.class, NullChkNode.class,
            TernaryExpressionNode.class, SwitchExpressionNode.class);
    /** Name something, or mark a place in the graph. The variables of patterns are bound by the test or case around them. */
    private static final Set<Class<? extends Node>> NAME = Set.of(ClassNameNode.class, PackageNameNode.class, MethodAccessNode.class, ArrayTypeNode.class,
            ParameterizedTypeNode.class, PrimitiveTypeNode.class, MarkerNode.class, CatchMarkerNode.class, ExpressionStatementNode.class,
            ClassDeclarationNode.class, CaseNode.class, DeconstructorPatternNode.class, AnyPatternNode.class);

    private NodeKinds() {
    }

    /** Whether nodes of this kind need no operation. */
    static boolean areWithoutEffect(Class<? extends Node> kind) {
        return isOneOf(PRIMITIVE, kind) || isOneOf(SAME_VALUE, kind) || isOneOf(NAME, kind);
    }

    private static boolean isOneOf(Set<Class<? extends Node>> kinds, Class<? extends Node> kind) {
        for (Class<?> at = kind; at != null; at = at.getSuperclass()) {
            if (kinds.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
