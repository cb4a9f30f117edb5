package dev.lungfish.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lungfish.checker.declared.Declarations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The code of classes outside methods: initialiser blocks and the initial values of fields, as far as it can matter. */
final class Initialisers {
    private Initialisers() {
    }

    /**
     * What has to be analysed, in source order.
     *
     * @param concerning the methods that do something to what they are given
     */
    static List<Body> of(World world, Relevance relevance, Predicate<ExecutableElement> concerning) {
        List<Body> found = new ArrayList<>();
        for (Map.Entry<TypeElement, ClassTree> type : world.classes().trees().entrySet()) {
            for (Tree member : type.getValue().getMembers()) {
                Tree code = member instanceof VariableTree field ? field.getInitializer() : member instanceof BlockTree ? member : null;
                if (code != null && relevance.matters(code, concerning)) {
                    found.add(body(world, type.getKey(), type.getValue(), member));
                }
            }
        }
        return found;
    }

    /** The code of a field's initialiser or of an initialiser block. */
    static Body body(World world, TypeElement type, ClassTree tree, Tree member) {
        boolean isStatic = member instanceof BlockTree block ? block.isStatic()
                : ((VariableTree) member).getModifiers().getFlags().contains(Modifier.STATIC);
        return new Body(world.classes().unitOf(type), tree, member, null, type, List.of(), Summaries.isLocal(type) ? Captures.of(member) : List.of(),
                Declarations.memberOf(type) + (isStatic ? "#<clinit>" : "#<init>"));
    }
}
