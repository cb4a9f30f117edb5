package dev.lungfish.checker.threads;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * A piece of code that runs as a unit. Two bodies are equal if they are the same piece of the same source.
 */
public final class Body {
    /** What kind of code it is. */
    public enum Kind {
        METHOD,
        LAMBDA,
        /** A method reference: it evaluates nothing and calls one method. */
        REFERENCE,
        /** Field initialisers and blocks that run in each constructor. */
        INSTANCE_INIT,
        /** Field initialisers and blocks that run when the class is initialised. */
        STATIC_INIT
    }

    private final Kind kind;
    private final TreePath path;
    private final Element member;
    private final int hash;

    Body(Kind kind, TreePath path, Element member) {
        this.kind = kind;
        this.path = path;
        this.member = member;
        this.hash = System.identityHashCode(path.getLeaf()) * 31 + kind.ordinal();
    }

    public Kind kind() {
        return kind;
    }

    /** The method, lambda, method reference or (for initialisers) class. */
    public TreePath path() {
        return path;
    }

    /** The method itself; for other code the method or class in which it stands. */
    public Element member() {
        return member;
    }

    /** The class in whose instances or statics the code works. */
    public TypeElement type() {
        Element element = member;
        while (!(element instanceof TypeElement)) {
            element = element.getEnclosingElement();
        }
        return (TypeElement) element;
    }

    /** The kind of the body that a tree is; null if it is none by itself. */
    static Kind kindOf(Tree tree) {
        if (tree instanceof MethodTree) {
            return Kind.METHOD;
        }
        if (tree instanceof LambdaExpressionTree) {
            return Kind.LAMBDA;
        }
        return tree instanceof MemberReferenceTree ? Kind.REFERENCE : tree instanceof ClassTree ? Kind.INSTANCE_INIT : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && body.kind == kind && body.path.getLeaf() == path.getLeaf();
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return kind + " in " + member;
    }
}
