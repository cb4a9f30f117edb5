package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/** Names for values as a reader of the source would call them. Quoted if the source has the name, described if not. */
final class Naming {
    private static final int LONGEST = 40;

    private Naming() {
    }

    static String describe(Node node) {
        return describe(node.getTree());
    }

    static String describe(Tree tree) {
        if (tree == null) {
            return "the value";
        } else if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree || tree instanceof ArrayAccessTree) {
            return quote(tree);
        } else if (tree instanceof MethodInvocationTree call) {
            return "the value of " + called(call) + "()";
        } else if (tree instanceof NewClassTree made) {
            return "the new " + simple(made.getIdentifier());
        } else if (tree instanceof NewArrayTree) {
            return "the new array";
        } else if (tree instanceof LambdaExpressionTree) {
            return "the lambda";
        } else if (tree instanceof MemberReferenceTree reference) {
            return "'" + shorten(reference.toString()) + "'";
        }
        return "the value";
    }

    /** An operation, short enough for one line: {@code queue.put(order)}. */
    static String operation(Tree tree) {
        if (tree instanceof NewClassTree made && made.getClassBody() != null) {
            // The compiler has put a constructor into the body, which nobody wrote.
            return "new " + simple(made.getIdentifier()) + "() {..}";
        }
        return tree == null ? "the call" : shorten(tree.toString().replaceAll("\\s+", " "));
    }

    private static String called(MethodInvocationTree call) {
        ExpressionTree select = call.getMethodSelect();
        return select instanceof MemberSelectTree member ? member.getIdentifier().toString() : select.toString();
    }

    private static String simple(Tree type) {
        String text = type.toString();
        int cut = text.indexOf('<');
        String raw = cut < 0 ? text : text.substring(0, cut);
        return raw.substring(raw.lastIndexOf('.') + 1);
    }

    private static String quote(Tree tree) {
        return "'" + shorten(tree.toString()) + "'";
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
