package dev.lungfish.processor.weave;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * What takes values in the code of one body, in the order in which it is executed. Classes and lambdas inside are bodies of their own: the
 * lambdas are collected, the classes left alone.
 */
final class Occurrences extends TreePathScanner<Void, Void> {
    private final List<TreePath> takers = new ArrayList<>();
    private final List<TreePath> lambdas = new ArrayList<>();

    /** Those of a piece of code. */
    static Occurrences in(TreePath code) {
        Occurrences found = new Occurrences();
        found.scan(code, null);
        return found;
    }

    /** Trees that become instructions with operands, or may. */
    List<TreePath> takers() {
        return takers;
    }

    /** The lambdas that are met, without those inside of them. */
    List<TreePath> lambdas() {
        return lambdas;
    }

    private Void note() {
        takers.add(getCurrentPath());
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        super.visitMethodInvocation(call, null);
        return note();
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
        scan(made.getEnclosingExpression(), null);
        scan(made.getArguments(), null);
        return note();
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void unused) {
        super.visitMemberSelect(select, null);
        return note();
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void unused) {
        super.visitAssignment(assignment, null);
        return note();
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void unused) {
        super.visitCompoundAssignment(assignment, null);
        return note();
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree access, Void unused) {
        super.visitArrayAccess(access, null);
        return note();
    }

    /** Of these, {@code x++} and its like write. */
    @Override
    public Void visitUnary(UnaryTree operation, Void unused) {
        super.visitUnary(operation, null);
        return note();
    }

    /** A field that is written without its object. */
    @Override
    public Void visitIdentifier(IdentifierTree name, Void unused) {
        return note();
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void unused) {
        scan(loop.getExpression(), null);
        note();
        return scan(loop.getStatement(), null);
    }

    /** The update of a loop is compiled behind its body. */
    @Override
    public Void visitForLoop(ForLoopTree loop, Void unused) {
        scan(loop.getInitializer(), null);
        scan(loop.getCondition(), null);
        scan(loop.getStatement(), null);
        return scan(loop.getUpdate(), null);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        lambdas.add(getCurrentPath());
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        return null;
    }
}
